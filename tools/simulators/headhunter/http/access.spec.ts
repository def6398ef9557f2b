import { createSimulator } from '../simulator';
import { simulate, USER_AGENT } from '../testing/client';

describe('the client must say who it is', () => {
  const { app } = createSimulator({ size: 1 });
  const as = async (headers: Record<string, string>) => {
    const answer = await app.inject({ url: '/areas', headers });
    return { status: answer.statusCode, body: answer.json<{ errors: unknown }>() };
  };

  it.each([
    [{ 'hh-user-agent': 'MyApp/1.0 (me@example.com)' }, 200],
    [{ 'user-agent': 'MyApp/1.0 (me@example.com)' }, 200],
    [{ 'user-agent': 'curl/8.5.0', 'hh-user-agent': 'MyApp/1.0 (me@example.com)' }, 200],
  ])('%j is welcome', async (agent, status) => {
    expect((await as(agent)).status).toBe(status);
  });

  it.each([
    [{ 'user-agent': '' }, 'unset'],
    [{ 'hh-user-agent': ' ' }, 'unset'],
    [{ 'user-agent': 'curl/8.5.0' }, 'blacklisted'],
    [{ 'user-agent': 'python-requests/2.31' }, 'blacklisted'],
    [{ 'user-agent': 'node' }, 'blacklisted'],
    [{ 'hh-user-agent': 'undici' }, 'blacklisted'],
  ])('%j is refused as %s', async (agent, value) => {
    const { status, body } = await as(agent);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ type: 'bad_user_agent', value }]);
  });
});

describe('the application token', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const credentials = 'grant_type=client_credentials&client_id=app&client_secret=s3cret';

  it('is not needed unless one is set', async () => {
    expect((await simulate({ size: 1 }).search()).status).toBe(200);
  });

  it('is demanded for vacancies and employers, not for directories', async () => {
    const { get, search } = simulate({ size: 1, token: 'right' });
    const { id } = (await get('/vacancies', {}, bearer('right'))).body.items[0];
    expect((await get(`/vacancies/${id}`, {}, bearer('right'))).status).toBe(200);
    for (const answer of [
      await search(),
      await get(`/vacancies/${id}`, {}, bearer('wrong')),
      await get('/employers/1000'),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.errors).toEqual([{ type: 'oauth', value: 'bad_authorization' }]);
    }
    expect((await get('/dictionaries')).status).toBe(200);
  });

  it('is issued for the right credentials and revokes the one before', async () => {
    const { send, get } = simulate({ size: 1, token: 'first', clientId: 'app', clientSecret: 's3cret' });
    const { body } = await send('POST', '/token', form, credentials);
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'bearer' });
    expect((await get('/vacancies', {}, bearer(body.access_token))).status).toBe(200);
    expect((await get('/vacancies', {}, bearer('first'))).body.errors).toEqual([
      { type: 'oauth', value: 'token_revoked' },
    ]);
  });

  it('is issued at most once in five minutes', async () => {
    const { send, control } = simulate({ size: 1 });
    expect((await send('POST', '/token', form, credentials)).status).toBe(200);
    const early = await send('POST', '/token', form, credentials);
    expect(early.status).toBe(403);
    expect(early.body.error_description).toBe('app token refresh too early');
    control.scenario({ name: 'advance_clock', seconds: 300 });
    expect((await send('POST', '/token', form, credentials)).status).toBe(200);
  });

  it.each([
    ['grant_type=password', 'unsupported_grant_type'],
    ['grant_type=client_credentials', 'invalid_client'],
    ['grant_type=client_credentials&client_id=app&client_secret=wrong', 'invalid_client'],
    ['', 'unsupported_grant_type'],
  ])('is refused for "%s"', async (body, error) => {
    const { send } = simulate({ size: 1, clientId: 'app', clientSecret: 's3cret' });
    const answer = await send('POST', '/token', form, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toBe(error);
  });

  it('can be revoked by the control door', async () => {
    const { get, control } = simulate({ size: 1, token: 'right' });
    control.scenario({ name: 'revoke_token' });
    expect((await get('/vacancies', {}, bearer('right'))).body.errors).toEqual([
      { type: 'oauth', value: 'token_revoked' },
    ]);
  });

  it('is never shown by the request log', async () => {
    const { get, control } = simulate({ size: 1, token: 'right' });
    await get('/vacancies', { per_page: 1 }, bearer('right'));
    const [entry] = control.requests();
    expect(entry).toMatchObject({ method: 'GET', path: '/vacancies', query: { per_page: '1' } });
    expect(entry?.headers).toMatchObject({ 'hh-user-agent': USER_AGENT, authorization: 'Bearer …' });
  });
});
