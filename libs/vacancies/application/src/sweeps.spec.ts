import { EVERYTHING, type Slice } from '@job-scope/vacancies-domain';
import { anEmployer, aSnapshot, InMemoryVacancySource, OpenBudget } from '@job-scope/vacancies-testing';
import { asking, EmployerByEmployer, of } from './asking.fixture';
import { Collecting, NEVER, snapshots } from './collecting.fixture';

describe('a full run', () => {
  it('V-16: finds out what has become of those that are seen no longer: closed, or gone', async () => {
    const { collection, world, source, asked } = asking(5);
    await collection.complete();
    asked();
    collection.minutes = 60;
    world.vacancies = world.vacancies.slice(0, 3);
    source.archived.add('4');
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'complete', counts: { unchanged: 3, asked: 2, archived: 1, gone: 1 } });
    expect(asked()).toEqual(['4', '5']);
    expect(collection.vacancy('4')?.state).toBe('archived');
    expect(collection.vacancy('5')?.state).toBe('gone');
    expect(collection.database.runEvents(run.id)).toContainEqual(
      expect.objectContaining({ type: 'swept', data: { unseen: 2 } }),
    );
    collection.minutes = 120;
    expect(await collection.complete()).toMatchObject({ counts: { asked: 0, archived: 0, gone: 0 } });
  });

  it('V-16: takes none for gone that left every window before it was read, but is there', async () => {
    const { collection, source, asked } = asking(3);
    source.completesLists = false;
    await collection.complete();
    collection.minutes = 60;
    // As one that is edited while its windows of modification are read: in no list, and open.
    source.hidden.add('2');
    expect(await collection.complete()).toMatchObject({ outcome: 'complete', counts: { asked: 1, gone: 0 } });
    expect([asked(), collection.vacancy('2')?.state]).toEqual([['2'], 'active']);
  });

  it('opens again what comes back, and keeps its history', async () => {
    const { collection, world } = asking(2);
    await collection.complete();
    const all = world.vacancies;
    collection.minutes = 60;
    world.vacancies = all.slice(0, 1);
    await collection.complete();
    collection.minutes = 120;
    world.vacancies = all;
    await collection.complete();
    const { id = '', state } = collection.vacancy('2') ?? {};
    expect(state).toBe('active');
    const states = (collection.database.read().changes.get(id) ?? []).flatMap((change) => change.state ?? []);
    expect(states).toEqual([
      { before: 'active', after: 'gone' },
      { before: 'gone', after: 'active' },
    ]);
  });

  it('of a part asks only for what that part has shown, and takes those for open that are elsewhere', async () => {
    const { collection, world, asked } = asking(4);
    await collection.complete();
    const all = world.vacancies;
    world.vacancies = all.slice(0, 2);
    await collection.complete({ areas: ['1'] });
    asked();
    collection.minutes = 60;
    world.vacancies = all.slice(0, 1);
    expect(await collection.complete({ areas: ['2'] })).toMatchObject({ counts: { asked: 0 } });
    expect(await collection.complete({ areas: ['1'] })).toMatchObject({ counts: { asked: 1, gone: 1 } });
    expect(asked()).toEqual(['2']);
    expect(collection.vacancy('3')?.state).toBe('active');
  });

  it.each([
    ['that did not see all', (collection: Collecting) => (collection.world.spoiled.add('1'), {})],
    ['of a part', () => ({ areas: ['1'] })],
  ])('%s concludes nothing where nothing can be asked', async (_, prepare) => {
    const collection = new Collecting();
    collection.world.vacancies = snapshots(3);
    await collection.complete(prepare(collection));
    collection.minutes = 60;
    collection.world.vacancies = snapshots(2);
    await collection.complete(prepare(collection));
    expect(collection.vacancy('3')?.state).toBe('active');
  });

  it('of everything ends what it does not see where nothing can be asked', async () => {
    const collection = new Collecting();
    collection.world.vacancies = snapshots(3);
    await collection.complete();
    collection.minutes = 60;
    collection.world.vacancies = snapshots(2);
    expect(await collection.complete()).toMatchObject({ outcome: 'complete', counts: { asked: 0, gone: 1 } });
    expect(collection.vacancy('3')?.state).toBe('gone');
    expect(collection.announced()).toHaveLength(4);
  });
});

