import type { IdGenerator } from '@job-scope/kernel';
import {
  editableContentOf,
  type EditableContent,
  type EditableField,
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
import { theRow, type Statements } from './statement';
import { storableJson } from './storable';
import { arraysOf } from './vacancy-columns';
import { toDetailsRow, toRow, toVacancy, type VacancyRow } from './vacancy-row';
import {
  AMEND,
  AMENDED_COLUMNS,
  CREATE,
  EDIT,
  EDITED_COLUMNS,
  EDITING,
  HOLD,
  read,
  READ_COLUMNS,
  KNOWN_SINCE,
  READING_ANEW,
  REWRITE,
  REWRITTEN_COLUMNS,
  SEE,
  SEE_BY_ID,
  STORE,
  STORED_COLUMNS,
  TOLD,
  WITHHOLD,
} from './vacancy-sql';

/**
 * Writes a batch with a few statements, whatever its size: each column travels as one array. All take their row locks in
 * a fixed order, so that transactions with the same vacancies wait for each other instead of deadlocking.
 */
export class PostgresVacancyRepository implements VacancyRepository {
  constructor(
    private readonly statements: Statements,
    private readonly ids: IdGenerator,
  ) {}

  async store(batch: readonly VacancyToStore[], seenAt: Date): Promise<StoreResult> {
    if (batch.length === 0) return { written: [], unchanged: 0 };
    const rows = batch.map((vacancy) => ({ id: this.ids.next(), ...toRow(vacancy) }));
    const keys = rows.map(({ source, source_id: sourceId }) => `${source}\n${sourceId}`);
    if (new Set(keys).size < rows.length) throw new Error('a batch must hold each vacancy once');

    const written = await this.statements.rows<WrittenRow>(STORE, [seenAt, ...arraysOf(STORED_COLUMNS, rows)]);
    await this.statements.rows(SEE, [seenAt, ...arraysOf(['source', 'source_id'], rows)]);
    return { written: written.map(toStored), unchanged: batch.length - written.length };
  }

  async create(id: string, vacancy: VacancyToStore, at: Date): Promise<StoredVacancy> {
    await this.statements.rows(CREATE, [at, ...arraysOf(STORED_COLUMNS, [{ id, ...toRow(vacancy) }])]);
    return { id, revision: 1, outcome: 'created' };
  }

  async amend(batch: readonly VacancyAmendment[], at: Date): Promise<readonly StoredVacancy[]> {
    if (batch.length === 0) return [];
    const rows = batch.map(({ id, state, details, rejectedRaw }) => ({
      ...{ id, state, details_raw: rawOf(details?.raw ?? rejectedRaw) },
      ...toDetailsRow(details?.details ?? null, details?.hash ?? null),
    }));
    const written = await this.statements.rows<WrittenRow>(AMEND, [at, ...arraysOf(AMENDED_COLUMNS, rows)]);
    const seen = batch.filter(({ state }) => state !== 'gone').map(({ id }) => id);
    await this.statements.rows(SEE_BY_ID, [at, seen]);
    return written.map(toStored);
  }

  async rewrite(batch: readonly VacancyRewrite[]): Promise<readonly StoredVacancy[]> {
    if (batch.length === 0) return [];
    const rows = batch.map((vacancy) => ({ ...toRow(vacancy), id: vacancy.id, revision: vacancy.revision }));
    await this.statements.rows(READING_ANEW, ['on']);
    const written = await this.statements.rows<WrittenRow>(REWRITE, arraysOf(REWRITTEN_COLUMNS, rows));
    await this.statements.rows(READING_ANEW, ['off']);
    return written.map(toStored);
  }

  async isKnownSince(
    { source, sourceId }: Pick<VacancySnapshot, 'source' | 'sourceId'>,
    moment: Date,
  ): Promise<boolean> {
    const [row] = await this.statements.rows<{ known: boolean }>(KNOWN_SINCE, [source, sourceId, moment]);
    return row?.known ?? false;
  }

  async hold(id: string): Promise<HeldVacancy | undefined> {
    const [row] = await this.statements.rows<HeldRow>(HOLD, [id]);
    return row && { ...row, revision: Number(row.revision) };
  }

  async byId(id: string): Promise<Vacancy | undefined> {
    const [row] = await this.statements.rows<VacancyRow>(read(READ_COLUMNS), [[id]]);
    return row && toVacancy(row);
  }

  async told(id: string): Promise<EditableContent> {
    return editableContentOf(toVacancy(theRow(await this.statements.rows<VacancyRow>(TOLD, [id]), `vacancy ${id}`)));
  }

  async withhold(id: string, withheld: Withholding | null, at: Date): Promise<StoredVacancy> {
    return toStored(theRow(await this.statements.rows<WrittenRow>(WITHHOLD, [id, withheld, at]), `vacancy ${id}`));
  }

  async edit(id: string, edited: readonly EditableField[], vacancy: VacancyToStore, at: Date): Promise<StoredVacancy> {
    const row = toRow(vacancy);
    await this.statements.rows(EDITING, ['on']);
    const values = [id, at, edited, row.state, ...EDITED_COLUMNS.map((column) => row[column])];
    const written = await this.statements.rows<WrittenRow>(EDIT, values);
    await this.statements.rows(EDITING, ['off']);
    return toStored(theRow(written, `vacancy ${id}`));
  }
}

const rawOf = (payload: unknown): string | null => (payload == null ? null : storableJson(payload));

interface WrittenRow {
  readonly id: string;
  readonly revision: string;
}

type HeldRow = Omit<HeldVacancy, 'revision'> & Pick<WrittenRow, 'revision'>;

const toStored = ({ id, revision }: WrittenRow): StoredVacancy => ({
  id,
  revision: Number(revision),
  outcome: revision === '1' ? 'created' : 'changed',
});
