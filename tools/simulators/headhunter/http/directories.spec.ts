import { gunzipSync } from 'node:zlib';
import { createSimulator } from '../simulator';
import { simulate, USER_AGENT } from '../testing/client';

const { get, send } = simulate({ size: 30 });

describe('directories', () => {
  it.each([
    '/areas',
    '/areas/113',
    '/areas/countries',
    '/dictionaries',
    '/professional_roles',
    '/industries',
    '/metro',
    '/metro/1',
  ])('%s can be kept and asked for again by its tag', async (path) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers.etag).toMatch(/^W\/"ai-/);
    expect(headers['cache-control']).toBe('max-age=1200');
    expect(Date.parse(String(headers.expires))).not.toBeNaN();
    const again = await get(path, {}, { 'if-none-match': headers.etag });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  it('answer HEAD without a body', async () => {
    const { status, headers, text } = await send('HEAD', '/areas');
    expect(status).toBe(200);
    expect(headers.etag).toMatch(/^W\//);
    expect(text).toBe('');
  });

  it('have another tag in another language', async () => {
    const tag = async (locale: string) => (await get('/areas', { locale })).headers.etag;
    expect(await tag('EN')).not.toBe(await tag('RU'));
  });

  it('keep the ids of the real site', async () => {
    const name = async (id: string) => (await get(`/areas/${id}`)).body.name;
    expect(await Promise.all(['113', '1', '2', '88', '160', '1002'].map(name))).toEqual([
      'Россия',
      'Москва',
      'Санкт-Петербург',
      'Казань',
      'Алматы',
      'Минск',
    ]);
    const { categories } = (await get('/professional_roles')).body;
    const developers = categories.flatMap(({ roles }) => roles).filter(({ id }) => id === '96');
    expect(developers[0]?.name).toBe('Программист, разработчик');
  });

  it('let one role stand in several categories', async () => {
    const { categories } = (await get('/professional_roles')).body;
    expect(categories.filter(({ roles }) => roles.some(({ id }) => id === '10')).length).toBeGreaterThan(1);
  });

  it('are not found for unknown ids', async () => {
    expect((await get('/areas/424242')).status).toBe(404);
    expect((await get('/metro/424242')).status).toBe(404);
  });
});

describe('compression', () => {
  const { app } = createSimulator({ size: 30 });
  const request = (headers: object) =>
    app.inject({ url: '/vacancies', headers: { 'hh-user-agent': USER_AGENT, ...headers } });

  it('is used for clients that accept it', async () => {
    const plain = await request({});
    const packed = await request({ 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain.json());
  });

  it('is not worth it for small bodies', async () => {
    const answer = await app.inject({
      url: '/areas/1',
      headers: { 'hh-user-agent': USER_AGENT, 'accept-encoding': 'gzip' },
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});
