import type { AreaKey, VacancySnapshot } from '@job-scope/vacancies-domain';
import type { VacancyToIndex } from '@job-scope/vacancies-ports';
import { anAmendment, at, aVacancyToStore, InMemoryVacancyDatabase, SOME_AREAS } from '@job-scope/vacancies-testing';
import { EntriesToIndex } from './entries-to-index';

/** An index that remembers what it was handed, and how often. */
class Bench {
  readonly database = new InMemoryVacancyDatabase();
  readonly index = new Map<string, VacancyToIndex>();
  readonly asked: (readonly AreaKey[])[] = [];
  minutes = 0;
  writes = 0;
  /** What others do between our reading and our writing. */
  meanwhile = async (): Promise<void> => {};
  private readonly entries = new EntriesToIndex(
    this.database.vacancies,
    this.database.revisions,
    this.database.duplicates,
    {
      byKeys: (keys) => {
        this.asked.push(keys);
        return this.database.areas.byKeys(keys);
      },
    },
    { now: () => at(this.minutes * 60) },
  );

  async stored(sourceId: string, changes: Partial<VacancySnapshot> = {}, duplicateKey: string | null = null) {
    const vacancy = aVacancyToStore(sourceId, JSON.stringify([changes, duplicateKey]), changes, { duplicateKey });
    const { written } = await this.database.unitOfWork.run((tx) => tx.vacancies.store([vacancy], at(Number(sourceId))));
    return written[0]?.id ?? '';
  }

  async hand(...ids: readonly string[]): Promise<void> {
    await this.entries.hand(ids, {
      index: async (entries) => {
        await this.others();
        this.writes += entries.length;
        for (const entry of entries) this.index.set(entry.vacancy.id, entry);
        return new Map();
      },
      remove: async (absent) => {
        await this.others();
        for (const id of absent) this.index.delete(id);
      },
    });
  }

  /** What they do once. */
  private async others(): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = async () => {};
    await meanwhile();
  }

  async withhold(id: string, withheld: 'hidden' | null): Promise<void> {
    await this.database.unitOfWork.run((tx) => tx.vacancies.withhold(id, withheld, at(90)));
  }

  become(id: string, state: 'active' | 'archived') {
    return this.database.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, state)], at(90)));
  }

  pathOf(id: string) {
    return this.index.get(id)?.areaPath.map(({ name }) => name);
  }

  canonical(): readonly string[] {
    return [...this.index.values()].filter(({ isCanonical }) => isCanonical).map(({ vacancy }) => vacancy.sourceId);
  }
}

describe('EntriesToIndex: the path of areas', () => {
  const inKhimki = { area: { id: '4000', name: 'Khimki' } };

  it('leads from the widest area to the own one, which keeps the name that the vacancy gives it', async () => {
    const bench = new Bench();
    await bench.database.areas.replace('headhunter', SOME_AREAS);
    const ids = [await bench.stored('1', inKhimki), await bench.stored('2'), await bench.stored('3', { area: null })];
    await bench.hand(...ids);
    expect(ids.map((id) => bench.pathOf(id))).toEqual([
      ['Россия', 'Московская область', 'Khimki'],
      ['Россия', 'Москва'],
      [],
    ]);
    expect(bench.asked).toHaveLength(1);
  });

  it('is the own area alone where the directory knows none, and in a source with another directory', async () => {
    const bench = new Bench();
    await bench.database.areas.replace('headhunter', SOME_AREAS);
    const id = await bench.stored('1', { ...inKhimki, source: 'trudvsem' });
    await bench.hand(id);
    expect(bench.pathOf(id)).toEqual(['Khimki']);
  });

  it('is asked for once in ten minutes, known or not', async () => {
    const bench = new Bench();
    const id = await bench.stored('1', inKhimki);
    await bench.hand(id);
    await bench.database.areas.replace('headhunter', SOME_AREAS);
    bench.minutes = 9;
    await bench.hand(id);
    expect([bench.asked.length, bench.pathOf(id)]).toEqual([1, ['Khimki']]);
    bench.minutes = 10;
    await bench.hand(id);
    expect([bench.asked.length, bench.pathOf(id)]).toEqual([2, ['Россия', 'Московская область', 'Khimki']]);
  });
});

