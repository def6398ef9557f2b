import { randomUUID } from 'node:crypto';
import { AUTH_PATHS, sessionCookieNames, type SessionTransport, type TokenTransport } from '@job-scope/auth-contracts';
import { describeWith, type RunningProcess } from '@job-scope/platform-testing';
import { IDENTITY_ALONE, LocalStack, type RunningStack } from './local-stack.fixture';
import { CONFIRM, newPassword, People, RESET } from './people.fixture';
import type { Answer, UserAgent } from './user-agent.fixture';

const GUARDED = '/api/v1/saved-searches';

/** A stack whose gateway and auth-service are started anew for each setting. */
class Settable {
  readonly stack = new LocalStack();
  private running: RunningStack | undefined;
  private readonly services: RunningProcess[] = [];

  async start(env: Record<string, string>): Promise<void> {
    this.running = await this.stack.start(
      [...IDENTITY_ALONE, '--without', 'auth-service', '--without', 'api-gateway'],
      env,
    );
  }

  async set(env: Record<string, string>): Promise<string> {
    for (const name of ['auth-service', 'api-gateway']) this.services.push(await this.stack.startService(name, env));
    return this.running?.url ?? '';
  }

  async unset(): Promise<void> {
    await Promise.all(this.services.splice(0).map((service) => service.stop()));
  }

  async destroy(): Promise<void> {
    await this.running?.stop();
    await this.stack.destroy();
  }
}

const tokenIn = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

/** Everything of an answer that a script of a page can read. */
const readable = ({ headers, text }: Answer): string =>
  JSON.stringify([...headers].filter(([name]) => name !== 'set-cookie')) + text;

/** A life of an account, told over HTTP; every answer is heard by the caller. */
async function liveThrough(people: People, transport: SessionTransport): Promise<void> {
  const [email, first, second, third] = [`${randomUUID()}@example.org`, newPassword(), newPassword(), newPassword()];
  const [laptop, phone] = [people.stranger(), people.stranger()];
  const post = (agent: UserAgent, path: string, body: object) => agent.send('POST', path, body);
  const statusOf = async (answer: Promise<Answer>) => (await answer).status;
  const logIn = (agent: UserAgent, password: string) => statusOf(agent.logIn(email, password, transport));

  expect(await statusOf(post(laptop, AUTH_PATHS.register, { email, password: first }))).toBe(202);
  const confirmation = { token: await people.mailbox.token(email, CONFIRM), password: first };
  expect(await logIn(laptop, first)).toBe(401);
  expect(await statusOf(post(laptop, AUTH_PATHS.emailConfirm, confirmation))).toBe(204);
  expect([await logIn(laptop, first), await logIn(phone, first)]).toEqual([200, 200]);
  expect((await laptop.me()).body).toMatchObject({ email, superuser: false, verified: true });

  const change = { currentPassword: first, newPassword: second };
  expect(await statusOf(post(laptop, AUTH_PATHS.password, change))).toBe(204);
  expect([await statusOf(laptop.get(GUARDED)), await statusOf(phone.get(GUARDED))]).toEqual([200, 401]);
  expect([await statusOf(laptop.refresh()), await statusOf(phone.refresh())]).toEqual([200, 401]);
  expect([await logIn(phone, first), await logIn(phone, second)]).toEqual([401, 200]);

  expect(await statusOf(post(people.stranger(), AUTH_PATHS.passwordForgot, { email }))).toBe(202);
  const reset = { token: await people.mailbox.token(email, RESET), password: third };
  expect(await statusOf(post(people.stranger(), AUTH_PATHS.passwordReset, reset))).toBe(204);
  expect(await statusOf(post(people.stranger(), AUTH_PATHS.passwordReset, reset))).toBe(400);
  expect([await statusOf(laptop.get(GUARDED)), await statusOf(phone.get(GUARDED))]).toEqual([401, 401]);
  expect([await logIn(laptop, second), await logIn(laptop, third)]).toEqual([401, 200]);

  expect(await statusOf(laptop.send('DELETE', AUTH_PATHS.me, { password: third }))).toBe(204);
  expect([await statusOf(laptop.get(GUARDED)), await logIn(laptop, third)]).toEqual([401, 401]);
}

const stackOf = (env: () => Record<string, string>): Settable => {
  const settable = new Settable();
  beforeAll(() => settable.start(env()));
  afterAll(() => settable.destroy());
  return settable;
};

