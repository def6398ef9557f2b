import { AUTH_PATHS, sessionCookieNames, type SessionTransport } from '@job-scope/auth-contracts';
import { describeWith } from '@job-scope/platform-testing';
import { IDENTITY_ALONE, LocalStack, type Gateway, type RunningStack } from './local-stack.fixture';
import { done, People, type Person } from './people.fixture';
import { claimsOf, type Answer, type UserAgent } from './user-agent.fixture';

const GUARDED = '/api/v1/saved-searches';
const NAMES = sessionCookieNames(false);

const statusOf = ({ status }: Answer): number => status;
const path = (template: string, ids: Record<string, string>): string =>
  template.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? '');

/** Two replicas of the gateway in front of one auth-service, in one configuration. */
function twoGateways(env: () => Record<string, string>): void {
  const stack = new LocalStack();
  let running: RunningStack;
  let second: Gateway;
  let urls: readonly string[];
  let people: People;
  let administrator: UserAgent;
  beforeAll(async () => {
    running = await stack.start(IDENTITY_ALONE, env());
    second = await stack.startGateway(env());
    urls = [running.url, second.url];
    people = new People(stack, running.url);
    administrator = await people.administrator();
  });
  afterAll(async () => {
    await second?.process.stop();
    await running?.stop();
    await stack.destroy();
  });

  /** What each gateway answers to the client, all of them asked so many times at once. */
  const everywhere = (agent: UserAgent, target: string, times = 3): Promise<number[]> =>
    Promise.all(urls.flatMap((url) => Array.from({ length: times }, () => agent.at(url).get(target).then(statusOf))));
  const all = (status: number, times = 3): number[] => urls.flatMap(() => Array<number>(times).fill(status));

  const asAdministrator = async (method: string, template: string, { id }: Person, body?: object) =>
    done(await administrator.send(method, path(template, { userId: id }), body));

  it('B-7: renews a session once, however many requests bring its expired cookie to whichever gateway', async () => {
    const { agent } = await people.newcomer('cookie');
    const expired = agent.withCookies(NAMES.refresh);
    const browsers = Array.from({ length: 30 }, (_, index) => expired.at(urls[index % urls.length] ?? ''));
    const answers = await Promise.all(browsers.map((browser) => browser.get(GUARDED)));

    expect(answers.map(statusOf)).toEqual(browsers.map(() => 200));
    const steps = browsers.map(({ cookies }) => [...cookies.values()].map((token) => claimsOf(token)['gen']));
    expect(steps).toEqual(browsers.map(() => [2, 2]));
    // Each has got a successor that is good: none was taken for a copy.
    const issues = browsers.map(({ cookies }) => claimsOf(cookies.get(NAMES.refresh) ?? '')['isn']);
    expect(new Set(issues)).toEqual(new Set([1]));
    expect(await Promise.all(browsers.map((browser) => browser.get(GUARDED).then(statusOf)))).toEqual(
      browsers.map(() => 200),
    );
    expect((await browsers[0]!.refresh()).status).toBe(200);
    expect(stack.log('auth-service')).not.toContain('refresh-token-reused');
  });

  it('B-2: ends a session everywhere when its refresh token comes back two steps later, and says so in the log', async () => {
    const { agent } = await people.newcomer('cookie');
    const copy = agent.withCookies(NAMES.refresh);
    for (let step = 0; step < 2; step++) done(await agent.refresh());
    expect(await everywhere(agent, GUARDED)).toEqual(all(200));
    expect((await copy.at(second.url).get(GUARDED)).status).toBe(401);

    expect(await everywhere(agent.withCookies(NAMES.access), GUARDED)).toEqual(all(401));
    expect(stack.log('auth-service')).toContain('refresh-token-reused');
  });

  it('B-16: ends the session that is logged out and no other, on both at once', async () => {
    const { agent, email, password } = await people.newcomer();
    const other = people.stranger();
    done(await other.logIn(email, password, 'header'));
    expect(await everywhere(agent, GUARDED)).toEqual(all(200));
    done(await agent.send('POST', AUTH_PATHS.logout));

    expect(await everywhere(agent, GUARDED)).toEqual(all(401));
    expect(await everywhere(other, GUARDED)).toEqual(all(200));
  });

  describe.each<SessionTransport>(['cookie', 'header'])(
    'what is taken from a user with the transport %s',
    (transport) => {
      let person: Person;
      beforeEach(async () => {
        person = await people.newcomer(transport);
        expect(await everywhere(person.agent, GUARDED)).toEqual(all(200));
      });

      it('is gone on both when a superuser ends one session', async () => {
        const { body } = await person.agent.get(AUTH_PATHS.sessions);
        const [{ id: sessionId = '' } = {}] = body['items'] as { id: string }[];
        done(await administrator.send('DELETE', path(AUTH_PATHS.userSession, { userId: person.id, sessionId })));

        expect(await everywhere(person.agent, GUARDED)).toEqual(all(401));
      });

      it('is gone on both when they end all their sessions', async () => {
        done(await person.agent.at(second.url).send('DELETE', AUTH_PATHS.sessions));

        expect(await everywhere(person.agent, GUARDED)).toEqual(all(401));
      });

      it('A-8: is gone on both when they are deactivated', async () => {
        await asAdministrator('PATCH', AUTH_PATHS.user, person, { active: false });

        expect(await everywhere(person.agent, GUARDED)).toEqual(all(401));
      });

      it('A-9: is gone on both when they are deleted', async () => {
        await asAdministrator('DELETE', AUTH_PATHS.user, person);

        expect(await everywhere(person.agent, GUARDED)).toEqual(all(401));
        expect(await everywhere(person.agent, '/login', 1)).toEqual(all(200, 1));
      });

      it('B-14: is no superuser on either from the promotion to the demotion and no longer, by the very same token', async () => {
        const asked = async () => [
          ...(await everywhere(person.agent, AUTH_PATHS.users)),
          ...(await everywhere(person.agent, '/docs', 1)),
        ];
        const [before, refused] = [await asked(), [...all(403), ...all(403, 1)]];
        await asAdministrator('PATCH', AUTH_PATHS.user, person, { superuser: true });
        const between = await asked();
        await asAdministrator('PATCH', AUTH_PATHS.user, person, { superuser: false });

        expect([before, between, await asked()]).toEqual([refused, [...all(200), ...all(200, 1)], refused]);
        expect(await everywhere(person.agent, GUARDED)).toEqual(all(200));
      });
    },
  );
}

describe('two gateways on PostgreSQL alone', () => twoGateways(() => ({})));

describeWith('redis', (redisUrl) =>
  describe('two gateways with sessions in Redis', () => twoGateways(() => ({ REDIS_URL: redisUrl() }))),
);
