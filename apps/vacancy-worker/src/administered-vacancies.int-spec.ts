import { randomUUID } from 'node:crypto';
import { SystemClock, UuidV7Generator } from '@job-scope/platform-nest';
import {
  ChangeVacancy,
  CreateVacancy,
  DeleteVacancy,
  HideVacancy,
  SEARCH_STATES,
  ShowVacancy,
} from '@job-scope/vacancies-application';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import {
  PostgresAreaDirectory,
  PostgresCurrencyRates,
  PostgresVacancyReader,
} from '@job-scope/vacancies-infrastructure/postgres';
import type { VacancySearch } from '@job-scope/vacancies-ports';
import { EVERYTHING, SOME_AREAS } from '@job-scope/vacancies-testing';
import { describeBothEngines } from './both-engines.fixture';
import { range, type Database, type EngineUnderTest, type RealIndexing } from './indexing.fixture';

jest.setTimeout(120_000);

const requester = {
  userId: '01900000-0000-7000-8000-0000000000aa',
  client: { ip: '127.0.0.1', userAgent: null },
};

describeBothEngines((underTest) => {
  let dataSource: Database;
  let engine: EngineUnderTest;
  let indexing: RealIndexing;
  /** What a superuser does once when an indexer has read what it is to write. */
  let meanwhile: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    ({ dataSource, engine, indexing } = underTest());
    const { indexer } = engine;
    const index = indexer.index.bind(indexer);
    indexer.index = async (entries) => {
      const act = meanwhile;
      meanwhile = undefined;
      await act?.();
      return index(entries);
    };
    await indexing.store(range(3), 'cook');
    await settle();
  });

  const settle = async () => {
    await indexing.drain();
    await engine.indexer.refresh();
  };

  const search = async (request: Partial<VacancySearch>) => {
    const all = { ...EVERYTHING, limit: 9, state: SEARCH_STATES, sort: 'id' } as const;
    const answer = await engine.reader.search({ ...all, ...request });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };

  const found = async (request: Partial<VacancySearch> = {}): Promise<readonly string[]> =>
    (await search(request)).items.map(({ id }) => id).sort();

  const act = async (UseCase: typeof HideVacancy | typeof ShowVacancy | typeof DeleteVacancy, id: string) => {
    const done = await new UseCase(indexing.unitOfWork, new SystemClock()).execute({
      ...{ requester, id, expectedRevision: undefined },
    });
    expect(done.ok).toBe(true);
    await settle();
  };

  it('V-9: what superusers hide, show and delete reaches the index, and no collection or rebuild undoes it', async () => {
    const [hidden = '', deleted = '', other = ''] = await found();
    await act(HideVacancy, hidden);
    await act(DeleteVacancy, deleted);
    expect(await found()).toEqual([other]);

    await indexing.store(range(3), 'chef');
    await settle();
    expect(await found()).toEqual([other]);

    expect(await indexing.finish(await indexing.request('rebuild'))).toMatchObject({ status: 'succeeded' });
    await engine.indexer.refresh();
    expect(await found()).toEqual([other]);
    expect(await indexing.check()).toMatchObject({ missing: 0, stale: 0, surplus: 0 });

    await act(ShowVacancy, hidden);
    expect(await found()).toEqual([hidden, other].sort());
  });

  it.each(['rebuild', 'check'] as const)(
    'V-9: what is hidden in the middle of a %s does not come back',
    async (kind) => {
      const [hidden = '', ...others] = await found();
      await engine.indexer.remove([hidden]);
      await engine.indexer.refresh();
      meanwhile = () => act(HideVacancy, hidden);
      expect(await indexing.finish(await indexing.request(kind, true))).toMatchObject({ status: 'succeeded' });
      await engine.indexer.refresh();
      expect(await found()).toEqual(others);
      expect(meanwhile).toBeUndefined();
    },
  );

  it('V-9: what superusers create and change is found by searches, counted by source, and found no more when it is hidden', async () => {
    const html = { clean: (text: string) => ({ html: text, text }) };
    const writing = [
      ...([indexing.unitOfWork, new PostgresVacancyReader(dataSource), html, new Sha256ContentHasher()] as const),
      ...([new PostgresCurrencyRates(dataSource), new SystemClock()] as const),
    ] as const;
    await new PostgresAreaDirectory(dataSource).replace('headhunter', SOME_AREAS);
    const wish = {
      ...{ title: 'Kapitän', url: 'https://example.com', area: { id: '4000', name: 'Химки' } },
      ...{ description: 'Ледокол', salary: { from: 1000, currency: 'RUB', gross: true } },
    };
    const created = await new CreateVacancy(...writing, new UuidV7Generator()).execute({
      ...{ requester, idempotencyKey: randomUUID(), wish },
    });
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value;
    await settle();
    for (const request of [
      { source: ['own'] as const },
      { text: 'ледоколы', sort: 'relevance' } as const,
      { area: { ids: ['2019'], names: [] } },
      { salary: { fromMinor: 100_000, toMinor: 100_000 } },
    ]) {
      expect(await found(request)).toEqual([id]);
    }
    const { facets } = await search({ facets: ['source'] });
    const count = (source: string) => facets.source?.find((each) => each.id === source)?.count;
    expect([count('own'), count('headhunter')]).toEqual([1, 3]);

    const change = { description: 'Атомоход', hasTest: true };
    await new ChangeVacancy(...writing).execute({ requester, id, expectedRevision: 1, change });
    await settle();
    expect([await found({ text: 'ледокол' }), await found({ text: 'атомоход', hasTest: true })]).toEqual([[], [id]]);

    await indexing.store(range(3), 'chef');
    await settle();
    expect(await found({ source: ['own'] })).toEqual([id]);
    await act(HideVacancy, id);
    expect(await found({ source: ['own'] })).toEqual([]);
    await act(ShowVacancy, id);
    expect(await found({ source: ['own'] })).toEqual([id]);
    await act(DeleteVacancy, id);
    expect(await found({ source: ['own'] })).toEqual([]);
    expect(await indexing.check()).toMatchObject({ missing: 0, stale: 0, surplus: 0 });
  });
});
