import { err, ok } from '@job-scope/kernel';
import type { VacancyRemapper } from '@job-scope/vacancies-ports';
import { aRun, aSnapshot, at, FixedRates, InMemoryVacancyDatabase, someDetails } from '@job-scope/vacancies-testing';
import { clock, hasher, NEVER } from './collecting.fixture';
import { RemapVacancies, type RemapProgress } from './remap-vacancies.use-case';
import { toVacancyToStore } from './vacancy-to-store';

interface Payload {
  readonly id: string;
  readonly name: string | null;
}

/** Titles are names: a mapping that a test can change its mind about. */
const remapperOf = (titleOf: (name: string) => string): VacancyRemapper => ({
  name: 'headhunter',
  remap: ({ raw, detailsRaw }) => {
    const { id, name } = raw as Payload;
    if (name === null) return err({ code: 'source.item-not-understood', sourceId: id, reason: 'name must be a text' });
    const details = detailsRaw === null ? null : someDetails(String(detailsRaw));
    return ok(aSnapshot({ sourceId: id, title: titleOf(name), details, raw }));
  },
});
const asItIs = (name: string) => name;
const inCapitals = (name: string) => name.toUpperCase();

const openBench = async (names: readonly (string | null)[]) => {
  const database = new InMemoryVacancyDatabase();
  const rates = new FixedRates();
  const table = await rates.at(at(0));
  const batch = names.map((name, index) => {
    const raw: Payload = { id: String(index), name };
    return toVacancyToStore(aSnapshot({ sourceId: raw.id, title: name ?? 'unreadable', raw }), hasher, table);
  });
  await database.unitOfWork.run((tx) => tx.vacancies.store(batch, at(0)));
  const progress: RemapProgress[] = [];
  const remap = (titleOf: (name: string) => string, after: string | null = null, signal = NEVER, batchSize = 2) => {
    const remappers = new Map([['headhunter' as const, remapperOf(titleOf)]]);
    const useCase = new RemapVacancies(database.payloads, database.unitOfWork, remappers, rates, hasher, clock);
    return useCase.execute({ source: 'headhunter', after, batchSize }, signal, (batchDone) => progress.push(batchDone));
  };
  const titles = () => [...database.read().vacancies.values()].map(({ title }) => title);
  const announced = () => [...database.read().outbox.values()].map(({ event }) => event);
  return { database, remap, titles, announced, progress };
};

