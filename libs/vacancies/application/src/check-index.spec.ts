import { POISON, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { Indexing } from './indexing.fixture';

const NONE = { missing: 0, stale: 0, surplus: 0, ahead: 0, refused: 0, waiting: 0, repaired: 0, samples: {} };
const titles = (count: number) => Array.from({ length: count }, (_, index) => `title ${index}`);

/** An index that holds all that is stored. */
const agreeing = async (...stored: readonly string[]) => {
  const indexing = new Indexing();
  await indexing.index.prepare();
  await indexing.store(...stored);
  await indexing.relay();
  return indexing;
};

const idsOf = ({ database }: Indexing) => [...database.read().vacancies.values()].map(({ id }) => id);

const documentsOf = ({ shared }: Indexing) => shared.indexes.get(shared.live ?? '')!.documents;

describe('a check', () => {
  it('finds nothing where both agree, however many pages there are', async () => {
    const indexing = await agreeing(...titles(2_500));
    expect(await indexing.run('check')).toMatchObject({ status: 'succeeded', processed: 2_500, drift: NONE });
  });

  it('V-8: tells what is missing, stale and surplus, and repairs it', async () => {
    const indexing = await agreeing('same', 'old');
    await indexing.store('same', 'changed', 'new');
    await indexing.loseMessages();
    const ghost = vacancyToFind({ title: 'ghost' });
    documentsOf(indexing).set(ghost.id, toIndex(ghost));
    const [, stale, missing] = idsOf(indexing);
    const found = { ...NONE, missing: 1, stale: 1, surplus: 1 };
    const samples = { missing: [missing], stale: [stale], surplus: [ghost.id] };
    expect((await indexing.run('check')).drift).toEqual({ ...found, samples });
    expect(indexing.found()).toEqual(['ghost', 'old', 'same']);
    expect((await indexing.run('check', true)).drift).toEqual({ ...found, samples, repaired: 3 });
    expect(indexing.found()).toEqual(['changed', 'new', 'same']);
    expect((await indexing.run('check')).drift).toEqual(NONE);
  });

  it('finds a gap that is longer than a page, on either side', async () => {
    const indexing = await agreeing(...titles(3_000));
    const ids = [...documentsOf(indexing).keys()];
    for (const id of ids.slice(500, 2_900)) documentsOf(indexing).delete(id);
    expect((await indexing.run('check')).drift).toMatchObject({ missing: 2_400, surplus: 0 });
    await indexing.run('check', true);
    await indexing.database.change((state) => {
      const gone = new Set(ids.slice(100, 2_400));
      for (const [key, { id }] of state.vacancies) if (gone.has(id)) state.vacancies.delete(key);
    });
    expect((await indexing.run('check')).drift).toMatchObject({ missing: 0, surplus: 2_300 });
  });

  it('takes what is on its way for no drift', async () => {
    const indexing = await agreeing('a');
    await indexing.store('a', 'b');
    expect((await indexing.run('check')).drift).toEqual({ ...NONE, waiting: 1 });
  });

  it('V-9: tells apart what the engine refused, and tries it again when it repairs', async () => {
    const indexing = await agreeing('a', POISON);
    const [, refused] = idsOf(indexing);
    const drift = { ...NONE, refused: 1, samples: { refused: [refused] } };
    expect((await indexing.run('check')).drift).toEqual(drift);
    expect((await indexing.run('check', true)).drift).toEqual(drift);
    const { index } = indexing.index;
    indexing.index.index = async (entries) =>
      index.call(
        indexing.index,
        entries.map((entry) => ({ ...entry, vacancy: { ...entry.vacancy, title: 'allowed' } })),
      );
    expect((await indexing.run('check', true)).drift).toEqual({ ...drift, repaired: 1 });
    expect(await indexing.status()).toMatchObject({ indexes: [{ refused: 0, documents: 2 }] });
  });

  it('tells of an index that is ahead, as after a restored backup, and leaves it to a rebuild', async () => {
    const indexing = await agreeing('a');
    await indexing.database.change((state) => {
      for (const [id, row] of state.vacancies) state.vacancies.set(id, { ...row, revision: 0 });
    });
    expect((await indexing.run('check', true)).drift).toMatchObject({ ahead: 1, repaired: 0 });
  });
});