describe('a full run of a source that is asked employer by employer', () => {
  const of = (employer: string, ...ids: readonly string[]) =>
    ids.map((sourceId) => aSnapshot({ sourceId, employer: anEmployer(employer, employer) }));

  /** A run that reads the lists of these employers. */
  const reading = () => {
    const collection = new Collecting();
    const source = new InMemoryVacancySource(collection.world, new OpenBudget());
    const read: Slice[] = [];
    const complete = async (employers: readonly string[], vacancies: typeof collection.world.vacancies, query = {}) => {
      const employersIn = (slices: readonly Slice[]) => (read.push(...slices), employers);
      collection.source = Object.assign(source, { employersIn });
      collection.world.vacancies = vacancies;
      collection.minutes += 60;
      return collection.complete(query);
    };
    return { collection, complete, read };
  };

  it('V-16: ends what those that it asked show no longer, and leaves all others as they were', async () => {
    const { collection, complete, read } = reading();
    await complete(['a', 'b'], [...of('a', '1', '2'), ...of('b', '3')]);
    expect(await complete(['a'], of('a', '1'))).toMatchObject({ outcome: 'complete', counts: { gone: 1 } });
    expect(['1', '2', '3'].map((id) => collection.vacancy(id)?.state)).toEqual(['active', 'gone', 'active']);
    expect(read).toEqual([EVERYTHING, EVERYTHING]);
    expect(await complete(['b'], of('b', '4'))).toMatchObject({ counts: { gone: 1 } });
    expect(['1', '3'].map((id) => collection.vacancy(id)?.state)).toEqual(['active', 'gone']);
  });

  it('V-16: does so whether all were asked for or some', async () => {
    const { collection, complete } = reading();
    await complete(['a', 'b'], [...of('a', '1', '2'), ...of('b', '3')]);
    await complete(['a'], of('a', '1'), { employers: ['a'] });
    expect(['1', '2', '3'].map((id) => collection.vacancy(id)?.state)).toEqual(['active', 'gone', 'active']);
  });
});

describe('a full run of a source that no longer knows an employer', () => {
  it.each([
    ['the first', ['closed', 'a', 'b']],
    ['the last', ['a', 'b', 'closed']],
  ])('V-16: finds out what the others show no longer, and asks for none of its own: %s', async (_, employers) => {
    const { collection, world } = asking(0);
    const source = new EmployerByEmployer(world, employers);
    source.completesLists = false;
    collection.source = source;
    world.vacancies = [of('closed', '1'), of('a', '2'), of('a', '3'), of('b', '4')];
    await collection.complete();
    source.closed.add('closed');
    collection.minutes = 60;
    world.vacancies = [of('a', '2'), of('b', '4')];
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'partial', counts: { unchanged: 2, asked: 1, gone: 1 } });
    expect(['1', '2', '3', '4'].map((id) => collection.vacancy(id)?.state)).toEqual([
      ...['active', 'active', 'gone', 'active'],
    ]);
    expect([...collection.database.read().deadLetters.values()]).toMatchObject([{ reason: 'source.query-refused' }]);
  });

  it('V-16: concludes and asks nothing while no list is answered, although there is something to ask', async () => {
    const { collection, world } = asking(0);
    const source = new EmployerByEmployer(world, ['closed']);
    collection.source = source;
    world.vacancies = [of('closed', '1')];
    await collection.complete({}, { maxRequests: 1 });
    expect(collection.database.read().inquiries.size).toBe(1);
    source.asked.splice(0);
    source.closed.add('closed');
    collection.minutes = 60;
    expect(await collection.complete()).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('refused'),
    });
    expect(source.asked).toEqual([]);
  });
});

describe('a full run of workers whose clocks differ', () => {
  it.each([
    ['asked', true, { asked: 0 }],
    ['asked of nobody', false, { gone: 0 }],
  ])('V-16: takes nothing for missing that was shown to a clock that is behind (%s)', async (_, isAsking, counts) => {
    const collection = isAsking ? asking(3).collection : new Collecting();
    collection.world.vacancies = snapshots(3);
    await collection.complete();
    collection.minutes = 60;
    const { runId, windowId } = await collection.plan();
    collection.minutes = 50;
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: true }, NEVER);
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts });
    expect(collection.vacancy('1')?.state).toBe('active');
  });
});

describe('an incremental run', () => {
  /** Published so many minutes after the runs began. */
  const late = (sourceId: string, minutes: number) =>
    aSnapshot({ sourceId, publishedAt: new Date(Date.UTC(2026, 2, 1, 12, minutes)) });

  it('takes what was published since the last run of its query that read all, and somewhat before', async () => {
    const { collection, world } = asking(3);
    await collection.complete({ areas: ['1'] }, { mode: 'incremental' });
    expect(collection.storedIds()).toHaveLength(3);
    world.vacancies = [...world.vacancies, late('4', -40), late('5', 30)];
    collection.minutes = 60;
    const run = await collection.complete({ areas: ['1'] }, { mode: 'incremental' });
    expect(run).toMatchObject({ outcome: 'complete', found: 2, counts: { created: 2, unchanged: 0 } });
  });

  it('does not take those for closed that it leaves out', async () => {
    const { collection, world, asked } = asking(3);
    await collection.complete();
    asked();
    collection.minutes = 600;
    world.vacancies = [...world.vacancies.slice(0, 1), late('4', 30)];
    expect(await collection.complete({}, { mode: 'incremental' })).toMatchObject({ outcome: 'complete', found: 1 });
    expect(asked()).toEqual(['4']);
    expect(collection.vacancy('3')?.state).toBe('active');
  });

  it('leaves nothing out that a run did not read to its end', async () => {
    const { collection, world } = asking(9);
    expect(await collection.complete({}, { mode: 'full', maxRequests: 2 })).toMatchObject({ outcome: 'partial' });
    expect(collection.storedIds()).toHaveLength(6);
    collection.minutes = 600;
    expect(await collection.complete({}, { mode: 'incremental' })).toMatchObject({ outcome: 'complete', found: 9 });
    expect(world.vacancies).toHaveLength(collection.storedIds().length);
  });
});
