import { DeleteSavedSearch } from './delete-saved-search.use-case';
import { GetSavedSearch } from './get-saved-search.query';
import { ListSavedSearches } from './list-saved-searches.query';
import { ANN, HOUR, SavedSearchWorld } from './saved-searches.fixture';
import { Unsubscribe } from './unsubscribe.use-case';

const BOB = '01900000-0000-7000-8000-0000000000bb';
const WISH = { name: ' Cooks ', search: { text: 'повар' }, frequency: 'daily', language: 'ru' };

let world: SavedSearchWorld;
beforeEach(() => {
  world = new SavedSearchWorld();
});

const create = (changes: object = {}, userId = ANN) =>
  world.create.execute({ userId, wish: { ...WISH, ...changes }, paused: false });
const created = async (changes: object = {}) => {
  const search = await create(changes);
  if (!search.ok) throw new Error(search.error.code);
  return search.value;
};
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) => result.error?.code;

it('saves a search by the names of its parameters, without an address until one is known', async () => {
  const search = {
    text: 'повар',
    areaId: ['1'],
    publishedFrom: new Date('2026-01-01T00:00:00.000Z'),
    hasTest: undefined,
  };
  expect(await created({ search })).toMatchObject({
    ...{ name: 'Cooks', frequency: 'daily', language: 'ru', paused: false, deliverTo: null, revision: 1 },
    search: { text: 'повар', areaId: ['1'], publishedFrom: '2026-01-01T00:00:00.000Z' },
    nextLookAt: new Date(world.now + 24 * HOUR),
  });
  await world.tell('ann@example.org');
  expect(await new ListSavedSearches(world.saved).execute(ANN)).toMatchObject([{ deliverTo: 'ann@example.org' }]);
});

it.each<[string, object]>([
  ['/name', { name: '  ' }],
  ['/name', { name: 'a\nb' }],
  ['/name', { name: 'x'.repeat(101) }],
  ['/name', { name: undefined }],
  ['/frequency', { frequency: 'weekly' }],
  ['/language', { language: 'de' }],
  ['/search/salaryTo', { search: { salaryFrom: 2, salaryTo: 1 } }],
  ['/search/salaryCurrency', { search: { salaryCurrency: 'XXX' } }],
  ['/search/source', { search: { source: ['linkedin'] } }],
  ['/search/lat', { search: { lng: 1, radiusKm: 1 } }],
])('names %s in its refusal of %j, and keeps nothing', async (pointer, changes) => {
  const refused = await create(changes);
  expect(refused).toMatchObject({ error: { code: 'saved-searches.invalid', fields: [{ pointer }] } });
  expect(await world.saved.ofOwner(ANN)).toEqual([]);
});

it('takes no name twice of one user, and no more than fifty', async () => {
  await created();
  expect(codeOf(await create())).toBe('saved-searches.name-taken');
  expect((await create({}, BOB)).ok).toBe(true);
  for (let number = 1; number < 50; number += 1) await created({ name: `${number}` });
  expect(codeOf(await create({ name: 'one more' }))).toBe('saved-searches.too-many');
});

it('changes what is named, for the revision that was meant', async () => {
  const { id: savedSearchId } = await created();
  await created({ name: 'Drivers' });
  const change = (to: object, expectedRevision?: number) =>
    world.change.execute({ userId: ANN, savedSearchId, change: to, expectedRevision });
  expect(await change({ language: 'en', name: undefined }, 1)).toMatchObject({
    value: { name: 'Cooks', language: 'en', revision: 2 },
  });
  expect(codeOf(await change({ name: 'Chefs' }, 1))).toBe('saved-searches.changed-meanwhile');
  expect(codeOf(await change({ name: 'Drivers' }))).toBe('saved-searches.name-taken');
  expect(codeOf(await change({ search: { salaryFrom: 2, salaryTo: 1 } }))).toBe('saved-searches.invalid');
  expect(await change({ search: { text: 'повар' } })).toMatchObject({ value: { revision: 2 } });
});

it('shows, changes and deletes nothing of another user', async () => {
  const { id: savedSearchId } = await created();
  const asBob = { userId: BOB, savedSearchId, expectedRevision: undefined };
  for (const refused of [
    await new GetSavedSearch(world.saved).execute(asBob),
    await world.change.execute({ ...asBob, change: { name: 'Mine' } }),
    await world.pause.execute(asBob),
    await world.resume.execute(asBob),
    await new DeleteSavedSearch(world.saved).execute(asBob),
  ]) {
    expect(codeOf(refused)).toBe('saved-searches.not-found');
  }
  expect(await new GetSavedSearch(world.saved).execute({ ...asBob, userId: ANN })).toMatchObject({
    value: { name: 'Cooks', paused: false, revision: 1 },
  });
});

it('pauses, resumes and deletes', async () => {
  const { id: savedSearchId } = await created();
  const mine = { userId: ANN, savedSearchId };
  for (let time = 0; time < 2; time += 1) {
    expect(await world.pause.execute(mine)).toMatchObject({ value: { paused: true, nextLookAt: null, revision: 2 } });
  }
  world.now += HOUR;
  const nextLookAt = new Date(world.now + 24 * HOUR);
  expect(await world.resume.execute(mine)).toMatchObject({ value: { paused: false, nextLookAt, revision: 3 } });
  const remove = (expectedRevision: number) =>
    new DeleteSavedSearch(world.saved).execute({ ...mine, expectedRevision });
  expect(codeOf(await remove(2))).toBe('saved-searches.changed-meanwhile');
  expect((await remove(3)).ok).toBe(true);
  expect(codeOf(await remove(3))).toBe('saved-searches.not-found');
});

it('pauses for whoever has the link of a mail, and asks no store for what is no secret', async () => {
  await world.tell('ann@example.org');
  const id = await world.save();
  world.store();
  await world.after(HOUR);
  const unsubscribe = new Unsubscribe(world.saved, world.clock);
  expect(await unsubscribe.execute('x')).toBe(false);
  expect(await unsubscribe.execute('00000000-0000-4000-8000-000000000000')).toBe(false);
  expect(await unsubscribe.execute(world.mails[0]?.search.secret ?? '')).toBe(true);
  expect(await world.saved.byId(ANN, id)).toMatchObject({ paused: true });
});
