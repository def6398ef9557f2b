import type { SourceName } from '@job-scope/vacancies-domain';
import type { SweepRepository, UnseenRequest } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';

export class PostgresSweepRepository implements SweepRepository {
  constructor(private readonly statements: Statements) {}

  async noteMatches(queryKey: string, source: SourceName, sourceIds: readonly string[]): Promise<void> {
    await this.statements.rows(
      `INSERT INTO vacancies.query_matches (query_key, vacancy_id)
       SELECT $1, id FROM vacancies.vacancies WHERE source = $2 AND source_id = ANY ($3::text[]) ORDER BY id
       ON CONFLICT DO NOTHING`,
      [queryKey, source, sourceIds],
    );
  }

  async unseen(
    { source, queryKey, before, employers }: UnseenRequest,
    limit: number,
    afterId: string | null,
  ): Promise<readonly string[]> {
    const matching = queryKey === null ? '' : MATCHING;
    const ofEmployers = employers === null ? '' : `AND ${TOLD_EMPLOYER} = ANY ($${queryKey === null ? 5 : 6}::text[])`;
    const rows = await this.statements.rows<{ id: string }>(
      `SELECT vacancy.id FROM vacancies.vacancies vacancy
       JOIN vacancies.vacancy_sightings seen ON seen.vacancy_id = vacancy.id AND seen.vacancy_id > $3 ${matching}
       WHERE vacancy.source = $1 AND vacancy.state = 'active' AND seen.last_seen_at < $2 AND vacancy.id > $3 ${ofEmployers}
       ORDER BY vacancy.id LIMIT $4`,
      [source, before, afterId ?? LOWEST, limit, ...[queryKey, employers].filter((part) => part !== null)],
    );
    return rows.map(({ id }) => id);
  }

  async forgetMatches(queryKey: string, vacancyIds: readonly string[]): Promise<void> {
    await this.statements.rows(
      'DELETE FROM vacancies.query_matches WHERE query_key = $1 AND vacancy_id = ANY ($2::uuid[])',
      [queryKey, vacancyIds],
    );
  }
}

/** Each table is told where to begin: joined by merging, it would be read from its start for every portion. */
const MATCHING = `JOIN vacancies.query_matches matched
  ON matched.vacancy_id = vacancy.id AND matched.vacancy_id > $3 AND matched.query_key = $5`;

/** Whatever superusers say. */
const TOLD_EMPLOYER = `coalesce(vacancy.told ->> 'employer_id', vacancy.employer_id)`;

const LOWEST = '00000000-0000-0000-0000-000000000000';
