import { aGateway, type GatewayUnderTest } from './gateway.fixture';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
});
afterAll(() => gateway.app.close());

describe('GET /api/v1/sources', () => {
  it('shows anybody where vacancies come from, and whom to name for it', async () => {
    const { status, body } = await gateway.call('get', '/api/v1/sources');
    const headhunter = { name: 'headhunter', title: 'HeadHunter', attributionUrl: 'https://hh.ru' };
    const trudvsem = { name: 'trudvsem', title: 'Работа России', attributionUrl: 'https://trudvsem.ru' };
    const greenhouse = { name: 'greenhouse', title: 'Greenhouse', attributionUrl: 'https://www.greenhouse.com' };
    expect([status, body]).toEqual([200, { items: [headhunter, trudvsem, greenhouse] }]);
  });

  it('names sources as searches are asked for them', async () => {
    const { body } = await gateway.call('get', '/api/v1/sources');
    for (const { name } of body.items) {
      expect((await gateway.call('get', `/api/v1/vacancies/search?source=${name}`)).status).toBe(200);
    }
    const { paths } = (await gateway.app.inject('/openapi.json')).json();
    const documented = paths['/api/v1/vacancies/search'].get;
    const parameter = documented.parameters.find(({ name }: { name: string }) => name === 'source');
    expect(parameter.schema.items.enum).toEqual([...body.items.map(({ name }: { name: string }) => name), 'own']);
  });

  it('names sources as a collection is asked for them', async () => {
    const { body } = await gateway.call('get', '/api/v1/sources', { role: 'superuser' });
    for (const { name: source } of body.items) {
      const headers = { 'idempotency-key': source };
      const wish = { role: 'superuser', headers, body: { source, query: {} } } as const;
      expect((await gateway.call('post', '/api/v1/collections', wish)).status).toBe(202);
    }
  });
});
