import { err, ok } from '@job-scope/kernel';
import { RemapVacancies } from '@job-scope/vacancies-application';
import { aSnapshot, aVacancyToStore, FixedRates, InMemoryVacancyDatabase } from '@job-scope/vacancies-testing';
import { WorkerCommandLine } from './worker-command-line';

const NEVER = new AbortController().signal;
const AT = new Date('2026-05-01T12:00:00.000Z');
const hash = (text: string) => text;
const remapper = {
  name: 'headhunter' as const,
  remap({ raw }: { readonly raw: unknown }) {
    const { sourceId, title } = raw as { readonly sourceId: string; readonly title: string };
    if (title !== '') return ok(aSnapshot({ sourceId, title, raw }));
    return err({ code: 'source.item-not-understood', sourceId, reason: 'no title' } as const);
  },
};

/** Two stored vacancies whose titles were lost; a third that nobody can read. */
const setUp = async () => {
  const database = new InMemoryVacancyDatabase();
  const stored = ['cook', 'baker', ''].map((title, index) => {
    const sourceId = String(index);
    return aVacancyToStore(sourceId, 'lost', { title: 'lost', raw: { sourceId, title } });
  });
  await database.unitOfWork.run((tx) => tx.vacancies.store(stored, AT));
  const said = { out: '', errors: '' };
  const commandLine = new WorkerCommandLine(
    new RemapVacancies(
      database.payloads,
      database.unitOfWork,
      new Map([[remapper.name, remapper]]),
      new FixedRates(),
      { hash },
      { now: () => AT },
    ),
    { write: (text) => (said.out += text) },
    { write: (text) => (said.errors += text) },
  );
  const run = async (line: string, signal = NEVER) => {
    Object.assign(said, { out: '', errors: '' });
    return { code: await commandLine.run(line.split(' '), signal), ...said };
  };
  const titles = () => [...database.read().vacancies.values()].map(({ title }) => title);
  return { run, titles };
};

describe('the command line of the worker', () => {
  it('remaps what is stored, and names what cannot be read', async () => {
    const { run, titles } = await setUp();
    const { code, out, errors } = await run('remap --source headhunter');
    expect([code, out]).toEqual([0, '3 read, 2 rewritten, 1 not understood; 0 recovered\n']);
    expect(errors).toMatch(/^vacancy [\w-]+ is left as it was: no title\n$/);
    expect(titles()).toEqual(['cook', 'baker', 'lost']);
    expect((await run('remap')).out).toBe('3 read, 0 rewritten, 1 not understood; 0 recovered\n');
  });

  it('says where to go on when it is stopped', async () => {
    const { run, titles } = await setUp();
    const after = '00000000-0000-7000-8000-000000000000';
    const { code, errors } = await run(`remap --after ${after}`, AbortSignal.abort());
    expect([code, errors]).toEqual([1, `stopped: go on with --after ${after}\n`]);
    expect((await run('remap', AbortSignal.abort())).errors).toBe('stopped: go on without --after\n');
    expect(titles()).toEqual(['lost', 'lost', 'lost']);
  });

  it('knows no other source', async () => {
    const { run } = await setUp();
    expect(await run('remap --source nowhere')).toEqual({
      ...{ code: 1, out: '', errors: 'nothing is collected from a source called nowhere\n' },
    });
  });

  it.each(['vacancies:remap', 'remap all', 'remap --after x', 'remap --fast', ''])(
    'does not understand %j, and shows how it is used',
    async (line) => {
      const { run } = await setUp();
      expect(await run(line)).toEqual({ code: 2, out: '', errors: expect.stringContaining('usage:') });
    },
  );
});
