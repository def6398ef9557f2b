import type { IdGenerator } from '@job-scope/kernel';
import {
  changeBetween,
  stateOf,
  type MonthlySalary,
  type VacancySnapshot,
  type EditableField,
  type Withholding,
} from '@job-scope/vacancies-domain';
import type {
  HeldVacancy,
  StoredVacancy,
  StoreResult,
  VacancyAmendment,
  VacancyRepository,
  VacancyRewrite,
  VacancyToStore,
} from '@job-scope/vacancies-ports';
import type { StoredState, StoredVacancyRow } from './stored-state';

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

  async amend(batch: readonly VacancyAmendment[], at: Date): Promise<readonly StoredVacancy[]> {
    return structuredClone(batch).flatMap(({ id, state, details }) => {
      const found = this.byId(id);
      if (!found) return [];
      const row = state === 'gone' ? found : { ...found, lastSeenAt: later(found.lastSeenAt, at) };
      const told = details && { details: details.details, detailsHash: details.hash, detailsRaw: details.raw };
      if (row.state === state && (!told || row.detailsHash === told.detailsHash)) return this.keep(row);
      return this.change(row, { ...row, ...told, state, changedAt: at });
    });
  }

  async rewrite(batch: readonly VacancyRewrite[]): Promise<readonly StoredVacancy[]> {
    return structuredClone(batch).flatMap(({ id, revision, ...vacancy }) => {
      const row = this.byId(id);
      if (row?.revision !== revision || row.edited.length > 0) return [];
      if (isUnchanged(row, vacancy) && isDerivedAlike(row, vacancy)) return [];
      const { raw, detailsRaw, state } = row;
      const rewritten = { ...row, ...contentOf(vacancy), raw, detailsRaw, state, revision: revision + 1 };
      return this.put(rewritten, 'changed');
    });
  }

  async hold(id: string): Promise<HeldVacancy | undefined> {
    const row = this.byId(id);
    return row && { revision: row.revision, withheld: row.withheld };
  }

  async withhold(id: string, withheld: Withholding | null, at: Date): Promise<StoredVacancy> {
    const row = this.byId(id);
    const [stored] = row ? this.change(row, { ...row, withheld, changedAt: at }) : [];
    if (!stored) throw new Error(`vacancy ${id} is not stored`);
    return stored;
  }

  async edit(
    id: string,
    fields: readonly EditableField[],
    { snapshot, duplicateKey, monthlySalary }: VacancyToStore,
    at: Date,
  ): Promise<StoredVacancy> {
    const row = this.byId(id);
    if (!row) throw new Error(`vacancy ${id} is not stored`);
    const changed = Object.fromEntries(fields.map((field) => [field, snapshot[field]]));
    const edited = [...new Set([...row.edited, ...fields])];
    const after = { ...row, ...changed, edited, duplicateKey, monthlySalary, changedAt: at };
    return this.change(row, after)[0] ?? { id, revision: after.revision, outcome: 'changed' };
  }

  private storeOne(vacancy: VacancyToStore, seenAt: Date): StoredVacancy[] {
    const { snapshot } = vacancy;
    const stored = this.state.vacancies.get(keyOf(snapshot));
    const state = stateOf(snapshot);
    if (!stored) {
      const seen = { firstSeenAt: seenAt, lastSeenAt: seenAt, changedAt: seenAt };
      const unknown = { details: null, detailsHash: null, detailsRaw: null, withheld: null, edited: [] };
      const row = { ...unknown, ...contentOf(vacancy), id: this.ids.next(), state, revision: 1, ...seen };
      return this.put(row, 'created');
    }
    const row = { ...stored, lastSeenAt: later(stored.lastSeenAt, seenAt) };
    if (isUnchanged(stored, vacancy) && stored.state === state) return this.keep(row);
    return this.change(row, { ...row, ...contentOf(vacancy), ...editedOf(row), state, changedAt: seenAt });
  }

  private byId(id: string): StoredVacancyRow | undefined {
    return [...this.state.vacancies.values()].find((row) => row.id === id);
  }

  /** Stores it as the next revision, with what readers would notice. */
  private change(before: StoredVacancyRow, changed: StoredVacancyRow): StoredVacancy[] {
    const after = { ...changed, revision: before.revision + 1 };
    const change = changeBetween(before, after);
    const earlier = this.state.changes.get(after.id) ?? [];
    if (change) this.state.changes.set(after.id, [...earlier, change]);
    return this.put(after, 'changed');
  }

  private keep(row: StoredVacancyRow): [] {
    this.state.vacancies.set(keyOf(row), row);
    return [];
  }

  private put(row: StoredVacancyRow, outcome: StoredVacancy['outcome']): StoredVacancy[] {
    this.state.vacancies.set(keyOf(row), row);
    return [{ id: row.id, revision: row.revision, outcome }];
  }
}

/** What the vacancy brings; details only if it knows them. */
const contentOf = ({ snapshot, contentHash, detailsHash, duplicateKey, monthlySalary }: VacancyToStore) => {
  const { archived: _archived, details, ...content } = snapshot;
  const told = details && { details, detailsHash, detailsRaw: null };
  return { ...content, ...told, contentHash, duplicateKey, monthlySalary };
};

const isUnchanged = (row: StoredVacancyRow, { contentHash, detailsHash }: VacancyToStore): boolean =>
  row.contentHash === contentHash && (detailsHash === null || row.detailsHash === detailsHash);

const isDerivedAlike = (row: StoredVacancyRow, { duplicateKey, monthlySalary }: VacancyToStore): boolean =>
  row.duplicateKey === duplicateKey && amountsOf(row.monthlySalary) === amountsOf(monthlySalary);

/** A new rate that leads to the same amounts is no reason to write. */
const amountsOf = (salary: MonthlySalary | null): string =>
  JSON.stringify(salary && [salary.fromMinor, salary.toMinor, salary.estimated]);

const later = (one: Date, other: Date): Date => (one > other ? one : other);

const keyOf = ({ source, sourceId }: Pick<VacancySnapshot, 'source' | 'sourceId'>): string => `${source}\n${sourceId}`;

/** What no source changes any more. */
const editedOf = (row: StoredVacancyRow): Partial<StoredVacancyRow> => ({
  ...Object.fromEntries(row.edited.map((field) => [field, row[field]])),
  ...(row.edited.length > 0 && { duplicateKey: row.duplicateKey }),
  ...(row.edited.includes('salary') && { monthlySalary: row.monthlySalary }),
});