describe('EntriesToIndex: duplicates', () => {
  it('lets one of them stand, the first that is open, whatever becomes of them', async () => {
    const bench = new Bench();
    const second = await bench.stored('2', {}, 'same');
    await bench.hand(second);
    expect(bench.canonical()).toEqual(['2']);
    const first = await bench.stored('1', {}, 'same');
    await bench.hand(first);
    expect(bench.canonical()).toEqual(['1']);
    await bench.become(first, 'archived');
    await bench.hand(first);
    expect(bench.canonical()).toEqual(['2']);
    await bench.become(first, 'active');
    await bench.hand(first);
    expect(bench.canonical()).toEqual(['1']);
    await bench.stored('1', { title: 'Other' }, 'other');
    await bench.hand(first);
    expect(bench.canonical().toSorted()).toEqual(['1', '2']);
  });

  it('comes to the same when changes are told late and in another order', async () => {
    const bench = new Bench();
    const ids: string[] = [];
    for (const sourceId of ['1', '2', '3', '4']) ids.push(await bench.stored(sourceId, {}, 'same'));
    const [first = '', second = '', third = ''] = ids;
    await bench.become(first, 'archived');
    await bench.become(second, 'archived');
    await bench.hand(...ids);
    expect(bench.canonical()).toEqual(['3']);
    await bench.become(second, 'active');
    await bench.become(first, 'active');
    await bench.hand(second);
    await bench.become(third, 'archived');
    await bench.hand(third);
    await bench.hand(first);
    expect(bench.canonical()).toEqual(['1']);
  });

  it('indexes one vacancy for one that changed, however many duplicates it has', async () => {
    const bench = new Bench();
    const ids: string[] = [];
    for (let n = 1; n <= 100; n += 1) ids.push(await bench.stored(String(n), {}, 'same'));
    await bench.hand(...ids);
    bench.writes = 0;
    for (const id of ids.slice(50)) await bench.hand(id);
    expect(bench.writes).toBe(50);
    const [first = ''] = ids;
    await bench.become(first, 'archived');
    await bench.hand(first);
    expect([bench.writes, bench.canonical()]).toEqual([52, ['2']]);
  });

  it('tells again what could not be indexed', async () => {
    const bench = new Bench();
    const [first, second] = [await bench.stored('1', {}, 'same'), await bench.stored('2', {}, 'same')];
    await bench.hand(first, second);
    await bench.become(first, 'archived');
    const { vacancies, revisions, duplicates, areas } = bench.database;
    const entries = new EntriesToIndex(vacancies, revisions, duplicates, areas, { now: () => at(0) });
    const down = () => Promise.reject(new Error('down'));
    await expect(entries.hand([first], { index: down, remove: down })).rejects.toThrow('down');
    await bench.hand(first);
    expect(bench.canonical()).toEqual(['2']);
  });
});

describe('EntriesToIndex: what superusers hide and show', () => {
  it('V-9: lets none come back that is hidden between its reading and its writing', async () => {
    const bench = new Bench();
    const id = await bench.stored('1');
    bench.meanwhile = () => bench.withhold(id, 'hidden');
    await bench.hand(id);
    expect(bench.index.size).toBe(0);
  });

  it('loses none that is shown between its reading and its removal', async () => {
    const bench = new Bench();
    const id = await bench.stored('1');
    await bench.withhold(id, 'hidden');
    bench.meanwhile = () => bench.withhold(id, null);
    await bench.hand(id);
    expect(bench.index.get(id)?.vacancy.revision).toBe(3);
  });
});
