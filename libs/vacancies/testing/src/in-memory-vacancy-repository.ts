import type { IdGenerator } from '@job-scope/kernel';
import {
  changeBetween,
  editableContentOf,
  stateOf,
  type EditableContent,
  type EditableField,
  type MonthlySalary,
  type Vacancy,
  type VacancySnapshot,
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
import { isStateKept, keepingEdited } from './in-memory-edits';
import { toVacancy } from './in-memory-vacancy-readers';
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

  async create(id: string, vacancy: VacancyToStore, at: Date): Promise<StoredVacancy> {
    if (this.row(id) ?? this.state.vacancies.get(keyOf(vacancy.snapshot))) throw new Error(`${id} is stored already`);
    this.put(freshRow(id, structuredClone(vacancy), at), 'created');
    return { id, revision: 1, outcome: 'created' };
  }

  async amend(batch: readonly VacancyAmendment[], at: Date): Promise<readonly StoredVacancy[]> {
    return structuredClone(batch).flatMap(({ id, state, details, rejectedRaw }) => {
      const found = this.row(id);
      if (!found) return [];
      const row = state === 'gone' ? found : { ...found, lastSeenAt: later(found.lastSeenAt, at) };
      const told = details && { details: details.details, detailsHash: details.hash, detailsRaw: details.raw };
      const kept = rejectedRaw === undefined ? null : { detailsRaw: rejectedRaw };
      const isKnown = kept === null || JSON.stringify(kept.detailsRaw) === JSON.stringify(row.detailsRaw);
      if (isStateKept(row, state) && isKnown && (!told || row.detailsHash === told.detailsHash)) return this.keep(row);
      return this.change(row, keepingEdited(row, { ...row, ...kept, ...told, state, changedAt: at }));
    });
  }

  async rewrite(batch: readonly VacancyRewrite[]): Promise<readonly StoredVacancy[]> {
    return structuredClone(batch).flatMap(({ id, revision, ...vacancy }) => {
      const row = this.row(id);
      if (row?.revision !== revision || row.edited.length > 0) return [];
      if (isUnchanged(row, vacancy) && isDerivedAlike(row, vacancy)) return [];
      const { raw, detailsRaw, state } = row;
      const rewritten = { ...row, ...contentOf(vacancy), raw, detailsRaw, state, revision: revision + 1 };
      return this.put(rewritten, 'changed');
    });
  }

  async isKnownSince(vacancy: Pick<VacancySnapshot, 'source' | 'sourceId'>, moment: Date): Promise<boolean> {
    const row = this.state.vacancies.get(keyOf(vacancy));
    return row !== undefined && (row.changedAt > moment || (row.state !== 'active' && row.lastSeenAt > moment));
  }

  async hold(id: string): Promise<HeldVacancy | undefined> {
    const row = this.row(id);
    return row && { revision: row.revision, withheld: row.withheld, edited: row.edited };
  }

  async byId(id: string): Promise<Vacancy | undefined> {
    const row = this.row(id);
    return row?.withheld === null ? structuredClone(toVacancy(row)) : undefined;
  }

  async told(id: string): Promise<EditableContent> {
    const row = this.row(id);
    if (!row) throw new Error(`vacancy ${id} is not stored`);
    return structuredClone(row.told ?? editableContentOf(row));
  }

  async withhold(id: string, withheld: Withholding | null, at: Date): Promise<StoredVacancy> {
    const row = this.row(id);
    const withheldAt = withheld === row?.withheld ? row.withheldAt : withheld && at;
    const [stored] = row ? this.change(row, { ...row, withheld, withheldAt, changedAt: at }) : [];
    if (!stored) throw new Error(`vacancy ${id} is not stored`);
    return stored;
  }

  async edit(
    id: string,
    edited: readonly EditableField[],
    { snapshot, duplicateKey, monthlySalary }: VacancyToStore,
    at: Date,
  ): Promise<StoredVacancy> {
    const row = this.row(id);
    if (!row) throw new Error(`vacancy ${id} is not stored`);
    const isUntold =
      row.detailsHash === '' && !edited.some((field) => field === 'description' || field === 'keySkills');
    const details = isUntold ? null : snapshot.details;
    const { archived, description: _description, keySkills: _keySkills, ...content } = editableContentOf(snapshot);
    // One that is gone is closed already.
    const state = archived && row.state !== 'active' ? row.state : stateOf(snapshot);
    const told = row.edited.length > 0 ? row.told : editableContentOf(row);
    const kept = {
      edited,
      told: edited.length > 0 ? told : null,
      detailsHash: isUntold ? null : (row.detailsHash ?? (details && '')),
    };
    const said = structuredClone({ ...content, state, details, duplicateKey, monthlySalary });
    const after = { ...row, ...said, ...kept, changedAt: at };
    return this.change(row, after)[0] ?? { id, revision: after.revision, outcome: 'changed' };
  }

  private storeOne(vacancy: VacancyToStore, seenAt: Date): StoredVacancy[] {
    const { snapshot } = vacancy;
    const stored = this.state.vacancies.get(keyOf(snapshot));
    const state = stateOf(snapshot);
    if (!stored) return this.put(freshRow(this.ids.next(), vacancy, seenAt), 'created');
    const row = { ...stored, lastSeenAt: later(stored.lastSeenAt, seenAt) };
    if (isUnchanged(stored, vacancy) && isStateKept(stored, state)) return this.keep(row);
    return this.change(row, keepingEdited(row, { ...row, ...contentOf(vacancy), state, changedAt: seenAt }));
  }

  private row(id: string): StoredVacancyRow | undefined {
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

const freshRow = (id: string, vacancy: VacancyToStore, at: Date): StoredVacancyRow => {
  const seen = { firstSeenAt: at, lastSeenAt: at, changedAt: at };
  const unknown = {
    details: null,
    detailsHash: null,
    detailsRaw: null,
    withheld: null,
    withheldAt: null,
    edited: [],
    told: null,
  };
  return { ...unknown, ...contentOf(vacancy), id, state: stateOf(vacancy.snapshot), revision: 1, ...seen };
};
