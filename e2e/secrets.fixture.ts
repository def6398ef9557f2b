import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSql } from '@job-scope/platform-testing';
import type { LocalStack } from './local-stack.fixture';
import type { Exchange } from './user-agent.fixture';

const SECRET_NAME = /passw|token|authorization|cookie/i;
const JSON_WEB_TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every secret that a run uses: found where it is kept, and overheard where it travels. */
export class Secrets {
  private readonly values = new Map<string, string>();

  /** Of those that differ in each run: a text that could stand somewhere by chance proves nothing. */
  add(name: string, value: string): void {
    if (value.length < 11) throw new Error(`${name} is too short to be searched for`);
    this.values.set(value, name);
  }

  readonly overhear = ({ sent, answer }: Exchange): void => {
    for (const [name, value] of Object.entries(sent)) {
      if (SECRET_NAME.test(name) && typeof value === 'string') this.add(name, value);
    }
    const heard = [answer.text, ...answer.headers.getSetCookie()].join('\n');
    for (const [token] of heard.matchAll(JSON_WEB_TOKEN)) this.add('a token of an answer', token);
  };

  /** What the stack keeps in its folders: generated passwords and keys, and the links in mails. */
  collect({ dataDir }: LocalStack): void {
    for (const file of filesUnder(join(dataDir, 'secrets'))) {
      const text = readFileSync(file, 'utf8');
      if (!file.endsWith('.env')) this.add(file, text);
      for (const [, password = ''] of text.matchAll(/:\/\/[^:/@\s]+:([^@\s]+)@/g)) this.add(file, password);
    }
    this.add('postgres/password', readFileSync(join(dataDir, 'postgres/password'), 'utf8'));
    for (const file of filesUnder(join(dataDir, 'mail'))) {
      for (const [token] of readFileSync(file, 'utf8').matchAll(JSON_WEB_TOKEN)) this.add(file, token);
    }
  }

  get size(): number {
    return this.values.size;
  }

  /** Names of those that the text shows, whole or as the part of a token that makes it one, in whatever spelling. */
  shownIn(text: string): string[] {
    return [...this.values]
      .filter(([value]) => spellings(value).some((one) => text.includes(one)))
      .map(([, name]) => name);
  }
}

const spellings = (value: string): string[] => {
  const essence = value.split('.').at(-1) ?? value;
  return [
    value,
    ...(essence.length >= 12 ? [essence] : []),
    encodeURIComponent(value),
    value.replaceAll(' ', '+'),
    Buffer.from(value).toString('base64').replaceAll('=', ''),
  ];
};

/** Every file of logs, PostgreSQL's own among them. */
export const logsOf = ({ dataDir }: LocalStack): ReadonlyMap<string, string> =>
  new Map(
    [...filesUnder(join(dataDir, 'logs')), join(dataDir, 'postgres/server.log')].map((file) => [
      file.slice(dataDir.length + 1),
      readFileSync(file, 'utf8'),
    ]),
  );

/** Every row of every table, as text. */
export async function databaseDump(url: string): Promise<ReadonlyMap<string, string>> {
  const tables = (await runSql(url, TABLES)) as { name: string }[];
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const rows = (await runSql(url, `SELECT to_jsonb(t)::text AS text FROM ${name} t`)) as { text: string }[];
    dump.set(name, rows.map(({ text }) => text).join('\n'));
  }
  return dump;
}

const TABLES = `
  SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
