import { setTimeout as delay } from 'node:timers/promises';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { describeWith, runSql, type RunningProcess } from '@job-scope/platform-testing';
import { Redis } from 'ioredis';
import { IDENTITY_ALONE, LocalStack, type Gateway, type RunningStack } from './local-stack.fixture';
import { People, type Person } from './people.fixture';
import type { UserAgent } from './user-agent.fixture';

const GUARDED = '/api/v1/saved-searches';
const PEOPLE = 6;
const DEATHS = 4;
/** So many changes are acknowledged between one death and the next, while as many others are on their way. */
const CHANGES = 12;

/** What auth-service does in the database, save for waiting. */
const BUSY = `
  SELECT FROM pg_stat_activity
  WHERE application_name = 'auth-service' AND state = 'active' AND wait_event_type IS DISTINCT FROM 'Lock'`;

/** The database alone says what is true; with sessions in Redis there is a second place that must not differ. */
describeWith('redis', (redisUrl) =>
  describe(`auth-service that is killed ${DEATHS} times while it deactivates and activates users`, () => {
    const stack = new LocalStack();
    let running: RunningStack;
    let second: Gateway;
    let redis: Redis;
    let authService: RunningProcess;
    let administrator: UserAgent;
    let persons: Person[];
    beforeAll(async () => {
      const env = { REDIS_URL: redisUrl() };
      redis = new Redis(redisUrl());
      running = await stack.start([...IDENTITY_ALONE, '--without', 'auth-service'], env);
      authService = await stack.startService('auth-service');
      second = await stack.startGateway();
      const people = new People(stack, running.url);
      administrator = await people.administrator();
      persons = await Promise.all(Array.from({ length: PEOPLE }, () => people.newcomer()));
    });
    afterAll(async () => {
      await authService?.stop();
      await second?.process.stop();
      await running?.stop();
      await stack.destroy();
      await redis?.quit();
    });

    const seen = { acknowledged: 0, interrupted: 0 };
    const broken: string[] = [];
    let over = false;

    const isActive = async ({ id }: Person): Promise<boolean> => {
      const rows = await runSql(stack.databaseUrl, 'SELECT active FROM auth.users WHERE id = $1', [id]);
      return (rows as { active: boolean }[])[0]?.active ?? false;
    };
    /** Whether each gateway lets them in. */
    const access = ({ agent }: Person): Promise<boolean[]> =>
      Promise.all([running.url, second.url].map(async (url) => (await agent.at(url).get(GUARDED)).status === 200));
    const change = async ({ id }: Person, active: boolean): Promise<number> =>
      (await administrator.send('PATCH', AUTH_PATHS.user.replace(':userId', id), { active })).status;

    const noteAccess = async (person: Person, why: string): Promise<void> => {
      if ((await access(person)).includes(true)) broken.push(why);
    };
    /** Nobody knows what has become of the change; what the database says holds all the same. */
    const noteUntold = async (person: Person): Promise<void> => {
      if (await isActive(person)) return;
      const hasAccess = (await access(person)).includes(true);
      // An activation that was on its way may have got through only now.
      if (hasAccess && !(await isActive(person))) broken.push('inactive in the database, and let in');
    };

    const changeUntilDone = async (person: Person, active: boolean): Promise<void> => {
      for (;;) {
        const status = await change(person, active);
        if (status === 200) break;
        if (![502, 503, 504].includes(status)) broken.push(`a change was answered by ${status}`);
        if (status === 502) seen.interrupted++;
        await noteUntold(person);
        await delay(20);
      }
      seen.acknowledged++;
      if (!active) await noteAccess(person, 'deactivated, and let in');
    };

    const keepChanging = async (person: Person): Promise<void> => {
      for (let active = false; !over; active = !active) await changeUntilDone(person, active);
      await changeUntilDone(person, true);
    };

    /** Whether all that auth-service has begun waits for the token store: what has not been told is not told any more. */
    const isStuck = async (): Promise<boolean> => {
      const clients = String(await redis.client('LIST')).split('\n');
      if (!clients.some((one) => / name=auth-service .* flags=\w*b/.test(one))) return false;
      return (await runSql(stack.databaseUrl, BUSY)).length === 0;
    };

    const kill = async (): Promise<void> => {
      await authService.stop('SIGKILL');
      authService = await stack.startService('auth-service');
    };

    /** Kills it where the database and the token store are furthest apart: before anything more can be told. */
    const killUntold = async (): Promise<void> => {
      await redis.client('PAUSE', 10_000, 'WRITE');
      while (!(await isStuck())) await delay(5);
      await authService.stop('SIGKILL');
      await redis.client('UNPAUSE');
      authService = await stack.startService('auth-service');
    };

    const settle = async (): Promise<void> => {
      // Nothing is on its way any more, so that doubts need not wait for their time.
      await runSql(stack.databaseUrl, 'UPDATE auth.outbox SET available_at = clock_timestamp()');
      while ((await runSql(stack.databaseUrl, 'SELECT 1 FROM auth.outbox')).length > 0) await delay(50);
    };

    it('lets nobody in who was deactivated, at no time and at no gateway', async () => {
      const changing = persons.map(keepChanging);
      for (let death = 1; death <= DEATHS; death++) {
        const enough = seen.acknowledged + CHANGES;
        while (seen.acknowledged < enough) await delay(5);
        await (death % 2 === 0 ? kill() : killUntold());
      }
      over = true;
      await Promise.all(changing);

      expect(broken).toEqual([]);
      expect(seen.interrupted).toBeGreaterThan(0);
    });

    it('is of one mind with the token store in the end, whatever it was doing when it died', async () => {
      const cut = persons.map((person, index) => change(person, index % 2 === 0));
      await Promise.race(cut);
      await kill();
      await Promise.all(cut);
      await Promise.all(persons.map(noteUntold));
      await settle();

      const active = await Promise.all(persons.map(isActive));
      expect(await Promise.all(persons.map(access))).toEqual(active.map((one) => [one, one]));
      expect(broken).toEqual([]);
    });
  }),
);
