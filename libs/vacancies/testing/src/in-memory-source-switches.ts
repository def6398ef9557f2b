import type { SourceName } from '@job-scope/vacancies-domain';
import type { SourceSwitches } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemorySourceSwitches implements SourceSwitches {
  constructor(private readonly state: StoredState) {}

  async pausedSince(source: SourceName): Promise<Date | null> {
    return this.state.pausedSources.get(source) ?? null;
  }

  async pause(source: SourceName, at: Date): Promise<boolean> {
    if (this.state.pausedSources.has(source)) return false;
    this.state.pausedSources.set(source, at);
    return true;
  }

  async resume(source: SourceName): Promise<boolean> {
    return this.state.pausedSources.delete(source);
  }
}
