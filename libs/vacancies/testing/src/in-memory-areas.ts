import type { Area, AreaKey, SourceName } from '@job-scope/vacancies-domain';
import type { AreaChanges, AreaDirectory, AreaReader } from '@job-scope/vacancies-ports';

export class InMemoryAreas implements AreaReader, AreaDirectory {
  private areas: readonly Area[] = [];

  async byKeys(keys: readonly AreaKey[]): Promise<readonly Area[]> {
    return this.areas.filter((area) => keys.some(({ source, id }) => area.source === source && area.id === id));
  }

  async replace(source: SourceName, areas: readonly Area[]): Promise<AreaChanges> {
    const before = new Map(this.areas.filter((area) => area.source === source).map((area) => [area.id, area]));
    const written = areas.filter((area) => JSON.stringify(before.get(area.id)) !== JSON.stringify(area)).length;
    for (const { id } of areas) before.delete(id);
    this.areas = [...this.areas.filter((area) => area.source !== source), ...structuredClone(areas)];
    return { written, removed: before.size };
  }
}
