import type { IdGenerator } from '@job-scope/kernel';
import { stateOf, type VacancySnapshot } from '@job-scope/vacancies-domain';
import type { StoredVacancy, StoreResult, VacancyRepository, VacancyToStore } from '@job-scope/vacancies-ports';
import type { StoredState, StoredVacancyRow } from './in-memory-vacancy-database';

export class InMemoryVacancyRepository implements VacancyRepository {
  constructor(
    private readonly state: StoredState,
    private readonly ids: IdGenerator,
  ) {}

  async store(batch: readonly VacancyToStore[], seenAt: Date): Promise<StoreResult> {
    const keys = batch.map(({ snapshot }) => keyOf(snapshot));
    if (new Set(keys).size < batch.length) throw new Error('a batch must hold each vacancy once');
    const written = structuredClone(batch).flatMap((vacancy) => this.storeOne(vacancy, seenAt));
    return { written, unchanged: batch.length - written.length };
  }

  private storeOne({ snapshot, contentHash }: VacancyToStore, seenAt: Date): StoredVacancy[] {
    const key = keyOf(snapshot);
    const stored = this.state.vacancies.get(key);
    const lastSeenAt = stored && stored.lastSeenAt > seenAt ? stored.lastSeenAt : seenAt;
    if (stored?.contentHash === contentHash) {
      this.state.vacancies.set(key, { ...stored, lastSeenAt });
      return [];
    }
    const { archived: _archived, ...content } = snapshot;
    const row: StoredVacancyRow = {
      ...content,
      id: stored?.id ?? this.ids.next(),
      state: stateOf(snapshot),
      revision: (stored?.revision ?? 0) + 1,
      contentHash,
      firstSeenAt: stored?.firstSeenAt ?? seenAt,
      lastSeenAt,
      changedAt: seenAt,
    };
    this.state.vacancies.set(key, row);
    return [{ id: row.id, revision: row.revision, outcome: stored ? 'changed' : 'created' }];
  }
}

const keyOf = ({ source, sourceId }: VacancySnapshot): string => `${source}\n${sourceId}`;
