import { testPostgres } from '@job-scope/platform-testing';
import { Client } from 'pg';
import { recordSql } from './record-sql';

const database = testPostgres();

it('lets statements through as they are, and remembers those with parameters', async () => {
  const recorder = await recordSql(database.url);
  const client = new Client(recorder.url);
  await client.connect();
  const text = 'SELECT $1::text AS word, $2::text[] AS list, $3::int AS nothing';
  const long = 'ё'.repeat(100_000);
  const { rows } = await client.query(text, [long, ['a', 'b,c'], null]);
  await client.query('SELECT 1');
  await client.end();
  await recorder.stop();
  expect(rows).toEqual([{ word: long, list: ['a', 'b,c'], nothing: null }]);
  expect(recorder.questions).toEqual([{ text, values: [long, '{"a","b,c"}', null] }]);
});
