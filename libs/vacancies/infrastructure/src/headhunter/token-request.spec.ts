import { html, json, startHttpStub, type HttpStub } from '../http-source/http-stub.fixture';
import { tokenRequest } from './token-request';

const SECRET = 'c11ent-s3cret&more';

describe('the request for a token', () => {
  let stub: HttpStub;
  beforeEach(async () => {
    stub = await startHttpStub();
  });
  afterEach(() => stub.close());

  const request = () => {
    const userAgent = 'JobScope/1.0 (test@example.org)';
    return tokenRequest({ baseUrl: `${stub.baseUrl}/`, userAgent, clientId: 'app', clientSecret: SECRET })();
  };

  it('V-19: is a form with the credentials, of which nothing stands in the address', async () => {
    let sent = '';
    stub.respond = (message, response) => {
      message.on('data', (chunk) => (sent += String(chunk)));
      message.on('end', () => json(200, { access_token: 'APPL0001', token_type: 'bearer' })(message, response));
    };
    expect(await request()).toEqual({ ok: true, value: 'APPL0001' });
    expect([...new URLSearchParams(sent)]).toEqual([
      ['grant_type', 'client_credentials'],
      ['client_id', 'app'],
      ['client_secret', SECRET],
    ]);
    expect(stub.requests[0]).toMatchObject({
      url: { pathname: '/token', search: '' },
      headers: {
        'hh-user-agent': 'JobScope/1.0 (test@example.org)',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  });

  it.each([
    [
      'too early',
      403,
      { error: 'forbidden', error_description: 'app token refresh too early' },
      'headhunter.too-early',
    ],
    ['wrong credentials', 400, { error: 'invalid_client', error_description: SECRET }, 'source.unauthorized'],
    ['a rate limit', 429, { error: 'too_many_requests' }, 'source.unavailable'],
    ['an outage', 503, { errors: [{ type: 'service_unavailable' }] }, 'source.unavailable'],
    ['no token', 200, { token_type: 'bearer' }, 'source.unavailable'],
    ['a token that no header can carry', 200, { access_token: 'APPL 0001\n' }, 'source.unavailable'],
    ['an error that repeats what was sent', 400, { error: SECRET }, 'source.unauthorized'],
  ])('understands %s, and repeats no secret', async (_title, status, body, code) => {
    stub.respond = json(status, body);
    const answer = await request();
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(answer)).not.toMatch(/c11ent-s3cret|APPL/);
  });

  it('understands a guard before the API', async () => {
    stub.respond = html(403);
    expect(await request()).toMatchObject({ ok: false, error: { code: 'source.unavailable' } });
  });

  it('understands a reset', async () => {
    stub.respond = (_request, response) => void response.destroy();
    expect(await request()).toMatchObject({ ok: false, error: { code: 'source.unavailable' } });
  });
});