/** The services with tokens that travel so; `answers` collects what they say. */
const peopleUnder = (settable: Settable, transport: TokenTransport, env: Record<string, string> = {}) => {
  const answers: Answer[] = [];
  let people: People;
  beforeAll(async () => {
    const url = await settable.set({ JWT_TRANSPORT: transport, ...env });
    people = new People(settable.stack, url, ({ answer }) => answers.push(answer));
  });
  afterAll(() => settable.unset());
  beforeEach(() => {
    answers.length = 0;
  });
  return { answers, people: () => people };
};

describe('an account from registration to deletion, on PostgreSQL alone', () => {
  const settable = stackOf(() => ({}));

  describe('with JWT_TRANSPORT=cookie, in production', () => {
    const { answers, people } = peopleUnder(settable, 'cookie', { NODE_ENV: 'production' });

    it('B-3: never shows a token outside of cookies that scripts cannot read', async () => {
      await liveThrough(people(), 'cookie');

      expect(answers.map(readable).filter((text) => tokenIn.test(text))).toEqual([]);
      const given = answers.flatMap(({ headers }) => headers.getSetCookie());
      const { access, refresh } = sessionCookieNames(true);
      expect(given.length).toBeGreaterThan(8);
      expect(given.filter((line) => !line.startsWith(`${access}=`) && !line.startsWith(`${refresh}=`))).toEqual([]);
      for (const line of given)
        expect(line).toMatch(/^(?=.*; Path=\/)(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Lax)/);
    });

    it('B-4: takes tokens from nowhere else, and gives them no other way', async () => {
      const { agent, email, password } = await people().newcomer('cookie');
      const [accessToken = ''] = [...agent.cookies.values()];
      const thief = Object.assign(people().stranger(), { tokens: { accessToken, refreshToken: '' } });

      expect((await agent.get(GUARDED)).status).toBe(200);
      expect((await thief.get(GUARDED)).status).toBe(401);
      expect((await people().stranger().logIn(email, password, 'header')).body).toMatchObject({
        code: 'validation-failed',
      });
    });
  });

  describe('with JWT_TRANSPORT=header', () => {
    const { answers, people } = peopleUnder(settable, 'header');

    it('B-4: lives on tokens in bodies and the Authorization header, without a single cookie', async () => {
      await liveThrough(people(), 'header');

      expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
      const headers = answers.map((answer) => JSON.stringify([...answer.headers]));
      expect(headers.filter((text) => tokenIn.test(text))).toEqual([]);
    });

    it('B-4: takes no cookie for a token, and has no pages', async () => {
      const { agent, email, password } = await people().newcomer('header');
      const names = sessionCookieNames(false);
      const { accessToken = '', refreshToken = '' } = agent.tokens ?? {};
      const cookies = new Map([
        [names.access, accessToken],
        [names.refresh, refreshToken],
      ]);
      const browser = Object.assign(people().stranger(), { cookies });

      expect((await browser.get(GUARDED)).status).toBe(401);
      expect((await browser.refresh()).status).toBe(401);
      expect((await agent.refresh()).status).toBe(200);
      expect((await people().stranger().logIn(email, password, 'cookie')).status).toBe(400);
      expect((await people().stranger().get('/login')).status).toBe(404);
    });
  });

  describe('with JWT_TRANSPORT=both', () => {
    const { answers, people } = peopleUnder(settable, 'both');

    it.each(['cookie', 'header'] as const)('B-4: gives who chooses %s that one alone', async (transport) => {
      await liveThrough(people(), transport);

      const cookies = answers.filter(({ headers }) => headers.getSetCookie().some((line) => tokenIn.test(line)));
      const bodies = answers.filter(({ text }) => tokenIn.test(text));
      expect([cookies.length > 0, bodies.length > 0]).toEqual([transport === 'cookie', transport === 'header']);
    });
  });
});

describeWith('redis', (redisUrl) =>
  describe('an account from registration to deletion, with its sessions in Redis', () => {
    const settable = stackOf(() => ({ REDIS_URL: redisUrl() }));
    const { people } = peopleUnder(settable, 'both');

    it.each(['cookie', 'header'] as const)('lives through it all with %s', (transport) =>
      liveThrough(people(), transport),
    );
  }),
);
