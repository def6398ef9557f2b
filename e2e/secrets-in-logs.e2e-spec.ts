import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { AUTH_PATHS, sessionCookieNames } from '@job-scope/auth-contracts';
import { runSql } from '@job-scope/platform-testing';
import { Client } from './client.fixture';
import { LocalStack, type RunningStack } from './local-stack.fixture';
import { CONFIRM, done, newPassword, People, RESET } from './people.fixture';
import { databaseDump, logsOf, Secrets } from './secrets.fixture';
import type { UserAgent } from './user-agent.fixture';

const NAMES = sessionCookieNames(false);
const GUARDED = '/api/v1/saved-searches';

describe('a run in which everything is done that needs a secret', () => {
  const stack = new LocalStack();
  const secrets = new Secrets();
  const addresses = Array.from({ length: 5 }, () => `${randomUUID()}@example.org`);
  const [ann = '', ben = '', nobody = '', form = '', moved = ''] = addresses;
  let running: RunningStack;
  let people: People;
  beforeAll(async () => {
    const application = {
      HEADHUNTER_CLIENT_SECRET: randomUUID(),
      HEADHUNTER_TOKEN_KEY: randomBytes(32).toString('base64'),
    };
    for (const [name, value] of Object.entries(application)) secrets.add(name, value);
    secrets.add('what the simulator answers to the application', 'APPLSIMULATED0001');
    const env = { LOG_LEVEL: 'debug', HEADHUNTER_CLIENT_ID: 'application', ...application };
    running = await stack.start(['--vacancies', '60'], env);
    people = new People(stack, running.url, secrets.overhear);
    await accounts();
    await sessions();
    await faults(await pages());
    secrets.collect(stack);
  });
  afterAll(async () => {
    await running?.stop();
    await stack.destroy();
  });

  const post = (agent: UserAgent, path: string, body: object) => agent.send('POST', path, body);
  const register = async (email: string): Promise<string> => {
    const password = newPassword();
    done(await post(people.stranger(), AUTH_PATHS.register, { email, password }));
    done(
      await post(people.stranger(), AUTH_PATHS.emailConfirm, {
        token: await people.mailbox.token(email, CONFIRM),
        password,
      }),
    );
    return password;
  };

  async function accounts(): Promise<void> {
    const [first, second, third] = [await register(ann), newPassword(), newPassword()];
    const agent = people.stranger();
    // Registered again, with another password; and one that is too short.
    done(await post(people.stranger(), AUTH_PATHS.register, { email: ann, password: newPassword() }));
    await post(people.stranger(), AUTH_PATHS.register, { email: nobody, password: randomUUID().slice(0, 11) });
    await agent.logIn(ann, newPassword(), 'header');
    await agent.logIn(nobody, newPassword(), 'header');
    done(await agent.logIn(ann, first, 'header'));
    await post(agent, AUTH_PATHS.password, { currentPassword: newPassword(), newPassword: second });
    done(await post(agent, AUTH_PATHS.password, { currentPassword: first, newPassword: second }));
    done(await post(agent, AUTH_PATHS.email, { email: moved, password: second }));
    done(
      await post(agent, AUTH_PATHS.emailConfirm, {
        token: await people.mailbox.token(moved, CONFIRM),
        password: second,
      }),
    );
    done(await post(agent, AUTH_PATHS.passwordForgot, { email: moved }));
    const reset = { token: await people.mailbox.token(moved, RESET), password: third };
    done(await post(agent, AUTH_PATHS.passwordReset, reset));
    await post(agent, AUTH_PATHS.passwordReset, reset);
    const administrator = await people.administrator();
    done(await post(administrator, AUTH_PATHS.users, { email: ben }));
    done(await administrator.get(`${AUTH_PATHS.users}?search=${encodeURIComponent(ben)}`));
    done(await agent.logIn(moved, third, 'header'));
    done(await agent.send('DELETE', AUTH_PATHS.me, { password: third }));
  }

  async function sessions(): Promise<void> {
    const client = await Client.logIn(running.url, stack.superuserPassword);
    await client.runUntil(await client.collect(), ({ status }) => status === 'finished');
    for (const transport of ['cookie', 'header'] as const) {
      const { agent, email, password } = await people.newcomer(transport);
      addresses.push(email);
      const copy = agent.at(running.url);
      done(await agent.refresh());
      if (transport === 'cookie') done(await agent.withCookies(NAMES.refresh).get(GUARDED));
      else done(await agent.refresh());
      // Too late: it is taken for a thief's.
      done(await agent.refresh());
      await copy.refresh();
      await agent.get(GUARDED);
      done(await agent.logIn(email, password, transport));
      await agent.send('GET', GUARDED, undefined, { authorization: `Basic ${btoa(`${email}:${password}`)}` });
      await agent.get(`${GUARDED}?access_token=${agent.tokens?.accessToken}`);
      await agent.get(`/no/such/path/${[...agent.cookies.values()].join('/')}`);
      done(await agent.send('POST', AUTH_PATHS.logout));
    }
  }

  async function pages(): Promise<string> {
    const [first, second] = [newPassword(), newPassword()];
    const browser = people.stranger();
    await browser.submit('/register', { email: form, password: first });
    const confirmation = await people.mailbox.token(form, CONFIRM);
    done(await browser.get(`${CONFIRM}?token=${confirmation}`));
    await browser.submit(CONFIRM, { token: confirmation, password: newPassword() });
    await browser.submit(CONFIRM, { token: confirmation, password: first });
    await browser.submit('/login', { email: form, password: newPassword() });
    await browser.submit('/login', { email: form, password: first, next: '/docs' });
    expect(browser.cookies.has(NAMES.access)).toBe(true);
    await browser.get('/docs');
    await browser.submit('/logout', {});
    await browser.submit('/password/forgot', { email: form });
    const token = await people.mailbox.token(form, RESET);
    done(await browser.get(`${RESET}?token=${token}`));
    await browser.submit(RESET, { token, password: randomUUID().slice(0, 11) });
    await browser.submit(RESET, { token, password: second });
    expect((await browser.logIn(form, second)).status).toBe(200);
    return second;
  }

  /** What is broken is quoted in errors: bodies, headers, statements. */
  async function faults(known: string): Promise<void> {
    const [agent, password] = [people.stranger(), newPassword()];
    secrets.add('a broken body', password);
    await fetch(running.url + AUTH_PATHS.login, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"email": "${ann}", "password": "${password}"`,
    });
    await sendRaw(`GET ${GUARDED} HTTP/1.1\r\nhost: x\r\nauthorization Bearer ${password}\r\n\r\n`);
    await runSql(stack.databaseUrl, 'ALTER TABLE auth.users ADD CONSTRAINT broken CHECK (revision < 0) NOT VALID');
    expect((await post(agent, AUTH_PATHS.register, { email: nobody, password })).status).toBe(500);
    await runSql(stack.databaseUrl, 'ALTER TABLE auth.users DROP CONSTRAINT broken');
    await runSql(stack.databaseUrl, 'ALTER TABLE auth.sessions RENAME TO sessions_away');
    expect((await agent.logIn(form, known)).status).toBe(500);
    await runSql(stack.databaseUrl, 'ALTER TABLE auth.sessions_away RENAME TO sessions');
  }

  async function sendRaw(request: string): Promise<void> {
    const { hostname, port } = new URL(running.url);
    const socket = connect(Number(port), hostname).resume();
    socket.write(request);
    await once(socket, 'close');
  }

  it("shows none of them in any log, at any level, not even PostgreSQL's", async () => {
    const logs = logsOf(stack);
    // The last thing done has been logged: what came before has been, too.
    while (!stack.log('auth-service').includes('"http.response.status_code":500')) await delay(20);

    expect([...logs.keys()].sort()).toEqual([
      'logs/api-gateway.log',
      'logs/auth-service.log',
      'logs/scheduler.log',
      'logs/simulator-greenhouse.log',
      'logs/simulator-headhunter.log',
      'logs/simulator-trudvsem.log',
      'logs/vacancy-worker.log',
      'postgres/server.log',
    ]);
    expect(secrets.size).toBeGreaterThan(60);
    for (const [file, text] of logsOf(stack)) expect([file, secrets.shownIn(text)]).toEqual([file, []]);
    const told = ['refresh-token-reused', AUTH_PATHS.passwordReset, 'violates check constraint', 'does not exist'];
    const texts = [...logsOf(stack).values()];
    expect(told.filter((evidence) => !texts.some((text) => text.includes(evidence)))).toEqual([]);
  });

  it('shows no hash of a password and no address of anybody in them either', () => {
    for (const [file, text] of logsOf(stack)) {
      expect([file, text.includes('$argon2')]).toEqual([file, false]);
      expect([file, addresses.filter((address) => text.includes(address))]).toEqual([file, []]);
    }
  });

  it('stores none of them: whoever has the database has no password, no token, no link and no key', async () => {
    const dump = await databaseDump(stack.databaseUrl);

    expect([...dump.keys()]).toEqual(expect.arrayContaining(['auth.users', 'auth.audit_events', 'auth.outbox']));
    expect(dump.get('auth.audit_events')).toContain(form);
    for (const [table, text] of dump) expect([table, secrets.shownIn(text)]).toEqual([table, []]);
  });
});
