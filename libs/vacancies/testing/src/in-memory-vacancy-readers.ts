import { err, ok, type Page, type Result } from '@job-scope/kernel';
import { byCanonical, type EditableField, type Vacancy, type VacancyChange } from '@job-scope/vacancies-domain';
import type {
  DuplicateVacancy,
  PayloadPageRequest,
  VacancyChangesRequest,
  VacancyHistoryFailure,
  VacancyHistoryReader,
  VacancyPayload,
  RejectedPayload,
  VacancyPayloads,
  VacancyReader,
} from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredVacancyRow } from './stored-state';

export class InMemoryVacancyReader implements VacancyReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async byId(id: string): Promise<Vacancy | undefined> {
    return (await this.byIds([id]))[0];
  }

  async byIds(ids: readonly string[]): Promise<readonly Vacancy[]> {
    const rows = [...this.database.read().vacancies.values()];
    return rows.filter(({ id, withheld }) => ids.includes(id) && withheld === null).map(toVacancy);
  }

  async editedFieldsOf(id: string): Promise<readonly EditableField[] | undefined> {
    const rows = [...this.database.read().vacancies.values()];
    return rows.find((row) => row.id === id && row.withheld === null)?.edited;
  }

  async duplicatesOf(id: string, limit: number): Promise<readonly DuplicateVacancy[]> {
    const all = [...this.database.read().vacancies.values()];
    const key = all.find((row) => row.id === id)?.duplicateKey ?? null;
    const group = all.filter((row) => row.id === id || (key !== null && row.duplicateKey === key));
    return group
      .filter(({ withheld }) => withheld === null)
      .sort(byCanonical)
      .slice(0, limit)
      .map(({ id: member, source, url }) => ({ id: member, source, url }));
  }
}

export const toVacancy = (row: StoredVacancyRow): Vacancy => {
  const {
    contentHash: _content,
    detailsHash: _details,
    detailsRaw: _raw,
    withheld: _withheld,
    withheldAt: _withheldAt,
    edited: _edited,
    told: _told,
    ...vacancy
  } = row;
  return vacancy;
};

const LIST = 'vacancies/in-memory/vacancy-changes';

export class InMemoryVacancyHistoryReader implements VacancyHistoryReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async changes(request: VacancyChangesRequest): Promise<Result<Page<VacancyChange>, VacancyHistoryFailure>> {
    const { vacancyId, limit, from } = request;
    const [ofVacancy, revision] = from?.after ?? [vacancyId, Infinity];
    const isMine = !from || (from.list === LIST && from.after.length === 2);
    if (!isMine || ofVacancy !== vacancyId || typeof revision !== 'number') return err({ code: EXPIRED });
    const newestFirst = (this.database.read().changes.get(vacancyId) ?? []).toReversed();
    const rest = newestFirst.filter((change) => change.revision < revision);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    const next = last && { list: LIST, after: [vacancyId, last.revision] };
    return ok(next && rest.length > limit ? { items, next } : { items });
  }
}

const EXPIRED = 'vacancies.cursor-expired';

export class InMemoryVacancyPayloads implements VacancyPayloads {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async page({ source, after, limit }: PayloadPageRequest): Promise<readonly VacancyPayload[]> {
    return [...this.database.read().vacancies.values()]
      .filter((row) => row.source === source && (after === null || row.id > after))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id, revision, raw, detailsRaw }) => ({ id, revision, raw, detailsRaw }));
  }

  async rejected({ source, after, limit }: PayloadPageRequest): Promise<readonly RejectedPayload[]> {
    return [...this.database.read().rejectedItems.values()]
      .filter((item) => item.source === source && (after === null || item.sourceId > after))
      .sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
      .slice(0, limit)
      .map(({ source: _source, ...item }) => item);
  }
}
