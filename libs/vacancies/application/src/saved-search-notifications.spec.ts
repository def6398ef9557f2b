import { ANN, HOUR, MINUTE, SavedSearchWorld } from './saved-searches.fixture';

let world: SavedSearchWorld;
beforeEach(async () => {
  world = new SavedSearchWorld();
  await world.tell('ann@example.org');
});

const read = async (id: string) => (await world.saved.byId(ANN, id)) ?? fail();
const fail = (): never => {
  throw new Error('it is gone');
};

it('tells of what is stored after the search was saved, once, when it is due', async () => {
  world.store();
  world.now += 1;
  await world.save();
  const first = world.store();
  expect(await world.after(59 * MINUTE)).toEqual([]);
  const second = world.store();
  expect(await world.after(MINUTE)).toEqual([[second, first]]);
  expect(world.mails[0]).toMatchObject({
    deliverTo: 'ann@example.org',
    total: 2,
    search: { terms: { text: 'повар' } },
  });
  expect(await world.after(HOUR)).toEqual([]);
  const third = world.store();
  expect(await world.after(HOUR)).toEqual([[third]]);
});

it('asks for what is stored, in that order, and for nothing else of a search', async () => {
  await world.save();
  await world.after(HOUR);
  expect(world.asked).toMatchObject([{ text: 'повар', sort: 'id', order: 'asc', facets: [], highlight: false }]);
});

it('looks once a day if that is wanted', async () => {
  await world.save({ frequency: 'daily' });
  const first = world.store();
  expect(await world.after(23 * HOUR)).toEqual([]);
  expect(await world.after(HOUR)).toEqual([[first]]);
});

it('finds what came into the index late, and what began to match late', async () => {
  await world.save();
  const late = world.store(false);
  world.oldestUnindexed = new Date(world.now);
  world.now += 30 * HOUR;
  expect(await world.after(0)).toEqual([]);
  world.oldestUnindexed = null;
  const matchesLater = world.store(false);
  world.indexed.push(late);
  expect(await world.after(HOUR)).toEqual([[late]]);
  expect(await world.after(HOUR)).toEqual([]);
  world.indexed.push(matchesLater);
  expect(await world.after(21 * HOUR)).toEqual([[matchesLater]]);
});

it('reads on over pages, shows the newest, and says how many there are', async () => {
  await world.save();
  const stored = Array.from({ length: 250 }, () => world.store());
  expect(await world.after(HOUR)).toEqual([stored.slice(-20).reverse()]);
  expect(world.mails[0]?.total).toBe(250);
  expect(world.asked).toHaveLength(3);
});

it('tells in further mails what is beyond the most that one is about', async () => {
  await world.save();
  Array.from({ length: 2_150 }, () => world.store());
  await world.after(HOUR);
  expect(world.mails[0]?.total).toBe(2_000);
  await world.after(HOUR);
  expect(world.mails[0]?.total).toBe(150);
});

it('tries again soon, and loses nothing, when search is away', async () => {
  const id = await world.save();
  const stored = world.store();
  world.isSearchAway = true;
  world.now += HOUR;
  const { looks, told, failures } = await world.looks.execute(10);
  expect([looks, told, failures]).toEqual([1, 0, [`saved search ${id}: search.unavailable`]]);
  world.isSearchAway = false;
  expect(await world.after(4 * MINUTE)).toEqual([]);
  expect(await world.after(MINUTE)).toEqual([[stored]]);
});

it('looks at the others when a search fails that nobody expected to', async () => {
  const broken = await world.save();
  world.now += 1;
  await world.save();
  world.store();
  const { untold } = world.saved;
  world.saved.untold = (id, ids) =>
    id === broken ? Promise.reject(new Error('no')) : untold.call(world.saved, id, ids);
  world.now += HOUR;
  expect(await world.looks.execute(10)).toEqual({
    ...{ looks: 2, told: 1, failures: [`saved search ${broken}: Error: no`] },
  });
});

it('tells nothing while paused, nor later of what came meanwhile', async () => {
  const savedSearchId = await world.save();
  await world.pause.execute({ userId: ANN, savedSearchId });
  world.store();
  expect(await world.after(HOUR)).toEqual([]);
  world.now += 1;
  await world.resume.execute({ userId: ANN, savedSearchId });
  const after = world.store();
  expect(await world.after(HOUR)).toEqual([[after]]);
  await world.resume.execute({ userId: ANN, savedSearchId });
  expect(await read(savedSearchId)).toMatchObject({ revision: 3 });
});

