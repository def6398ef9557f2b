import { randomUUID } from 'node:crypto';
import { IDENTITY_ROUTES, sessionCookieNames } from '@job-scope/auth-contracts';
import type { RunningProcess } from '@job-scope/platform-testing';
import { IDENTITY_ALONE, LocalStack, type Gateway, type RunningStack } from './local-stack.fixture';
import { done, People, type Person } from './people.fixture';
import type { Answer, UserAgent } from './user-agent.fixture';

const GUARDED = '/api/v1/saved-searches';
const SEARCH = '/api/v1/vacancies/search?limit=1';
const NAMES = sessionCookieNames(false);

const OUTAGE = { status: 503, type: 'application/problem+json; charset=utf-8', code: 'auth.unavailable', again: true };
const outageOf = ({ status, headers, body }: Answer) => ({
  status,
  type: headers.get('content-type'),
  code: body['code'],
  again: Number(headers.get('retry-after')) > 0,
});

describe('auth-service that does not answer', () => {
  const stack = new LocalStack();
  let running: RunningStack;
  let authService: RunningProcess;
  let administrator: UserAgent;
  let person: Person;
  let browser: UserAgent;
  beforeAll(async () => {
    running = await stack.start([...IDENTITY_ALONE, '--without', 'auth-service']);
    authService = await stack.startService('auth-service');
    const people = new People(stack, running.url);
    administrator = await people.administrator();
    person = await people.newcomer();
    browser = people.stranger();
    done(await browser.logIn(person.email, person.password, 'cookie'));
  });
  afterAll(async () => {
    await authService?.stop();
    await running?.stop();
    await stack.destroy();
  });

  /** Every route of identity, as somebody who may use it. A frozen service may still do it when it wakes up: to nobody. */
  const identityRoutes = (url: string): Promise<Answer[]> =>
    Promise.all(
      IDENTITY_ROUTES.map(({ method, path }) => {
        const target = path.replaceAll(/:\w+/g, randomUUID());
        return administrator.at(url).send(method, target, method === 'GET' ? undefined : {});
      }),
    );

  /** What goes on without it, token-checked or open. */
  const expectReads = async (url: string): Promise<void> => {
    const [agent, cookies] = [person.agent.at(url), browser.at(url).withCookies(NAMES.access)];
    const stranger = Object.assign(agent.at(url), { tokens: undefined });
    const forged = Object.assign(agent.at(url), { tokens: { ...agent.tokens, accessToken: 'x.y.z' } });
    const statuses = await Promise.all(
      [agent, cookies, stranger, forged].map(async (one) => [
        (await one.get(GUARDED)).status,
        (await one.get(SEARCH)).status,
      ]),
    );
    expect(statuses).toEqual([
      [200, 200],
      [200, 200],
      [401, 200],
      [401, 200],
    ]);
    expect((await stranger.get('/login')).status).toBe(200);
  };

  /** Of a browser whose access cookie has expired: where nobody needs to know who it is, nobody is kept waiting. */
  const expectExpired = async (url: string): Promise<void> => {
    const expired = browser.at(url).withCookies(NAMES.refresh);
    const [guarded, open] = await Promise.all([expired.get(GUARDED), expired.get(SEARCH)]);

    expect([outageOf(guarded), open.status]).toEqual([OUTAGE, 200]);
    expect([...expired.cookies.keys()]).toEqual([NAMES.refresh]);
  };

  const expectOutage = async (url: string): Promise<void> => {
    expect((await identityRoutes(url)).map(outageOf)).toEqual(IDENTITY_ROUTES.map(() => OUTAGE));
    await expectReads(url);
    await expectExpired(url);
  };

  const expectRecovery = async (url: string): Promise<void> => {
    expect((await person.agent.at(url).me()).status).toBe(200);
    expect((await browser.at(url).withCookies(NAMES.refresh).get(GUARDED)).status).toBe(200);
  };

  /** On the gateway that was there before, and on one that is started meanwhile. */
  const through = async (check: (url: string) => Promise<void>): Promise<Gateway> => {
    const late = await stack.startGateway();
    await Promise.all([check(running.url), check(late.url)]);
    return late;
  };

  it('killed: identity answers 503 and when to come again, reads go on, and all is well once it is back', async () => {
    await authService.stop('SIGKILL');
    const late = await through(expectOutage);
    authService = await stack.startService('auth-service');
    await Promise.all([expectRecovery(running.url), expectRecovery(late.url)]);
    await late.process.stop();
  });

  it('frozen: the same in the time promised, and what was asked meanwhile is not lost on the way back', async () => {
    process.kill(authService.pid, 'SIGSTOP');
    const late = await through(expectOutage);
    process.kill(authService.pid, 'SIGCONT');
    await Promise.all([expectRecovery(running.url), expectRecovery(late.url)]);
    await late.process.stop();
  });

  it('shows people a page that says so, and keeps what they have typed', async () => {
    await authService.stop('SIGKILL');
    const form = new URLSearchParams({ email: person.email, password: person.password });
    const answer = await fetch(`${running.url}/login`, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin', 'accept-language': 'ru' },
    });

    expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect(await answer.text()).toMatch(new RegExp(`role="alert"[^]*value="${person.email}"`));
    authService = await stack.startService('auth-service');
  });
});