describe('RemapVacancies', () => {
  it('writes and announces nothing when the mapping is as it was', async () => {
    const bench = await openBench(['a', 'b', 'c']);
    const before = bench.database.read().vacancies;
    const report = { complete: true, last: expect.any(String), read: 3, rewritten: 0, recovered: 0, rejected: 0 };
    expect(await bench.remap(asItIs)).toEqual({ ok: true, value: report });
    expect([bench.database.read().vacancies, bench.announced()]).toEqual([before, []]);
  });

  it('repairs what was misread, announces just that, and is done at the second time', async () => {
    const bench = await openBench(['a', 'B', 'c']);
    expect(await bench.remap(inCapitals)).toMatchObject({ value: { complete: true, read: 3, rewritten: 2 } });
    expect(bench.titles()).toEqual(['A', 'B', 'C']);
    expect(bench.announced()).toEqual([
      expect.objectContaining({ kind: 'vacancy-changed', revision: 2 }),
      expect.objectContaining({ kind: 'vacancy-changed', revision: 2 }),
    ]);
    expect(await bench.remap(inCapitals)).toMatchObject({ value: { rewritten: 0 } });
  });

  it('reads the details anew from the payload that told them', async () => {
    const bench = await openBench(['a']);
    const [{ id } = { id: '' }] = bench.database.read().vacancies.values();
    const details = { details: someDetails('misread'), hash: 'x', raw: 'Текст' };
    await bench.database.unitOfWork.run((tx) => tx.vacancies.amend([{ id, state: 'archived', details }], at(1)));
    await bench.remap(asItIs);
    const after = { details: someDetails('Текст'), state: 'archived', revision: 3 };
    expect(await bench.database.vacancies.byId(id)).toMatchObject(after);
  });

  it('passes over what it cannot understand, says why, and goes on', async () => {
    const bench = await openBench(['a', null, 'c']);
    expect(await bench.remap(inCapitals)).toMatchObject({ value: { read: 3, rewritten: 2, rejected: 1 } });
    expect(bench.titles()).toEqual(['A', 'unreadable', 'C']);
    expect(bench.progress.flatMap(({ rejected }) => rejected)).toEqual([
      { id: expect.any(String), reason: 'name must be a text' },
    ]);
  });

  it('V-6: stores what was not understood when it came, announces it, and has the next run ask for its details', async () => {
    const bench = await openBench([]);
    const { unitOfWork } = bench.database;
    const run = aRun();
    const reject = (names: readonly (string | null)[]) =>
      unitOfWork.run(async (tx) => {
        if ((await tx.collections.lockRun(run.id)) === undefined) await tx.collections.addRun(run);
        const items = names.map((name, index) => ({
          sourceId: `r${index}`,
          reason: 'why',
          raw: { id: `r${index}`, name },
        }));
        await tx.rejectedItems.keep(run, items, at(5));
      });
    await reject(['a', 'b', null]);
    expect(await bench.remap(inCapitals)).toMatchObject({ value: { complete: true, read: 0, recovered: 2 } });
    expect([bench.titles(), bench.announced()]).toEqual([
      ['A', 'B'],
      ['A', 'B'].map(() => expect.objectContaining({ kind: 'vacancy-changed', revision: 1 })),
    ]);
    const { vacancies, inquiries, rejectedItems } = bench.database.read();
    expect([...vacancies.values()].map(({ lastSeenAt }) => lastSeenAt)).toEqual([at(5), at(5)]);
    expect([...inquiries.values()].map(({ runId }) => runId)).toEqual([run.id, run.id]);
    expect([...rejectedItems.values()].map(({ sourceId }) => sourceId)).toEqual(['r2']);
    expect(await bench.remap(inCapitals)).toMatchObject({ value: { recovered: 0 } });
  });

  describe('with what was not understood before something else was learned', () => {
    const missed = async () => {
      const bench = await openBench(['as stored']);
      const { unitOfWork } = bench.database;
      const run = aRun();
      const reject = (name: string, seconds: number) =>
        unitOfWork.run((tx) =>
          tx.rejectedItems.keep(run, [{ sourceId: '0', reason: 'why', raw: { id: '0', name } }], at(seconds)),
        );
      await unitOfWork.run((tx) => tx.collections.addRun(run));
      await reject('missed', 5);
      const amend = (state: 'active' | 'archived' | 'gone', seconds: number) =>
        unitOfWork.run(async (tx) => {
          const amendments = [...bench.database.read().vacancies.values()].map(({ id }) => ({
            id,
            state,
            details: null,
          }));
          await tx.vacancies.amend(amendments, at(seconds));
        });
      const stored = () => [...bench.database.read().vacancies.values()].map(({ title, state }) => ({ title, state }));
      return { ...bench, reject, amend, stored };
    };

    it.each(['archived', 'gone'] as const)('does not open again what is %s since', async (state) => {
      const { remap, amend, stored, database } = await missed();
      await amend(state, 6);
      expect(await remap(asItIs)).toMatchObject({ value: { recovered: 1 } });
      expect(stored()).toEqual([{ title: 'as stored', state }]);
      expect(database.read().rejectedItems.size).toBe(0);
    });

    it('does not open again what was still closed when it was asked for since', async () => {
      const { remap, amend, stored } = await missed();
      await amend('archived', 4);
      await amend('archived', 6);
      await remap(asItIs);
      expect(stored()).toMatchObject([{ state: 'archived' }]);
    });

    it('opens what was closed before, and takes the content where only the state was asked for since', async () => {
      const { remap, amend, stored } = await missed();
      await amend('archived', 4);
      await remap(asItIs);
      expect(stored()).toEqual([{ title: 'missed', state: 'active' }]);
      const other = await missed();
      await other.amend('active', 6);
      await other.remap(asItIs);
      expect(other.stored()).toEqual([{ title: 'missed', state: 'active' }]);
    });

    it('leaves alone what a run has stored, or failed to understand anew, while the payloads were read', async () => {
      const { database, remap, reject, stored, announced } = await missed();
      const { rejected } = database.payloads;
      database.payloads.rejected = async (request) => {
        const batch = await rejected.call(database.payloads, request);
        await reject('later', 7);
        return batch;
      };
      expect(await remap(asItIs)).toMatchObject({ value: { recovered: 0 } });
      expect([stored(), announced()]).toEqual([[{ title: 'as stored', state: 'active' }], []]);
      expect([...database.read().rejectedItems.values()]).toMatchObject([{ raw: { name: 'later' } }]);
    });
  });

  it('stops after the present batch when it is told to, and goes on where it stopped', async () => {
    const bench = await openBench(['a', 'b', 'c', 'd', 'e']);
    const stop = new AbortController();
    const titleOf = (name: string) => {
      if (name === 'c') stop.abort();
      return inCapitals(name);
    };
    const first = await bench.remap(titleOf, null, stop.signal);
    expect(first).toMatchObject({ value: { complete: false, read: 4 } });
    expect(bench.titles()).toEqual(['A', 'B', 'C', 'D', 'e']);
    const rest = await bench.remap(inCapitals, first.ok ? first.value.last : null);
    expect(rest).toMatchObject({ value: { complete: true, read: 1, rewritten: 1 } });
    expect(bench.progress.map(({ read }) => read)).toEqual([2, 2, 1]);
  });

  it('leaves a vacancy alone that is collected meanwhile', async () => {
    const bench = await openBench(['a']);
    const collected = toVacancyToStore(aSnapshot({ sourceId: '0', title: 'New' }), hasher, new Map());
    const remappers = new Map([['headhunter' as const, remapperOf(inCapitals)]]);
    const { database } = bench;
    const payloads: typeof database.payloads = Object.assign(Object.create(database.payloads), {
      page: async (request: Parameters<typeof database.payloads.page>[0]) => {
        const page = await database.payloads.page(request);
        await database.unitOfWork.run((tx) => tx.vacancies.store([collected], at(1)));
        return page;
      },
    });
    const useCase = new RemapVacancies(payloads, database.unitOfWork, remappers, new FixedRates(), hasher, clock);
    const report = await useCase.execute({ source: 'headhunter', after: null, batchSize: 9 }, NEVER);
    expect(report).toMatchObject({ value: { read: 1, rewritten: 0 } });
    expect(bench.titles()).toEqual(['New']);
  });

  it('needs somebody who understands the source', async () => {
    const { database } = await openBench([]);
    const { payloads, unitOfWork } = database;
    const useCase = new RemapVacancies(payloads, unitOfWork, new Map(), new FixedRates(), hasher, clock);
    const report = await useCase.execute({ source: 'headhunter', after: null, batchSize: 9 }, NEVER);
    expect(report).toEqual({ ok: false, error: { code: 'vacancies.no-remapper' } });
  });
});