it('begins anew with another search, and not with another name', async () => {
  const savedSearchId = await world.save();
  const stored = world.store();
  const change = (to: object) =>
    world.change.execute({ userId: ANN, savedSearchId, change: to, expectedRevision: undefined });
  world.now += MINUTE;
  await change({ name: 'Cooks' });
  expect(await world.after(HOUR)).toEqual([[stored]]);
  world.store();
  world.now += MINUTE;
  await change({ search: { text: 'шеф' } });
  expect(await world.after(HOUR)).toEqual([]);
  expect(world.asked.at(-1)?.text).toBe('шеф');
});

describe('a user', () => {
  it('who is not known yet is written to from when the address is, about what came since', async () => {
    await world.tell(null);
    await world.save();
    world.store();
    expect(await world.after(HOUR)).toEqual([]);
    await world.tell('ann@example.org');
    const stored = world.store();
    expect((await world.after(HOUR)).flat()).toContain(stored);
  });

  it('who has a new address gets mails there, those on their way included', async () => {
    await world.save();
    world.store();
    world.now += HOUR;
    await world.looks.execute(10);
    await world.tell('anna@example.org');
    await world.sender.execute(10);
    expect(world.mails).toMatchObject([{ deliverTo: 'anna@example.org' }]);
  });

  it.each([
    ['is not active, or whose address is not proved', false],
    ['is deleted', true],
  ])('who %s gets nothing any more, not even what is on its way', async (_, deleted) => {
    await world.save();
    world.store();
    world.now += HOUR;
    await world.looks.execute(10);
    await world.tell(null, deleted);
    await world.sender.execute(10);
    expect([world.mails, await world.after(HOUR)]).toEqual([[], []]);
    expect(await world.saved.ofOwner(ANN)).toHaveLength(deleted ? 0 : 1);
  });
});

describe('a mail', () => {
  const queueOne = async () => {
    await world.save();
    world.store();
    world.now += HOUR;
    await world.looks.execute(10);
  };

  it('that a worker died over is sent again as the same mail, and never not at all', async () => {
    await queueOne();
    const settle = world.saved.settle;
    world.saved.settle = () => Promise.reject(new Error('killed'));
    await expect(world.sender.execute(10)).resolves.toMatchObject([{ outcome: 'put-off' }]);
    world.saved.settle = settle.bind(world.saved);
    world.now += HOUR;
    expect(await world.sender.execute(10)).toMatchObject([{ outcome: 'sent' }]);
    expect(world.mails.map(({ id }) => id)).toEqual([world.mails[0]?.id, world.mails[0]?.id]);
    world.now += HOUR;
    expect(await world.sender.execute(10)).toEqual([]);
  });

  it('that cannot be sent waits longer and longer, and is given up in the end', async () => {
    await queueOne();
    world.mailer = () => Promise.reject(new Error('no mail server'));
    expect(await world.sender.execute(10)).toMatchObject([{ outcome: 'put-off' }]);
    expect(await world.sender.execute(10)).toEqual([]);
    world.now += MINUTE;
    expect(await world.sender.execute(10)).toMatchObject([{ outcome: 'put-off' }]);
    world.now += MINUTE;
    expect(await world.sender.execute(10)).toEqual([]);
    for (let attempt = 3; attempt < 100; attempt += 1) {
      world.now += HOUR;
      expect(await world.sender.execute(10)).toMatchObject([{ outcome: 'put-off' }]);
    }
    world.now += HOUR;
    expect(await world.sender.execute(10)).toMatchObject([
      { outcome: 'dropped', failure: new Error('no mail server') },
    ]);
    expect(await world.saved.backlog(new Date(0))).toMatchObject({ unsent: 0 });
  });

  it('that is refused is not tried again', async () => {
    await queueOne();
    world.mailer = async () => 'refused';
    expect(await world.sender.execute(10)).toMatchObject([{ outcome: 'refused' }]);
    world.now += HOUR;
    expect(await world.sender.execute(10)).toEqual([]);
  });
});
