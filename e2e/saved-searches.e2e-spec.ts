import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  changeUser,
  confirmEmail,
  createClient,
  createSavedSearch,
  deleteAccount,
  getSavedSearch,
  requestCollection,
  requestEmailChange,
  runEvents,
  searchVacancies,
  type Client,
  type SavedSearch,
} from '@job-scope/api-client';
import { runSql } from '@job-scope/platform-testing';
import { join } from 'node:path';
import { LocalStack, workspace, type RunningStack } from './local-stack.fixture';
import { CONFIRM, People, type Person } from './people.fixture';
import type { UserAgent } from './user-agent.fixture';

/* From a registration to the mail about a vacancy: each service does its own part, and each test begins where the last ended. */

const SAMPLE = join(workspace, 'tools/simulators/headhunter/fixtures/sample-items.json');
const TERMS = { text: 'python' };

/** Somebody who wants to be told of vacancies. */
interface Reader extends Person {
  readonly client: Client;
  readonly saved: SavedSearch;
}

const stack = new LocalStack();
let running: RunningStack;
let people: People;
let admin: Client;
let stays: Reader;
let moves: Reader;
let isDisabled: Reader;
let leaves: Reader;
const newAddress = `${randomUUID()}@example.org`;

beforeAll(async () => {
  running = await stack.start(['--no-collect', '--without', 'scheduler', '--data', SAMPLE]);
  people = new People(stack, running.url);
  admin = clientOf(await people.administrator());
  stays = await aReader();
  moves = await aReader();
  isDisabled = await aReader();
  leaves = await aReader();
});
afterAll(async () => {
  await running?.stop();
  await stack.destroy();
});

const clientOf = ({ tokens }: UserAgent): Client =>
  createClient({
    baseUrl: running.url,
    auth: ({ scheme }) => (scheme === 'bearer' ? tokens?.accessToken : undefined),
  });

/** Registers, proves the address by the mail to it, and saves a search. */
async function aReader(): Promise<Reader> {
  const person = await people.newcomer();
  const client = clientOf(person.agent);
  const body = { name: 'Pythons', search: TERMS, frequency: 'hourly', language: 'en' } as const;
  const { data: saved } = await createSavedSearch({ client, throwOnError: true, body });
  return { ...person, client, saved };
}

const savedSearchOf = async ({ client, saved }: Reader): Promise<SavedSearch> =>
  (await getSavedSearch({ client, throwOnError: true, path: { id: saved.id } })).data;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(100);
}

const rows = (sql: string, ...values: readonly unknown[]) => runSql(stack.databaseUrl, sql, values);

/** Collects everything the source has, until it can be found. */
async function collect(): Promise<void> {
  const headers = { 'Idempotency-Key': randomUUID() };
  const body = { source: 'headhunter', query: {} };
  const { data: run } = await requestCollection({ client: admin, throwOnError: true, headers, body });
  for await (const event of runEvents({ client: admin, path: { id: run.id } })) void event;
  await until(async () => (await rows('SELECT FROM vacancies.outbox WHERE dead_at IS NULL LIMIT 1')).length === 0);
}

/** Saved searches are looked at once an hour: this is the hour, for all of them. Ends when all mails are sent. */
async function anHourLater(): Promise<void> {
  await rows('UPDATE vacancies.saved_searches SET due_at = now() WHERE NOT paused');
  const behind = `SELECT FROM vacancies.saved_searches WHERE NOT paused AND due_at < now() + interval '30 minutes'
    UNION ALL SELECT FROM vacancies.notifications`;
  await until(async () => (await rows(behind)).length === 0);
}

const subjectOf = (mail: string): string => /^Subject: (.*)\r$/m.exec(mail)?.[1] ?? '';

describe('saved searches', () => {
  it('follow the accounts of their users', async () => {
    for (const reader of [stays, moves, isDisabled, leaves]) {
      await until(async () => (await savedSearchOf(reader)).deliverTo === reader.email);
    }

    const { password } = moves;
    await requestEmailChange({ client: moves.client, throwOnError: true, body: { email: newAddress, password } });
    const token = await people.mailbox.token(newAddress, CONFIRM);
    await confirmEmail({ client: moves.client, throwOnError: true, body: { token, password } });
    await changeUser({ client: admin, throwOnError: true, path: { userId: isDisabled.id }, body: { active: false } });
    await deleteAccount({ client: leaves.client, throwOnError: true, body: { password: leaves.password } });

    await until(async () => (await savedSearchOf(moves)).deliverTo === newAddress);
    const reached = 'SELECT FROM vacancies.recipients WHERE user_id = $1';
    await until(async () => (await rows(reached, isDisabled.id)).length === 0);
    const kept = 'SELECT FROM vacancies.saved_searches WHERE owner_id = $1';
    await until(async () => (await rows(kept, leaves.id)).length === 0);
    expect(await rows(kept, isDisabled.id)).toHaveLength(1);
  });

  it('bring one mail about all that is new, to the address proved last, and nobody else one', async () => {
    await collect();
    await anHourLater();

    const { data: found } = await searchVacancies({ client: admin, throwOnError: true, query: TERMS });
    expect(found.total.value).toBeGreaterThan(1);
    for (const address of [stays.email, newAddress]) {
      const mails = people.mailbox.newsTo(address);
      expect([address, mails.map(subjectOf)]).toEqual([address, [`Pythons: ${found.total.value} new vacancies`]]);
      expect(mails[0]).toMatch(/python/i);
    }
    const others = [moves, isDisabled, leaves].flatMap(({ email }) => people.mailbox.newsTo(email));
    expect(others).toEqual([]);
  });

  it('bring nothing twice when the same is collected again', async () => {
    await collect();
    await anHourLater();

    expect([stays.email, newAddress].map((address) => people.mailbox.newsTo(address).length)).toEqual([1, 1]);
  });

  it('bring no more mails once the link in one was used, by its button or by a mail program', async () => {
    const [mail = ''] = people.mailbox.newsTo(stays.email);
    const [, link = ''] = /^List-Unsubscribe:\s+<(.+)>\r$/m.exec(mail) ?? [];
    expect(link).toMatch(`${running.url}/unsubscribe/`);

    expect((await fetch(link)).status).toBe(200);
    expect((await savedSearchOf(stays)).paused).toBe(false);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
    expect(await savedSearchOf(stays)).toMatchObject({ paused: true, nextLookAt: null });
    expect((await savedSearchOf(moves)).paused).toBe(false);
  });
});
