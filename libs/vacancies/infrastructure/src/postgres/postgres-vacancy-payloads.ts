import type { PayloadPageRequest, RejectedPayload, VacancyPayload, VacancyPayloads } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

export class PostgresVacancyPayloads implements VacancyPayloads {
  constructor(private readonly dataSource: DataSource) {}

  async page({ source, after, limit }: PayloadPageRequest): Promise<readonly VacancyPayload[]> {
    const rows = await this.dataSource.query<PayloadRow[]>(
      `SELECT id, revision, raw, details_raw FROM vacancies.vacancies
       WHERE source = $1 AND id > $2 ORDER BY id LIMIT $3`,
      [source, after ?? BEFORE_ALL, limit],
    );
    return rows.map(({ id, revision, raw, details_raw: detailsRaw }) => ({
      ...{ id, revision: Number(revision), raw, detailsRaw },
    }));
  }

  async rejected({ source, after, limit }: PayloadPageRequest): Promise<readonly RejectedPayload[]> {
    return this.dataSource.query<RejectedPayload[]>(
      `SELECT source_id AS "sourceId", run_id AS "runId", raw, rejected_at AS "rejectedAt"
       FROM vacancies.rejected_items WHERE source = $1 AND source_id > $2 ORDER BY source_id LIMIT $3`,
      [source, after ?? '', limit],
    );
  }
}

/** A condition that may be none hides from the planner that the index has the order already. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface PayloadRow {
  readonly id: string;
  readonly revision: string;
  readonly raw: unknown;
  readonly details_raw: unknown;
}
