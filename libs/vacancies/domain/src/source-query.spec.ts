import type { CollectionQuery } from './collection-query';
import type { SourceName } from './source';
import { parseSourceQuery } from './source-query';

const pointersOf = (source: SourceName, query: unknown): string[] => {
  const parsed = parseSourceQuery(source, query);
  return parsed.ok ? [] : parsed.error.fields.map(({ pointer }) => pointer);
};

describe('a query of a source', () => {
  it.each<CollectionQuery>([
    {},
    { text: 'водитель' },
    { text: 'водитель', areas: ['7700000000000'], onlyWithSalary: false },
    { employers: ['1027700132195'] },
  ])('may be %p, which Trudvsem can be asked', (query) => {
    expect(parseSourceQuery('trudvsem', query)).toEqual({ ok: true, value: query });
  });

  it.each<[CollectionQuery, string]>([
    [{ professionalRoles: ['96'] }, '/query/professionalRoles'],
    [{ onlyWithSalary: true }, '/query/onlyWithSalary'],
    [{ acceptTemporary: true }, '/query/acceptTemporary'],
    [{ experience: ['noExperience'] }, '/query/experience'],
    [{ workFormats: ['REMOTE'] }, '/query/workFormats'],
    [{ salary: 100_000 }, '/query/salary'],
    [{ excludedText: 'стажёр' }, '/query/excludedText'],
    [{ box: { top: 56, bottom: 55, left: 37, right: 38 } }, '/query/box'],
    [{ areas: ['7700000000000', '7800000000000'] }, '/query/areas'],
    [{ employers: ['1027700132195', '1027700132196'] }, '/query/employers'],
    [{ areas: ['7700000000000'], employers: ['1027700132195'] }, '/query/areas'],
  ])('is not %p, which only HeadHunter can be asked', (query, pointer) => {
    expect([pointersOf('trudvsem', query), pointersOf('headhunter', query)]).toEqual([[pointer], []]);
  });

  it.each<[CollectionQuery, string[]]>([
    [{}, []],
    [{ employers: ['quietlantern', 'amberfield'] }, []],
    [{ text: 'node' }, ['/query/text']],
    [{ areas: ['1'] }, ['/query/areas']],
    [{ professionalRoles: ['96'] }, ['/query/professionalRoles']],
    [{ onlyWithSalary: true, acceptTemporary: false }, ['/query/onlyWithSalary']],
    [{ labels: ['with_address'], metro: ['2'] }, ['/query/metro', '/query/labels']],
  ])('of Greenhouse names boards as employers, and nothing else: %p', (query, pointers) => {
    expect(pointersOf('greenhouse', query)).toEqual(pointers);
  });

  it.each(['headhunter', 'trudvsem', 'greenhouse'] as const)('is a query in the first place (%s)', (source) => {
    expect(pointersOf(source, { areas: [] })).toEqual(['/query/areas']);
  });
});
