import fc from 'fast-check';
import { parseCollectionQuery, partsOf, QUERY_PARTS, type CollectionQuery } from './collection-query';

const pointersOf = (input: unknown): string[] => {
  const parsed = parseCollectionQuery(input);
  return parsed.ok ? [] : parsed.error.fields.map(({ pointer }) => pointer);
};

/** One that says all that a query can say. */
const WHOLE: Required<CollectionQuery> = {
  text: 'node.js',
  searchFields: ['name', 'company_name'],
  excludedText: 'стажёр',
  areas: ['1', '2.133'],
  metro: ['2', '2.133'],
  box: { top: 56, bottom: 55.5, left: -0.1, right: 37.6 },
  professionalRoles: ['96'],
  industries: ['7.540'],
  employers: ['a-b_c'],
  excludedEmployers: ['1455'],
  experience: ['noExperience', 'moreThan6'],
  employment: ['full'],
  employmentForms: ['PROJECT'],
  schedule: ['remote'],
  workFormats: ['HYBRID'],
  partTime: ['start_after_sixteen'],
  labels: ['accredited_it'],
  salary: 100_000,
  currency: 'RUR',
  onlyWithSalary: true,
  acceptTemporary: false,
};

describe('a collection query', () => {
  it('may say all of this at once', () => {
    expect(Object.keys(WHOLE).sort()).toEqual([...QUERY_PARTS].sort());
    expect(parseCollectionQuery(WHOLE)).toEqual({ ok: true, value: WHOLE });
  });

  it('is the same in whatever order it is written', () => {
    const turned = (value: object) => Object.fromEntries(Object.entries(value).reverse());
    const again = { ...turned(WHOLE), box: turned(WHOLE.box) } as CollectionQuery;
    expect(JSON.stringify(partsOf(again))).toBe(JSON.stringify(partsOf(WHOLE)));
    const { box } = WHOLE;
    expect(partsOf({ box: { ...box, top: 57 } })).not.toEqual(partsOf({ box }));
  });

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
    [{ acceptTemporary: 1 }, ['/query/acceptTemporary']],
    [{ experience: 'noExperience' }, ['/query/experience']],
    [{ excludedText: '' }, ['/query/excludedText']],
    [{ searchFields: ['name'] }, ['/query/searchFields']],
    [{ currency: 'RUR' }, ['/query/currency']],
    [{ salary: 0 }, ['/query/salary']],
    [{ salary: 1.5, currency: 'usd' }, ['/query/salary', '/query/currency']],
    [{ salary: '100000' }, ['/query/salary']],
    [{ box: [56, 55, 37, 38] }, ['/query/box']],
    [{ box: { top: 55, bottom: 56, left: 37, right: 38 } }, ['/query/box']],
    [{ box: { top: 91, bottom: 56, left: 37, right: 38 } }, ['/query/box']],
    [{ box: { top: 56, bottom: 55, left: 37 } }, ['/query/box']],
    [{ box: { top: 56, bottom: 55, left: 37, right: NaN } }, ['/query/box']],
    [{ constructor: 1 }, ['/query/constructor']],
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
