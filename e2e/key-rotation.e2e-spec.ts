import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { IDENTITY_ALONE, LocalStack, workspace, type Gateway, type RunningStack } from './local-stack.fixture';
import { People, type Person } from './people.fixture';
import { keyOf, type Answer } from './user-agent.fixture';

const GUARDED = '/api/v1/saved-searches';
/** A new key signs after twice that. */
const ENV = { JWKS_MAX_AGE_SECONDS: '2' };

describe('npm run keys:rotate, twice, while the system is in use', () => {
  const stack = new LocalStack();
  let running: RunningStack;
  let second: Gateway;
  let people: People;
  let persons: Person[];
  beforeAll(async () => {
    running = await stack.start(IDENTITY_ALONE, ENV);
    second = await stack.startGateway();
    people = new People(stack, running.url);
    persons = await Promise.all(Array.from({ length: 4 }, () => people.newcomer()));
  });
  afterAll(async () => {
    await second?.process.stop();
    await running?.stop();
    await stack.destroy();
  });

  const rotate = (): Promise<{ stdout: string }> =>
    promisify(execFile)(process.execPath, [join(workspace, 'tools/bootstrap/run.mjs'), 'keys:rotate'], {
      env: { ...process.env, ...ENV, NODE_OPTIONS: undefined, JOB_SCOPE_DATA_DIR: stack.dataDir },
    });

  const failed: string[] = [];
  const asked = { logins: 0, refreshes: 0, reads: 0 };
  let over = false;

  const note = (what: keyof typeof asked, { status, text }: Answer): void => {
    asked[what]++;
    if (status !== 200) failed.push(`${what}: ${status} ${text}`);
  };
  const urls = (): readonly string[] => [running.url, second.url];

  const logInAgain = async ({ email, password }: Person): Promise<void> => {
    while (!over) {
      const agent = people.stranger();
      note('logins', await agent.logIn(email, password, 'header'));
      for (const url of urls()) note('reads', await agent.at(url).get(GUARDED));
    }
  };
  /** By the header's transport, and at the gateway that is asked for nothing else meanwhile. */
  const refreshAgain = async ({ agent }: Person): Promise<void> => {
    while (!over) {
      note('refreshes', await agent.refresh());
      for (const url of urls()) note('reads', await agent.at(url).me());
    }
  };
  /** With one access token all the time. */
  const readAgain = async ({ agent }: Person): Promise<void> => {
    while (!over) for (const url of urls()) note('reads', await agent.at(url).get(GUARDED));
  };

  const signsNow = async ({ email, password }: Person): Promise<string> => {
    const agent = people.stranger();
    note('logins', await agent.logIn(email, password, 'header'));
    return keyOf(agent.tokens?.accessToken ?? '');
  };
  const untilAnotherSigns = async (person: Person, before: string): Promise<string> => {
    for (;;) {
      const kid = await signsNow(person);
      if (kid !== before) return kid;
      await delay(100);
    }
  };

  it('B-13: fails not one request, honours tokens of the old keys, and signs with the new key in the end', async () => {
    const [guest, owner, reader, sleeper] = persons as [Person, Person, Person, Person];
    const use = [logInAgain(guest), refreshAgain(owner), readAgain(reader)];
    const kids = [await signsNow(guest)];
    for (const before of [0, 1]) {
      const { stdout } = await rotate();
      kids.push(await untilAnotherSigns(guest, kids[before] ?? ''));
      expect(stdout).toContain(kids[before + 1]);
    }
    const late = await stack.startGateway();
    for (const url of [...urls(), late.url]) note('reads', await sleeper.agent.at(url).get(GUARDED));
    note('refreshes', await sleeper.agent.refresh());
    over = true;
    await Promise.all(use);
    await late.process.stop();

    expect(failed).toEqual([]);
    expect(new Set(kids).size).toBe(3);
    expect(keyOf(reader.agent.tokens?.accessToken ?? '')).toBe(kids[0]);
    expect(keyOf(sleeper.agent.tokens?.refreshToken ?? '')).toBe(kids[2]);
    for (const count of Object.values(asked)) expect(count).toBeGreaterThan(20);
    const { body } = await people.stranger().get(AUTH_PATHS.jwks);
    expect((body['keys'] as { kid: string }[]).map(({ kid }) => kid).toSorted()).toEqual(kids.toSorted());
  });
});
