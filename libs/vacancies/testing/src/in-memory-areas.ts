import type { Area, AreaKey, SourceName } from '@job-scope/vacancies-domain';
import type { AreaChanges, AreaDirectory, AreaListRequest, AreaReader, ListedArea } from '@job-scope/vacancies-ports';

export class InMemoryAreas implements AreaReader, AreaDirectory {
  private areas: readonly Area[] = [];

  async byKeys(keys: readonly AreaKey[]): Promise<readonly Area[]> {
    return this.areas.filter((area) => keys.some(({ source, id }) => area.source === source && area.id === id));
  }

  async list({ source, parentId, prefix, limit }: AreaListRequest): Promise<readonly ListedArea[]> {
    const ofSource = this.areas.filter((area) => area.source === source);
    const begins = ` ${folded(prefix ?? '').trim()}`;
    const isIn = ({ id, path }: Area) =>
      parentId === null || (id !== parentId && path.some((each) => each.id === parentId));
    return ofSource
      .filter((area) =>
        prefix === null ? area.parentId === parentId : isIn(area) && folded(area.name).includes(begins),
      )
      .toSorted((a, b) => (`${a.name}\n${a.id}` < `${b.name}\n${b.id}` ? -1 : 1))
      .slice(0, limit)
      .map((area) => ({ ...area, hasChildren: ofSource.some((each) => each.parentId === area.id) }));
  }

  async replace(source: SourceName, areas: readonly Area[]): Promise<AreaChanges> {
    const before = new Map(this.areas.filter((area) => area.source === source).map((area) => [area.id, area]));
    const written = areas.filter((area) => JSON.stringify(before.get(area.id)) !== JSON.stringify(area)).length;
    for (const { id } of areas) before.delete(id);
    this.areas = [...this.areas.filter((area) => area.source !== source), ...structuredClone(areas)];
    return { written, removed: before.size };
  }
}

/** Every word begins after a space. */
const folded = (text: string): string => ` ${text.toLowerCase().replaceAll('ё', 'е').replaceAll(/[-(]/g, ' ')}`;
