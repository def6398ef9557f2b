import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { freePort, startProcess } from '@job-scope/platform-testing';
import type { Stack } from '../stack';
import { undoable } from '../undo';
import { recordHttp, type HttpQuestion } from './record-http';
import { recordSql, type SqlQuestion } from './record-sql';

/** What the gateway asks its engine for one search of a reader. */
export type EngineQuestions =
  | { readonly engine: 'elasticsearch'; readonly question: HttpQuestion }
  | { readonly engine: 'postgres'; readonly questions: readonly SqlQuestion[] };

/** Asks a second gateway, between which and the engine stands a recorder. */
export async function engineQuestionsOf(stack: Stack, paths: readonly string[]): Promise<readonly EngineQuestions[]> {
  const file = join(stack.folder, 'secrets/api-gateway.env');
  const recorder = await recorderOf(stack, parseEnv(await readFile(file, 'utf8'))['DATABASE_URL'] ?? '');
  const gateway = await startGateway(file, { [recorder.variable]: recorder.url });
  try {
    const recorded: EngineQuestions[] = [];
    for (const path of paths) {
      recorder.forget();
      const response = await fetch(gateway.url + path);
      if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
      await response.arrayBuffer();
      recorded.push(recorder.recorded(path));
    }
    return recorded;
  } finally {
    await gateway.stop();
    await recorder.stop();
  }
}

async function startGateway(envFile: string, changed: Readonly<Record<string, string>>) {
  const port = String(await freePort());
  const gateway = await startProcess({
    command: process.execPath,
    args: [`--env-file=${envFile}`, resolve(__dirname, '../../../dist/apps/api-gateway/main.js')],
    env: { ...changed, PORT: port, MANAGEMENT_PORT: '0' },
    readyWhen: /service-started/,
  });
  return { url: `http://127.0.0.1:${port}`, stop: undoable(() => gateway.stop()) };
}

async function recorderOf({ elasticsearchUrl }: Stack, databaseUrl: string) {
  if (elasticsearchUrl === undefined) {
    const { questions, ...recorder } = await recordSql(databaseUrl);
    return {
      ...recorder,
      variable: 'DATABASE_URL',
      forget: () => void (questions.length = 0),
      // Sessions, limits and notes of other things go the same way.
      recorded: (): EngineQuestions => ({
        engine: 'postgres',
        questions: questions.filter(({ text }) => /^\s*(WITH|SELECT)\b/.test(text) && text.includes('vacancies.')),
      }),
    };
  }
  const { questions, ...recorder } = await recordHttp(elasticsearchUrl);
  return {
    ...recorder,
    variable: 'ELASTICSEARCH_URL',
    forget: () => void (questions.length = 0),
    recorded: (path: string): EngineQuestions => {
      const [question, ...others] = questions;
      if (!question || others.length > 0) throw new Error(`${path} asks Elasticsearch ${questions.length} times`);
      return { engine: 'elasticsearch', question };
    },
  };
}
