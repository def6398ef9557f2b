import { monthly, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { aGateway, type GatewayUnderTest } from './gateway.fixture';

const MOSCOW = { id: '1', name: 'Москва' };
const COOK = { id: '94', name: 'Повар' };

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
  const of = { area: MOSCOW, professionalRoles: [COOK] };
  gateway.statistics.entries.push(
    toIndex(vacancyToFind({ ...of, ...monthly(100_000_00, 140_000_00) })),
    toIndex(vacancyToFind({ ...of, ...monthly(200_000_33, null) })),
    toIndex(vacancyToFind({ ...of, publishedAt: new Date('2026-01-31T21:00:00Z') })),
    toIndex(vacancyToFind({ source: 'trudvsem' })),
  );
});
afterAll(() => gateway.app.close());

const statistics = (path: string) => gateway.call('get', `/api/v1/statistics/${path}`);

describe('GET /api/v1/statistics/salaries', () => {
  it('tells anybody, in whole roubles, what is paid, and may be kept for ten minutes', async () => {
    const { status, body, headers } = await statistics('salaries?by=area&source=headhunter');
    const percentiles = { p10: 128000, p25: 140000, p50: 160000, p75: 180000, p90: 192000 };
    const figures = { vacancies: 3, withSalary: 2, estimatedShare: 0, percentiles };
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=600']);
    expect(body).toEqual({ exact: true, all: figures, groups: [{ ...MOSCOW, ...figures }] });
  });

  it.each(['day', 'employer', 'currency'])('tells it by %s, too', async (by) => {
    const { status, body } = await statistics(`salaries?by=${by}&source=headhunter`);
    expect([status, body.exact]).toEqual([200, true]);
    expect(body.groups.length).toBe({ day: 2, employer: 0, currency: 1 }[by]);
  });

  it('V-1: has no percentiles where nobody states a salary', async () => {
    const { body } = await statistics('salaries?by=professionalRole&source=trudvsem');
    const figures = { vacancies: 1, withSalary: 0, estimatedShare: null, percentiles: null };
    expect(body).toEqual({ exact: true, all: figures, groups: [] });
  });
});

describe('GET /api/v1/statistics/vacancies', () => {
  it('counts, by day and by source', async () => {
    const { body } = await statistics('vacancies?by=day&areaId=1');
    expect(body).toMatchObject({ exact: true, total: 3 });
    expect(body.groups.at(-1)).toEqual({ id: '2026-02-01', name: '2026-02-01', vacancies: 1 });
    expect((await statistics('vacancies?by=source&limit=1')).body.groups).toEqual([
      { id: 'headhunter', name: 'headhunter', vacancies: 3 },
    ]);
  });
});

it.each([
  ['salaries', 'validation-failed', '/by'],
  ['salaries?by=skill', 'validation-failed', '/by'],
  ['vacancies?by=experience', 'validation-failed', '/by'],
  ['vacancies?by=day&limit=0', 'validation-failed', '/limit'],
  ['vacancies?by=day&text=повар', 'validation-failed', '/text'],
  ['vacancies?by=day&publishedFrom=yesterday', 'validation-failed', '/publishedFrom'],
  ['salaries?by=area&source=nobody', 'validation-failed', '/source'],
  [
    'salaries?by=area&publishedFrom=2026-02-01T00:00:00Z&publishedTo=2026-01-01T00:00:00Z',
    'search.invalid',
    '/publishedTo',
  ],
])('refuses %s, names the parameter, and lets nobody keep the answer', async (path, code, pointer) => {
  const { status, body, headers } = await statistics(encodeURI(path));
  expect([status, body.code, body.errors[0].pointer]).toEqual([400, code, pointer]);
  expect(headers['cache-control'] ?? '').not.toContain('public');
});
