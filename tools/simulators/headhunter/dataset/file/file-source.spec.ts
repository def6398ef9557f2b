import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sample from '../../fixtures/sample-items.json';
import { collect, idsOf, simulate } from '../../testing/client';
import { parseItemFile } from './item-file';

const FILE = join(__dirname, '../../fixtures/sample-items.json');
const ALL = { per_page: 100, order_by: 'publication_time' };

describe('items from a file', () => {
  const { search, get, control } = simulate({ data: FILE });

  it('are all served, each as it is in the file', async () => {
    const { items, found } = await collect(search, ALL);
    expect(found).toBe(110);
    const served = new Map(items.map((item) => [item.id, item]));
    for (const item of sample.items) expect(served.get(item.id)).toEqual(item);
  });

  it('can be filtered by what they hold', async () => {
    const expected = sample.items.filter(({ area, salary }) => area.id === '1' && salary !== null);
    const { items } = await collect(search, { ...ALL, area: '1', only_with_salary: true });
    expect(new Set(idsOf(items))).toEqual(new Set(idsOf(expected)));
    expect((await search({ text: 'питон OR python', no_magic: true })).body.found).toBeGreaterThan(20);
  });

  it('have areas and employers', async () => {
    for (const { area, employer } of sample.items) {
      expect((await get(`/areas/${area.id}`)).body.name).toBe(area.name);
      expect((await get(`/employers/${employer.id}`)).body).toMatchObject({ id: employer.id, name: employer.name });
    }
  });

  it('get no invented description', async () => {
    const { snippet, ...item } = sample.items[0] as (typeof sample.items)[number];
    const { body } = await get(`/vacancies/${item.id}`);
    expect(body).toMatchObject(item);
    expect(body.description).toBe('');
    expect(body.snippet).toBeUndefined();
  });

  it('can be inserted again as new vacancies with ids of their own', async () => {
    const { ids } = control.scenario({ name: 'insert', vacancies: 2 });
    expect(idsOf((await search({ ...ALL, per_page: 2 })).body.items)).toEqual((ids as string[]).toReversed());
    for (const id of ids as string[]) expect((await get(`/vacancies/${id}`)).body.id).toBe(id);
  });
});

describe('a file that cannot be served', () => {
  const item = { id: '1', name: 'A', area: { id: '1', name: 'Москва' }, published_at: '2026-11-02T12:00:00+0300' };

  it.each([
    ['{', 'it is not JSON'],
    ['[]', '{"items": […]}'],
    ['null', '{"items": […]}'],
    [JSON.stringify({ items: [item, null] }), 'item 1: it is not an object'],
    [JSON.stringify({ items: [{ ...item, id: 1 }] }), 'item 0: id'],
    [JSON.stringify({ items: [{ ...item, name: null }] }), 'item 0: name'],
    [JSON.stringify({ items: [{ ...item, area: {} }] }), 'item 0: area'],
    [JSON.stringify({ items: [{ ...item, published_at: 'вчера' }] }), 'item 0: published_at'],
    [JSON.stringify({ items: [item, item] }), 'id 1 occurs more than once'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => parseItemFile(text)).toThrow(message);
  });

  it('may be empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headhunter-'));
    const file = join(folder, 'none.json');
    writeFileSync(file, '{"items":[]}');
    const { search, control } = simulate({ data: file });
    rmSync(folder, { recursive: true });
    expect((await search()).body).toMatchObject({ items: [], found: 0, pages: 0 });
    expect(control.scenario({ name: 'insert', vacancies: 3 })).toEqual({ ids: [] });
  });
});
