import { areasOf, type Area, type AreaNode } from '@job-scope/vacancies-domain';
import type { AreaDirectory, AreaReader } from '@job-scope/vacancies-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface AreasHarness {
  readonly directory: AreaDirectory;
  readonly reader: AreaReader;
}

const node = (id: string, parentId: string | null, name = `area ${id}`): AreaNode => ({ id, parentId, name });

/** Some areas of HeadHunter, as many a test needs them. */
export const SOME_AREAS: readonly Area[] = areasOf('headhunter', [
  node('113', null, 'Россия'),
  node('1', '113', 'Москва'),
  node('2019', '113', 'Московская область'),
  node('4000', '2019', 'Химки'),
  node('40', null, 'Казахстан'),
]);
const REGIONS = areasOf('trudvsem', [node('1', null, 'Республика Адыгея')]);

const byId = (areas: readonly Area[]) => areas.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const key = (id: string, source: Area['source'] = 'headhunter') => ({ source, id });

export const areaDirectoryCases: readonly SuiteCase<AreasHarness>[] = [
  {
    title: 'gives areas of several sources with their paths, and nothing of those it does not know',
    check: async ({ directory, reader }) => {
      expect(await directory.replace('headhunter', SOME_AREAS)).toEqual({ written: 5, removed: 0 });
      await directory.replace('trudvsem', REGIONS);
      const found = await reader.byKeys([key('4000'), key('1'), key('1', 'trudvsem'), key('40', 'trudvsem')]);
      expect(byId(found)).toEqual(expect.arrayContaining([SOME_AREAS[1], SOME_AREAS[3], REGIONS[0]]));
      expect(found).toHaveLength(3);
      expect(await reader.byKeys([])).toEqual([]);
    },
  },
  {
    title: 'writes only what is other than before, and forgets what is no more',
    check: async ({ directory, reader }) => {
      await directory.replace('headhunter', SOME_AREAS);
      await directory.replace('trudvsem', REGIONS);
      expect(await directory.replace('headhunter', SOME_AREAS)).toEqual({ written: 0, removed: 0 });
      const others = areasOf('headhunter', [
        node('113', null, 'РФ'),
        node('1', '113', 'Москва'),
        node('40', null, 'Казахстан'),
        node('5', '40'),
      ]);
      expect(await directory.replace('headhunter', others)).toEqual({ written: 3, removed: 2 });
      const all = await reader.byKeys(['113', '1', '2019', '4000', '40', '5'].map((id) => key(id)));
      expect(byId(all)).toEqual(byId(others));
      expect(await reader.byKeys([key('1', 'trudvsem')])).toEqual(REGIONS);
    },
  },
  {
    title: 'lists what lies in an area directly, by name, and whether something lies in it in turn',
    check: async ({ directory, reader }) => {
      await directory.replace('headhunter', SOME_AREAS);
      await directory.replace('trudvsem', REGIONS);
      const list = async (parentId: string | null, limit = 10) =>
        reader.list({ source: 'headhunter', parentId, prefix: null, limit });
      const [russia, moscow, region, khimki, kazakhstan] = SOME_AREAS;
      expect(await list(null)).toEqual([
        { ...kazakhstan, hasChildren: false },
        { ...russia, hasChildren: true },
      ]);
      expect(await list('113')).toEqual([
        { ...moscow, hasChildren: false },
        { ...region, hasChildren: true },
      ]);
      expect(await list('2019')).toEqual([{ ...khimki, hasChildren: false }]);
      expect([await list('4000'), await list('nowhere'), (await list(null, 1)).length]).toEqual([[], [], 1]);
    },
  },
  {
    title: 'finds by the beginning of any word, whatever its case, all that lie within an area',
    check: async ({ directory, reader }) => {
      const nodes = [node('1', null, 'Ростов-на-Дону'), node('2', '1', 'Орёл (район)'), node('3', '2', '100%_Села')];
      await directory.replace('headhunter', areasOf('headhunter', nodes));
      const find = async (prefix: string, parentId: string | null = null) =>
        (await reader.list({ source: 'headhunter', parentId, prefix, limit: 10 })).map(({ id }) => id);
      expect([await find('РОСТ'), await find('дон'), await find('остов')]).toEqual([['1'], ['1'], []]);
      expect([await find('орел'), await find('Орё'), await find('рай'), await find(' рай ')]).toEqual([
        ['2'],
        ['2'],
        ['2'],
        ['2'],
      ]);
      expect([await find('100%_'), await find('%'), await find('10__')]).toEqual([['3'], [], []]);
      expect([await find('100', '1'), await find('100', '3'), await find('рос', '1')]).toEqual([['3'], [], []]);
    },
  },
];

/** What every `AreaDirectory` and the `AreaReader` beside it must do. */
export const describeAreaDirectory = (name: string, open: OpenHarness<AreasHarness>): void =>
  describeSuite(`${name}: AreaDirectory`, areaDirectoryCases, open);
