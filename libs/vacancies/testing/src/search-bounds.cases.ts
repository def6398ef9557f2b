import { monthly, passes, placedAt } from './search-case';
import {
  found,
  foundTitles,
  put,
  putBeside,
  toIndex,
  vacancyToFind,
  type VacancySearchHarness,
} from './search-harness';
import type { SuiteCase } from './suite';

const OFFERS = (expected: readonly string[]) =>
  [
    { title: '50..90', ...monthly(50, 90) },
    { title: '100..200', ...monthly(100, 200) },
    { title: '150..', ...monthly(150, null) },
    { title: '..99', ...monthly(null, 99) },
    { title: '300..', ...monthly(300, null) },
    { title: 'unknown' },
    { title: 'incomparable', salary: { ...{ fromMinor: 150, toMinor: null }, ...PROJECT } },
  ].map(({ title, ...offer }) => ({ ...offer, title: expected.includes(title) ? `+ ${title}` : title }));

const PROJECT = { currency: 'RUB', gross: true, period: 'project' } as const;

const KREMLIN = { lat: 55.752, lng: 37.6175 };

/** By amounts, places, and what stands beside a vacancy. */
export const searchBoundsCases: readonly SuiteCase<VacancySearchHarness>[] = [
  passes(
    'V-14: filters by salary: some part of the offer reaches the lower bound',
    { salary: { fromMinor: 100, toMinor: null } },
    OFFERS(['100..200', '150..', '300..']),
  ),
  passes(
    'filters by salary: some part of the offer stays under the upper bound',
    { salary: { fromMinor: null, toMinor: 100 } },
    OFFERS(['50..90', '100..200', '..99']),
  ),
  passes(
    'filters by salary: both bounds are inclusive',
    { salary: { fromMinor: 90, toMinor: 100 } },
    OFFERS(['50..90', '100..200', '..99']),
  ),
  passes('filters by test', { hasTest: true }, [{ title: '+ with', hasTest: true }, { title: 'without' }]),
  passes('filters by the absence of a test', { hasTest: false }, [
    { title: 'with', hasTest: true },
    { title: '+ without' },
  ]),
  passes('filters by a box, its edges too', { within: { north: 56, south: 55, west: 37, east: 38 } }, [
    { title: '+ within', ...placedAt(55.75, 37.6) },
    { title: '+ corner', ...placedAt(56, 38) },
    { title: 'north', ...placedAt(56.1, 37.6) },
    { title: 'west', ...placedAt(55.75, 36.9) },
    { title: 'nowhere' },
  ]),
  passes('filters by a box across the 180th meridian', { within: { north: 70, south: 60, west: 170, east: -170 } }, [
    { title: '+ Anadyr', ...placedAt(64.73, 177.5) },
    { title: '+ Uelen', ...placedAt(66.16, -173) },
    { title: 'Moscow', ...placedAt(64, 37.6) },
    { title: 'nowhere' },
  ]),
  passes('filters by distance from a point', { near: { point: KREMLIN, radiusMetres: 10_000 } }, [
    { title: '+ beside', ...placedAt(55.753, 37.62) },
    { title: '+ 9 km north', ...placedAt(55.833, 37.6175) },
    { title: '11 km north', ...placedAt(55.851, 37.6175) },
    { title: '11 km east', ...placedAt(55.752, 37.794) },
    { title: 'nowhere' },
  ]),
  passes(
    'finds what is near across the 180th meridian',
    { near: { point: { lat: 65, lng: 179.99 }, radiusMetres: 5000 } },
    [
      { title: '+ beyond', ...placedAt(65, -179.99) },
      { title: 'the other side of the earth', ...placedAt(65, 0) },
    ],
  ),
  {
    title: 'tells skills, place and distance',
    check: async (harness) => {
      const details = { description: null, keySkills: ['SQL', 'C++'], createdAt: null };
      await put(harness, vacancyToFind({ ...placedAt(55.842, 37.6175), details }));
      const [unasked] = (await found(harness, {})).items;
      expect(unasked).toMatchObject({
        keySkills: ['SQL', 'C++'],
        point: { lat: 55.842, lng: 37.6175 },
        distanceMetres: null,
      });
      const [asked] = (await found(harness, { near: { point: KREMLIN, radiusMetres: 20_000 } })).items;
      expect(asked?.distanceMetres).toBeGreaterThan(9_950);
      expect(asked?.distanceMetres).toBeLessThan(10_060);
    },
  },
  {
    title: 'shows of duplicates only the canonical vacancy, unless asked otherwise',
    check: async (harness) => {
      const [canonical, duplicate] = [vacancyToFind({ title: 'canonical' }), vacancyToFind({ title: 'duplicate' })];
      await putBeside(harness, toIndex(canonical), { ...toIndex(duplicate), isCanonical: false });
      expect(await foundTitles(harness, {})).toEqual(['canonical']);
      expect(await foundTitles(harness, { includeDuplicates: true })).toEqual(['duplicate', 'canonical']);
    },
  },
  {
    title: 'learns what has changed beside a vacancy that is still of the same revision',
    check: async (harness) => {
      const vacancy = vacancyToFind({ title: 'duplicate', area: { id: '1', name: 'Москва' } });
      await putBeside(harness, { ...toIndex(vacancy), isCanonical: false });
      const areaPath = [
        { id: '113', name: 'Россия' },
        { id: '1', name: 'Москва' },
      ];
      await putBeside(harness, { vacancy, areaPath, isCanonical: true });
      expect(await foundTitles(harness, { area: { ids: ['113'], names: [] } })).toEqual(['duplicate']);
    },
  },
];
