import { Client } from './client.fixture';
import { LocalStack, type RunningStack } from './local-stack.fixture';

const VACANCIES = 10_000;

describe(`${VACANCIES} vacancies`, () => {
  const stack = new LocalStack();
  let running: RunningStack;
  beforeAll(async () => {
    running = await stack.start(['--vacancies', String(VACANCIES)], { HEADHUNTER_FETCH_DETAILS: 'false' });
  });
  afterAll(async () => {
    await running?.stop();
    await stack.destroy();
  });

  it('are all stored once and searchable', async () => {
    const client = await Client.logIn(running.url, stack.superuserPassword);
    const { body } = await client.get('/api/v1/collections?limit=1').expect(200);
    const found = await client.everything();

    expect(body.items[0]).toMatchObject({
      outcome: 'complete',
      counts: { created: VACANCIES, changed: 0, skipped: 0 },
    });
    expect(found).toHaveLength(VACANCIES);
    expect(new Set(found.map(({ sourceId }) => sourceId)).size).toBe(VACANCIES);
  });
});
