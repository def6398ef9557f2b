import { anAuthService, PASSWORD, type AuthServiceUnderTest } from './auth-service.fixture';

const LOGIN = '/api/v1/auth/login';

let service: AuthServiceUnderTest;
afterEach(() => service.app.close());

const guess = (email = 'ann@example.com', password = 'wrong') =>
  service.call('post', LOGIN, { body: { email, password, transport: 'header' } });

describe('A-10: guessing', () => {
  it('ends after so many tries at one account, in whatever spelling, and says when to come back', async () => {
    service = await anAuthService('header', true, { login: { requests: 3, seconds: 900 } });
    for (const email of ['ann@example.com', 'ANN@example.com', ' ann@example.com']) {
      expect((await guess(email)).status).toBe(401);
    }
    const refused = await guess('ann@example.com', PASSWORD);
    expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit-policy']).toContain('"login";q=3;w=900');
    expect((await guess('someone@example.com')).status).toBe(401);
  });

  it('is exact: of many at once no more than allowed are let through', async () => {
    service = await anAuthService('header', true, { login: { requests: 5, seconds: 900 } });
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess()));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it('is forgiven to who knows the password', async () => {
    service = await anAuthService('header', true, { login: { requests: 2, seconds: 900 } });
    for (let round = 0; round < 4; round++) {
      expect((await guess()).status).toBe(401);
      expect((await guess('ann@example.com', PASSWORD)).status).toBe(200);
    }
  });

  it('ends for who tries many accounts from one place, and for one account tried from many', async () => {
    service = await anAuthService('header', true, {
      'login-address': { requests: 4, seconds: 900 },
      'login-account': { requests: 2, seconds: 900 },
    });
    const from = (ip: string, email: string) =>
      service.call('post', LOGIN, { headers: { 'x-forwarded-for': ip }, body: { email, password: 'wrong' } });
    const perAccount = [await from('192.0.2.1', 'ann@example.com'), await from('192.0.2.2', 'ann@example.com')];
    expect(perAccount.map(({ status }) => status)).toEqual([401, 401]);
    expect((await from('192.0.2.3', 'ann@example.com')).status).toBe(429);
    const tries = ['a', 'b', 'c', 'd', 'e'].map((name) => from('192.0.2.9', `${name}@example.com`));
    expect((await Promise.all(tries)).filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('takes all addresses that one IPv6 customer has for one place', async () => {
    service = await anAuthService('header', true, { 'login-address': { requests: 2, seconds: 900 } });
    const from = (ip: string, name: string) =>
      service.call('post', LOGIN, {
        headers: { 'x-forwarded-for': ip },
        body: { email: `${name}@example.com`, password: 'wrong' },
      });
    await from('2001:db8:0:1::1', 'a');
    await from('2001:db8:0:1:ffff::2', 'b');
    expect((await from('2001:db8:0:1::3', 'c')).status).toBe(429);
    expect((await from('2001:db8:0:2::1', 'd')).status).toBe(401);
  });

  it('is counted for mails too: one mailbox is not filled, and one sender does not fill many', async () => {
    service = await anAuthService('header', true, { mail: { requests: 2, seconds: 3600 } });
    const forgot = (ip: string, email: string) =>
      service.call('post', '/api/v1/auth/password/forgot', { headers: { 'x-forwarded-for': ip }, body: { email } });
    expect((await forgot('192.0.2.1', 'ann@example.com')).status).toBe(202);
    expect((await forgot('192.0.2.2', 'ann@example.com')).status).toBe(202);
    expect((await forgot('192.0.2.3', 'ann@example.com')).status).toBe(429);
    const many = [await forgot('192.0.2.9', 'b@example.com'), await forgot('192.0.2.9', 'c@example.com')];
    expect(many.map(({ status }) => status)).toEqual([202, 202]);
    expect((await forgot('192.0.2.9', 'd@example.com')).status).toBe(429);
  });
});
