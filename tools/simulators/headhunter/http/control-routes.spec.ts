import { SCENARIOS } from '../scenarios/catalogue';
import { simulate } from '../testing/client';

describe('the HTTP control door', () => {
  const json = { 'content-type': 'application/json' };

  it('is closed unless asked for', async () => {
    expect((await simulate({ size: 1 }).get('/__control/requests')).status).toBe(404);
  });

  it('does what its programmatic twin does, and is not logged itself', async () => {
    const { send, get, search } = simulate({ size: 5, control: true });
    const spec = { name: 'captcha', count: 2 };
    expect((await send('POST', '/__control/scenario', json, spec)).status).toBe(201);
    await search();
    expect((await get('/__control/scenario')).body.scenarios).toEqual([{ spec, seen: 1, acted: 1 }]);
    expect((await send('DELETE', '/__control/scenario')).status).toBe(204);
    expect((await search()).status).toBe(200);
    const { requests } = (await get('/__control/requests')).body;
    expect(requests.map(({ path, status }) => [path, status])).toEqual([
      ['/vacancies', 403],
      ['/vacancies', 200],
    ]);
    expect((await send('DELETE', '/__control/requests')).status).toBe(204);
    expect((await get('/__control/requests')).body.requests).toEqual([]);
  });

  it.each([
    ['{"name":"none"}', 'name must be one of'],
    ['[', 'not valid JSON'],
    ['null', 'must be an object'],
  ])('says what is wrong with %s', async (payload, message) => {
    const { send } = simulate({ size: 1, control: true });
    const answer = await send('POST', '/__control/scenario', json, payload);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(message);
  });

  it('has a line of explanation for every scenario', () => {
    for (const { summary } of Object.values(SCENARIOS)) expect(summary).not.toBe('');
  });
});
