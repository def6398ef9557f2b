import type { IndexRefusal, IndexRefusals, SearchEngine } from '@job-scope/vacancies-ports';

export class InMemoryIndexRefusals implements IndexRefusals {
  private readonly known = new Map<string, IndexRefusal>();

  constructor(private readonly now: () => Date) {}

  async note(
    engine: SearchEngine,
    vacancyIds: readonly string[],
    refused: readonly Omit<IndexRefusal, 'at'>[],
  ): Promise<void> {
    const stillRefused = new Set(refused.map(({ vacancyId }) => vacancyId));
    for (const id of vacancyIds) if (!stillRefused.has(id)) this.known.delete(`${engine} ${id}`);
    for (const refusal of refused) {
      const key = `${engine} ${refusal.vacancyId}`;
      const before = this.known.get(key);
      this.known.set(key, { ...refusal, at: before?.revision === refusal.revision ? before.at : this.now() });
    }
  }

  async count(engine: SearchEngine): Promise<number> {
    return this.of(engine).length;
  }

  async list(engine: SearchEngine, limit: number): Promise<readonly IndexRefusal[]> {
    return this.of(engine)
      .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.vacancyId < b.vacancyId ? -1 : 1))
      .slice(0, limit);
  }

  async among(engine: SearchEngine, vacancyIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(this.of(engine).flatMap(({ vacancyId }) => (vacancyIds.includes(vacancyId) ? [vacancyId] : [])));
  }

  private of(engine: SearchEngine): IndexRefusal[] {
    return [...this.known.values()].filter((each) => each.engine === engine);
  }
}
