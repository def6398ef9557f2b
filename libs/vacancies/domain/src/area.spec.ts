import fc from 'fast-check';
import { areasOf, type AreaNode } from './area';

const node = (id: string, parentId: string | null): AreaNode => ({ id, parentId, name: `area ${id}` });
const pathsOf = (nodes: readonly AreaNode[]) =>
  Object.fromEntries(areasOf('headhunter', nodes).map(({ id, path }) => [id, path.map((each) => each.id).join('/')]));

describe('areasOf', () => {
  it('gives every area the path from the widest one, in whatever order they come', () => {
    const nodes = [node('1', '113'), node('5', '1'), node('113', null), node('40', null)];
    expect(pathsOf(nodes)).toEqual({ 113: '113', 1: '113/1', 5: '113/1/5', 40: '40' });
    expect(areasOf('headhunter', nodes)[0]).toEqual({
      ...{ source: 'headhunter', id: '1', parentId: '113', name: 'area 1' },
      path: [
        { id: '113', name: 'area 113' },
        { id: '1', name: 'area 1' },
      ],
    });
  });

  it('counts an area whose parent is unknown among the widest, and the first of two with one identifier', () => {
    expect(pathsOf([node('2', '9'), node('3', '2'), node('3', null)])).toEqual({ 2: '2', 3: '2/3' });
    expect(areasOf('headhunter', [node('2', '9')])).toMatchObject([{ id: '2', parentId: null }]);
  });

  it('ends, and keeps every area once with a path that ends in it, whatever a source says', () => {
    const ids = fc.constantFrom('1', '2', '3', '4', '5');
    const nodes = fc.array(fc.record({ id: ids, name: fc.string(), parentId: fc.option(ids) }));
    fc.assert(
      fc.property(nodes, (all) => {
        const areas = areasOf('headhunter', all);
        expect(areas.map(({ id }) => id).toSorted()).toEqual([...new Set(all.map(({ id }) => id))].toSorted());
        for (const { id, parentId, path } of areas) {
          const steps = path.map((step) => step.id);
          expect([steps.at(-1), new Set(steps).size]).toEqual([id, steps.length]);
          expect(steps.at(-2) ?? null).toBe(parentId);
          if (parentId !== null) expect(areas.find((each) => each.id === parentId)?.path).toEqual(path.slice(0, -1));
        }
      }),
    );
  });
});
