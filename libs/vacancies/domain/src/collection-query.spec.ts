import fc from 'fast-check';
import { parseCollectionQuery, type CollectionQuery } from './collection-query';

const pointersOf = (input: unknown): string[] => {
  const parsed = parseCollectionQuery(input);
  return parsed.ok ? [] : parsed.error.fields.map(({ pointer }) => pointer);
};

describe('a collection query', () => {
  it.each<CollectionQuery>([
    {},
    { text: 'node.js' },
    { areas: ['1', '2.133'], professionalRoles: ['96'], employers: ['a-b_c'], onlyWithSalary: false },
  ])('may be %p', (query) => expect(parseCollectionQuery(query)).toEqual({ ok: true, value: query }));

  it.each<[unknown, string[]]>([
    [null, ['/query']],
    [[], ['/query']],
    ['text', ['/query']],
    [{ text: '' }, ['/query/text']],
    [{ text: '  ' }, ['/query/text']],
    [{ text: 'x'.repeat(501) }, ['/query/text']],
    [{ text: 'a\u0000b' }, ['/query/text']],
    [{ areas: [] }, ['/query/areas']],
    [{ areas: '1' }, ['/query/areas']],
    [{ areas: ['1,2'] }, ['/query/areas']],
    [{ employers: Array.from({ length: 101 }, String) }, ['/query/employers']],
    [{ onlyWithSalary: 'true' }, ['/query/onlyWithSalary']],
    [{ area: ['1'] }, ['/query/area']],
    [{ 'a/b~c': 1 }, ['/query/a~1b~0c']],
    [{ text: 1, areas: 2, other: 3 }, ['/query/other', '/query/text', '/query/areas']],
  ])('is not %p: %p', (input, pointers) => expect(pointersOf(input)).toEqual(pointers));

  it('is read or refused, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const parsed = parseCollectionQuery(input);
        expect(parsed.ok || parsed.error.fields.length > 0).toBe(true);
      }),
    );
  });
});
