import { EVERYTHING, type CollectionQuery, type Slice } from '@job-scope/vacancies-domain';
import { splitSlice, type Directories } from './split-slice';

const NOW = new Date('2026-03-01T12:00:00Z');
/** Too short to be cut by time. */
const SHORT: Slice = { ...EVERYTHING, publishedFrom: NOW, publishedTo: NOW };
const DIRECTORIES: Directories = {
  rootAreas: ['113', '16'],
  childrenOf: new Map([
    ['113', ['1', '2']],
    ['16', []],
    ['1', []],
    ['2', []],
  ]),
  roles: ['10', '96'],
};

const filtersOf = async (query: CollectionQuery, filters: Slice['filters']) => {
  const slices = await splitSlice(query, { ...SHORT, filters }, NOW, async () => DIRECTORIES);
  for (const { publishedFrom, publishedTo } of slices) expect([publishedFrom, publishedTo]).toEqual([NOW, NOW]);
  return slices.map((slice) => slice.filters);
};

describe('a slice of HeadHunter with more than it shows', () => {
  it('is cut by time as long as that goes, and no directory is asked for', async () => {
    const never = async () => {
      throw new Error('asked for directories');
    };
    expect(await splitSlice({}, EVERYTHING, NOW, never)).toHaveLength(2);
    await expect(splitSlice({}, SHORT, NOW, never)).rejects.toThrow('directories');
  });

  it.each<[string, Slice['filters'], Slice['filters'][]]>([
    ['area', {}, [{ area: '113' }, { area: '16' }]],
    [
      'role',
      { area: '113' },
      [
        { area: '113', professional_role: '10' },
        { area: '113', professional_role: '96' },
      ],
    ],
    [
      'experience',
      { area: '113', professional_role: '96' },
      ['noExperience', 'between1And3', 'between3And6', 'moreThan6'].map((experience) => ({
        ...{ area: '113', professional_role: '96', experience },
      })),
    ],
  ])('is then cut by %s', async (_, filters, parts) => {
    expect(await filtersOf({}, filters)).toEqual(parts);
  });

  it.each<[CollectionQuery, Slice['filters'], Slice['filters'][]]>([
    [{ areas: ['1', '2'] }, {}, [{ area: '1' }, { area: '2' }]],
    [{ areas: ['113'] }, {}, [{ professional_role: '10' }, { professional_role: '96' }]],
    [{ areas: ['113'], professionalRoles: ['96', '7'] }, {}, [{ professional_role: '96' }, { professional_role: '7' }]],
    [
      { areas: ['113'], professionalRoles: ['96'], experience: ['noExperience', 'moreThan6'] },
      {},
      [{ experience: 'noExperience' }, { experience: 'moreThan6' }],
    ],
  ])('of %j is cut by what that leaves open', async (query, filters, parts) => {
    expect(await filtersOf(query, filters)).toEqual(parts);
  });

  it('is never cut by values that its query does not have', async () => {
    const query = { areas: ['16'], professionalRoles: ['96'], experience: ['noExperience'] };
    expect(await filtersOf(query, {})).toEqual([]);
  });

  it('is last cut into the regions of its area, and the area remains for what lies in none of them', async () => {
    const filters = { area: '113', professional_role: '96', experience: 'moreThan6' };
    const parts = await filtersOf({}, filters);
    expect(parts).toEqual([
      { ...filters, area: '1' },
      { ...filters, area: '2' },
      { ...filters, undivided: 'true' },
    ]);
    expect(await filtersOf({}, parts[2] ?? {})).toEqual([]);
    const query = { areas: ['113'], professionalRoles: ['96'], experience: ['moreThan6'] };
    expect(await filtersOf(query, {})).toEqual([{ area: '1' }, { area: '2' }, { area: '113', undivided: 'true' }]);
  });

  it('that remains beside its regions is not cut by time either', async () => {
    const slice = { ...EVERYTHING, filters: { area: '113', undivided: 'true' } };
    expect(await splitSlice({}, slice, NOW, async () => DIRECTORIES)).toEqual([]);
  });

  it('is not cut when all that it can be cut by is said', async () => {
    const filters = { area: '1', professional_role: '96', experience: 'moreThan6' };
    expect(await filtersOf({}, filters)).toEqual([]);
  });
});
