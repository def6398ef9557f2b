import {
  AdvanceIndexOperation,
  GetIndexOperation,
  ReadSearchIndex,
  RequestIndexOperation,
} from '@job-scope/vacancies-application';
import {
  aVacancyToStore,
  InMemoryIndexRefusals,
  InMemorySearchIndex,
  InMemoryVacancyDatabase,
  SequentialIds,
} from '@job-scope/vacancies-testing';
import { IndexCommandLine } from './index-command-line';

const NEVER = new AbortController().signal;

/** Three stored vacancies, and an engine without an index. */
const setUp = async () => {
  const database = new InMemoryVacancyDatabase();
  const index = new InMemorySearchIndex();
  let time = Date.UTC(2026, 4, 1);
  // Every look at the clock is a second later, so that nothing is waited for.
  const clock = { now: () => new Date((time += 1_000)) };
  const stored = ['0', '1', '2'].map((sourceId) => aVacancyToStore(sourceId, sourceId));
  await database.unitOfWork.run((tx) => tx.vacancies.store(stored, clock.now()));
  const { unitOfWork, revisions, indexOperations, vacancies, duplicates, areas } = database;
  const refusals = new InMemoryIndexRefusals(clock.now);
  const ends = [revisions, index, refusals, vacancies, duplicates, areas] as const;
  const useCases = {
    request: new RequestIndexOperation(unitOfWork, [index], clock, new SequentialIds('c01')),
    advance: new AdvanceIndexOperation(unitOfWork, [index], clock, ...ends),
    operation: new GetIndexOperation(indexOperations),
    status: new ReadSearchIndex([index], revisions, refusals, indexOperations),
  };
  const said = { out: '', errors: '' };
  const out = { write: (text: string) => (said.out += text) };
  const commandLine = new IndexCommandLine(useCases, out, { write: (text) => (said.errors += text) }, 0);
  const run = async (line: string, signal = NEVER) => {
    Object.assign(said, { out: '', errors: '' });
    return { code: await commandLine.run(line.split(' '), signal), ...said };
  };
  return { run, index, useCases };
};

describe('index', () => {
  it('rebuild makes the index, and shows how far it is', async () => {
    const { run } = await setUp();
    expect(await run('rebuild')).toEqual({
      ...{ code: 0, errors: '' },
      out: expect.stringMatching(/^rebuild of elasticsearch: running 0 of 3\n[^]*: succeeded 3 of 3\n$/),
    });
    expect((await run('status')).out).toMatch(
      /^3 vacancies stored, 0 changes on their way\nelasticsearch: ready, \S+, version 1, 3 documents, 0 refused\n/,
    );
  });

  it('check fails while something differs, and says what', async () => {
    const { run, index } = await setUp();
    await run('create');
    expect(await run('check')).toMatchObject({ code: 0 });
    const [first] = await index.revisionsAfter(null, 1);
    await index.remove([first!.id]);
    const differs = /1 missing, 0 stale, 0 surplus, 0 ahead, 0 refused, 0 on their way; 0 repaired\nmissing: \S+\n$/;
    expect(await run('check')).toMatchObject({ code: 1, out: expect.stringMatching(differs) });
    expect(await run('check --repair')).toMatchObject({ code: 0, out: expect.stringContaining('1 repaired') });
    expect(await run('check')).toMatchObject({ code: 0 });
  });

  it('delete wants to be meant', async () => {
    const { run, index } = await setUp();
    await run('create');
    expect(await run('delete')).toMatchObject({ code: 1, errors: expect.stringContaining('--yes') });
    expect((await index.status()).state).toBe('ready');
    expect(await run('delete --yes')).toMatchObject({ code: 0 });
    expect((await index.status()).state).toBe('absent');
  });

  it('goes on with what was interrupted, and with nothing else', async () => {
    const { run } = await setUp();
    const stopped = await run('rebuild', AbortSignal.abort());
    expect(stopped).toMatchObject({ code: 1, errors: expect.stringContaining('stopped') });
    expect(await run('check')).toMatchObject({ code: 1, errors: expect.stringContaining('rebuild of elasticsearch') });
    expect(await run('rebuild')).toMatchObject({ code: 0, out: expect.stringContaining('goes on') });
  });

  it('fails with the reason', async () => {
    const { run, index } = await setUp();
    Object.assign(index, { beginRebuild: () => Promise.reject(new Error('no search server')) });
    expect(await run('rebuild')).toMatchObject({ code: 1, errors: 'failed: no search server\n' });
    expect(await run('rebuild --engine postgres')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('postgres'),
    });
  });

  it.each(['', 'rebuild now', 'rebuild --repair', 'check --yes', 'rebuild --fast', 'status --yes'])(
    'does not understand %j, and shows how it is used',
    async (line) => {
      const { run } = await setUp();
      expect(await run(line)).toEqual({ code: 2, out: '', errors: expect.stringContaining('usage:') });
    },
  );
});
