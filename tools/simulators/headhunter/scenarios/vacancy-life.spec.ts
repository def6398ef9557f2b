import { collect, idsOf, simulate } from '../testing/client';

const ALL = { order_by: 'publication_time', per_page: 20 };

describe('a moving list', () => {
  it('duplicates repeat items across pages and lose none', async () => {
    const { search, control } = simulate({ size: 90 });
    const once = idsOf((await collect(search, ALL)).items);
    control.scenario({ name: 'duplicates', items: 3 });
    const twice = idsOf((await collect(search, ALL)).items);
    expect(twice).toHaveLength(90 + 4 * 3);
    expect(new Set(twice)).toEqual(new Set(once));
  });

  it('insert_between_pages pushes vacancies from page to page', async () => {
    const { search, control } = simulate({ size: 90 });
    control.scenario({ name: 'insert_between_pages', vacancies: 2, after: 1 });
    const { items } = await collect(search, ALL);
    // The four later pages each begin with the last two items of the page before; the new ones stand on page 0, already read.
    expect(items).toHaveLength(90 + 4 * 2);
    expect(new Set(idsOf(items)).size).toBe(90);
    expect((await search({ per_page: 0 })).body.found).toBe(90 + 5 * 2);
  });

  it('delete_between_pages pulls vacancies past whoever reads on', async () => {
    const { search, control } = simulate({ size: 90 });
    control.scenario({ name: 'delete_between_pages', vacancies: 2, after: 1, count: 1 });
    const { items } = await collect(search, ALL);
    expect(items).toHaveLength(88 - 2 + 2);
    expect((await search({ per_page: 0 })).body.found).toBe(88);
    expect(new Set(idsOf(items)).size).toBe(88);
  });

  it('insert publishes the newest vacancies', async () => {
    const { search, control } = simulate({ size: 20 });
    control.scenario({ name: 'advance_clock', seconds: 3600 });
    const { ids } = control.scenario({ name: 'insert', vacancies: 2 });
    const { found, items } = (await search(ALL)).body;
    expect(found).toBe(22);
    expect(idsOf(items.slice(0, 2))).toEqual((ids as string[]).toReversed());
    expect(items[0].published_at).toBe('2026-11-02T13:00:00+0300');
  });
});

describe('the life of a vacancy', () => {
  const found = async (search: ReturnType<typeof simulate>['search'], id: string) =>
    idsOf((await collect(search, { ...ALL })).items).includes(id);

  it('archived: out of the search, but its page stays', async () => {
    const { search, get, control } = simulate({ size: 30 });
    const [{ id, employer }] = (await search(ALL)).body.items;
    expect(employer.id).toBeDefined();
    const before = (await get(`/employers/${employer.id}`)).body.open_vacancies;
    expect(control.scenario({ name: 'archive', ids: [id, '1'] })).toEqual({ ids: [id] });
    expect(await found(search, id)).toBe(false);
    expect((await get(`/vacancies/${id}`)).body).toMatchObject({ id, archived: true });
    expect((await get(`/employers/${employer.id}`)).body.open_vacancies).toBe(before - 1);
  });

  it('deleted: gone everywhere', async () => {
    const { search, get, control } = simulate({ size: 30 });
    const { id } = (await search(ALL)).body.items[4];
    expect(control.scenario({ name: 'delete', ids: [id] })).toEqual({ ids: [id] });
    expect(control.scenario({ name: 'delete', ids: [id] })).toEqual({ ids: [] });
    expect(await found(search, id)).toBe(false);
    expect((await get(`/vacancies/${id}`)).status).toBe(404);
    expect((await search({ per_page: 0 })).body.found).toBe(29);
  });

  it('restored: the same content under a new id, the old page still archived', async () => {
    const { search, get, control } = simulate({ size: 30 });
    const item = (await search(ALL)).body.items[4];
    expect(control.scenario({ name: 'restore', ids: [item.id] })).toEqual({ ids: [] });
    control.scenario({ name: 'archive', ids: [item.id] });
    const { ids } = control.scenario({ name: 'restore', ids: [item.id] });
    const [restored] = (await search(ALL)).body.items;
    expect([restored.id]).toEqual(ids);
    expect(restored.id).not.toBe(item.id);
    expect(restored.name).toBe(item.name);
    expect((await get(`/vacancies/${item.id}`)).body.archived).toBe(true);
  });
});
