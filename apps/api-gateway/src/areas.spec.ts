import { SOME_AREAS } from '@job-scope/vacancies-testing';
import { aGateway, type GatewayUnderTest } from './gateway.fixture';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
  await gateway.database.areas.replace('headhunter', SOME_AREAS);
});
afterAll(() => gateway.app.close());

const areas = (query: string) => gateway.call('get', `/api/v1/areas?${query}`);
const namesOf = async (query: string) => {
  const { status, body } = await areas(query);
  return status === 200 ? body.items.map(({ name }: { name: string }) => name) : [status, body.code];
};

describe('GET /api/v1/areas', () => {
  it('shows anybody the widest areas, by name, and may be kept for an hour', async () => {
    const { status, body, headers } = await areas('source=headhunter');
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=3600']);
    const path = [{ id: '113', name: 'Россия' }];
    expect(body.items).toMatchObject([
      { name: 'Казахстан', parentId: null, hasChildren: false },
      { source: 'headhunter', id: '113', name: 'Россия', parentId: null, path, hasChildren: true },
    ]);
  });

  it('shows what lies in an area, and finds by the beginning of a word what lies anywhere within', async () => {
    expect(await namesOf('source=headhunter&parent=113')).toEqual(['Москва', 'Московская область']);
    expect(await namesOf('source=headhunter&parent=4000')).toEqual([]);
    expect(await namesOf(`source=headhunter&q=${encodeURIComponent('ХИМ')}`)).toEqual(['Химки']);
    expect(await namesOf(`source=headhunter&parent=40&q=${encodeURIComponent('хим')}`)).toEqual([]);
    expect(await namesOf('source=headhunter&parent=113&limit=1')).toEqual(['Москва']);
    expect(await namesOf('source=greenhouse')).toEqual([]);
  });

  it.each([
    ['', [400, 'validation-failed']],
    ['source=nobody', [400, 'areas.unknown-source']],
    ['source=headhunter&parent=9999', [404, 'areas.not-found']],
    ['source=headhunter&parent=', [400, 'validation-failed']],
    ['source=headhunter&q=', [400, 'validation-failed']],
    ['source=headhunter&limit=0', [400, 'validation-failed']],
    ['source=headhunter&q=%00', [400, 'validation-failed']],
  ])('refuses what cannot be answered: %s', async (query, problem) => {
    expect(await namesOf(query)).toEqual(problem);
  });
});
