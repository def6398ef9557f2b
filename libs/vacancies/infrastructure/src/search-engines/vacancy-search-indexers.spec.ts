import {
  InMemoryIndexRefusals,
  InMemorySearchIndex,
  POISON,
  toIndex,
  vacancyToFind,
} from '@job-scope/vacancies-testing';
import { VacancySearchIndexers } from './vacancy-search-indexers';

const HOUR_MS = 3_600_000;
const AT = new Date('2026-05-01T12:00:00.000Z');

const setUp = async () => {
  const main = new InMemorySearchIndex('elasticsearch');
  const other = new InMemorySearchIndex('postgres');
  const refusals = new InMemoryIndexRefusals(() => AT);
  const targets = [main, other].map((indexer) => ({ engine: indexer.engine, indexer }));
  const indexers = new VacancySearchIndexers(targets, refusals, HOUR_MS);
  await indexers.prepare();
  return { main, other, refusals, indexers };
};

describe('the indexes of several engines', () => {
  it('all take what is to be indexed', async () => {
    const { main, other, indexers } = await setUp();
    const vacancy = vacancyToFind();
    expect(await indexers.index([toIndex(vacancy)])).toEqual(new Map());
    const held = [{ id: vacancy.id, revision: 1 }];
    expect([await main.revisionsAfter(null, 9), await other.revisionsAfter(null, 9)]).toEqual([held, held]);
  });

  it('V-9: put a document aside that an engine refuses, with the reason, until it takes one of that vacancy', async () => {
    const { refusals, indexers } = await setUp();
    const vacancy = vacancyToFind({ title: POISON });
    const healthy = vacancyToFind();
    expect(await indexers.index([toIndex(vacancy), toIndex(healthy)])).toEqual(new Map());
    const refusal = { engine: 'postgres', vacancyId: vacancy.id, revision: 1, reason: 'the title cannot be indexed' };
    expect(await refusals.list('postgres', 9)).toEqual([{ ...refusal, at: AT }]);
    expect(await refusals.count('elasticsearch')).toBe(1);
    await indexers.index([toIndex({ ...vacancy, title: 'cook', revision: 2 })]);
    expect(await refusals.count('postgres')).toBe(0);
  });

  it('V-8: fail when one is away, so that the batch comes again; the other has it already', async () => {
    const { main, other, indexers } = await setUp();
    main.index = () => Promise.reject(new Error('no search server'));
    await expect(indexers.index([toIndex(vacancyToFind())])).rejects.toThrow('no search server');
    expect(await other.revisionsAfter(null, 9)).toHaveLength(1);
  });

  it('V-8: do not wait for one again and again that is away', async () => {
    const { main, other, indexers } = await setUp();
    let asked = 0;
    main.index = () => Promise.reject(new Error(`asked ${++asked} times`));
    for (let count = 0; count < 9; count += 1) {
      await expect(indexers.index([toIndex(vacancyToFind())])).rejects.toThrow();
    }
    expect(asked).toBe(2);
    expect(await other.revisionsAfter(null, 99)).toHaveLength(9);
  });
});
