import { anAuthService, PASSWORD, type AuthServiceUnderTest } from './auth-service.fixture';

const REGISTER = '/api/v1/auth/register';
const CONFIRM = '/api/v1/auth/email/confirm';
const FORGOT = '/api/v1/auth/password/forgot';
const RESET = '/api/v1/auth/password/reset';
const ME = '/api/v1/auth/me';

let service: AuthServiceUnderTest;
beforeEach(async () => {
  service = await anAuthService('header');
});
afterEach(() => service.app.close());

const register = (email: string, password = PASSWORD) =>
  service.call('post', REGISTER, { body: { email, password, displayName: 'Новенький' } });
const tokenOf = (mail: { link: { token: string } | null } | undefined): string => mail?.link?.token ?? '';

describe('an account', () => {
  it('A-16: is made, confirmed by the mail, and logged in to', async () => {
    expect((await register('new@example.com')).status).toBe(202);
    expect((await service.logIn('header', 'new@example.com')).status).toBe(401);
    const [mail] = await service.mails();
    expect(mail).toMatchObject({ kind: 'confirm-email', to: 'new@example.com', displayName: null });
    const confirmed = await service.call('post', CONFIRM, { body: { token: tokenOf(mail), password: PASSWORD } });
    expect(confirmed.status).toBe(204);
    const headers = await service.bearerOf('new@example.com');
    expect((await service.call('get', ME, { headers })).body).toMatchObject({
      email: 'new@example.com',
      displayName: 'Новенький',
      superuser: false,
      verified: true,
    });
  });

  it('A-7: is registered for with the same answer whether there is one or not', async () => {
    const answers = [await register('new@example.com'), await register('ann@example.com')];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [202, ''],
      [202, ''],
    ]);
    const kinds = (await service.mails()).map(({ kind, to }) => [kind, to]);
    expect(kinds).toEqual([
      ['confirm-email', 'new@example.com'],
      ['already-registered', 'ann@example.com'],
    ]);
  });

  it.each(['superuser', 'verified', 'active', 'id', 'revision'])('A-2: is not made with %s', async (field) => {
    const body = { email: 'new@example.com', password: PASSWORD, [field]: true };
    const answer = await service.call('post', REGISTER, { body });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, `/${field}`]);
  });

  it('A-11, A-12: is refused to what is no address, and for passwords that are too easy, with the field named', async () => {
    const answer = await register('no address', 'aaaaaaaaaaaaaaaa');
    expect(answer.body).toMatchObject({ status: 400, code: 'users.invalid' });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/email', '/password']);
    expect((await register('new@example.com', 'password password')).body.errors[0].pointer).toBe('/password');
    expect(answer.text).not.toContain('aaaaaaaaaaaa');
  });

  it('writes in the language that was asked for', async () => {
    const headers = { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' };
    await service.call('post', FORGOT, { headers, body: { email: 'ann@example.com' } });
    await service.call('post', FORGOT, { body: { email: 'ann@example.com' } });
    expect((await service.mails()).map(({ language }) => language)).toEqual(['ru', 'en']);
  });

  it('A-7: has its password reset by mail, once, with one answer for all addresses; every session ends', async () => {
    const headers = await service.bearerOf();
    const answers = await Promise.all(
      ['ann@example.com', 'nobody@example.com', 'no address'].map((email) =>
        service.call('post', FORGOT, { body: { email } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const [mail, ...others] = await service.mails();
    expect(others).toEqual([]);
    const body = { token: tokenOf(mail), password: 'another good password' };
    expect((await service.call('post', RESET, { body })).status).toBe(204);
    expect((await service.call('get', ME, { headers })).status).toBe(401);
    expect((await service.call('post', RESET, { body })).body.code).toBe('auth.link-invalid');
    expect((await service.logIn('header')).status).toBe(401);
  });

  it('has its password changed by who knows it, and stays logged in here alone', async () => {
    const [here, there] = [await service.bearerOf(), await service.bearerOf()];
    const change = (currentPassword: string) =>
      service.call('post', '/api/v1/auth/password', {
        headers: here,
        body: { currentPassword, newPassword: 'another good password' },
      });
    expect((await change('wrong')).body).toMatchObject({ status: 403, code: 'auth.wrong-password' });
    expect((await change(PASSWORD)).status).toBe(204);
    const statuses = [here, there].map(async (headers) => (await service.call('get', ME, { headers })).status);
    expect(await Promise.all(statuses)).toEqual([200, 401]);
  });

  it('moves to another address when that is confirmed, and says so to the old one', async () => {
    const headers = await service.bearerOf();
    const wish = { email: 'ann@new.example', password: PASSWORD };
    expect((await service.call('post', '/api/v1/auth/email', { headers, body: wish })).status).toBe(202);
    const [mail] = await service.mails();
    expect(mail?.to).toBe('ann@new.example');
    expect((await service.call('get', ME, { headers })).body.email).toBe('ann@example.com');
    await service.call('post', CONFIRM, { body: { token: tokenOf(mail), password: PASSWORD } });
    expect((await service.call('get', ME, { headers })).body.email).toBe('ann@new.example');
    expect((await service.mails()).map(({ kind, to }) => [kind, to])).toEqual([['email-changed', 'ann@example.com']]);
  });

  it('has a name that can be changed and taken away', async () => {
    const headers = await service.bearerOf();
    const rename = (displayName: unknown) => service.call('patch', ME, { headers, body: { displayName } });
    expect((await rename('  Анна ')).body.displayName).toBe('Анна');
    expect((await rename(null)).body.displayName).toBeNull();
    expect((await rename('a\nb')).body).toMatchObject({ status: 400, code: 'users.invalid' });
    expect((await rename(7)).body.errors[0].pointer).toBe('/displayName');
  });

  it('A-9: is deleted by who knows its password, and its tokens with it', async () => {
    const headers = await service.bearerOf();
    const remove = (password: string) => service.call('delete', ME, { headers, body: { password } });
    expect((await remove('wrong')).status).toBe(403);
    expect((await remove(PASSWORD)).status).toBe(204);
    expect((await service.call('get', ME, { headers })).status).toBe(401);
    expect((await service.logIn('header')).status).toBe(401);
  });
});
