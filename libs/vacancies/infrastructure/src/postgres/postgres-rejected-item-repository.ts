import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { KeptAt, RejectedItem, RejectedItemRepository } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';
import { storableJson, storableText } from './storable';

/** Rows are locked in the order of their identifiers: two that take the same ones wait, and never deadlock. */
export class PostgresRejectedItemRepository implements RejectedItemRepository {
  constructor(private readonly statements: Statements) {}

  async keep(
    { id: runId, source }: Pick<CollectionRun, 'id' | 'source'>,
    items: readonly RejectedItem[],
    at: Date,
  ): Promise<void> {
    const byId = new Map(items.map((item) => [storableText(item.sourceId), item]));
    byId.delete(null);
    if (byId.size === 0) return;
    await this.statements.rows(
      `INSERT INTO vacancies.rejected_items (source, source_id, run_id, reason, raw, rejected_at)
       SELECT $1, source_id, $2, reason, raw, $3
       FROM unnest($4::text[], $5::text[], $6::jsonb[]) AS sent (source_id, reason, raw) ORDER BY source_id COLLATE "C"
       ON CONFLICT (source, source_id) DO UPDATE
         SET run_id = excluded.run_id, reason = excluded.reason, raw = excluded.raw, rejected_at = excluded.rejected_at`,
      [
        ...[source, runId, at, [...byId.keys()]],
        [...byId.values()].map(({ reason }) => storableText(reason)),
        [...byId.values()].map(({ raw }) => storableJson(raw)),
      ],
    );
  }

  async forget(source: CollectionRun['source'], sourceIds: readonly string[]): Promise<void> {
    await this.statements.rows(
      `WITH understood AS (
         SELECT source, source_id FROM vacancies.rejected_items WHERE source = $1 AND source_id = ANY ($2::text[])
         ORDER BY source_id FOR UPDATE
       )
       DELETE FROM vacancies.rejected_items target USING understood
       WHERE target.source = understood.source AND target.source_id = understood.source_id`,
      [source, sourceIds],
    );
  }

  async settle(source: CollectionRun['source'], items: readonly KeptAt[]): Promise<readonly string[]> {
    const rows = await this.statements.rows<{ source_id: string }>(
      `WITH understood AS (
         SELECT source, source_id
         FROM unnest($2::text[], $3::timestamptz[]) AS sent (source_id, rejected_at)
         JOIN vacancies.rejected_items kept USING (source_id, rejected_at)
         WHERE source = $1 ORDER BY source_id FOR UPDATE OF kept
       )
       DELETE FROM vacancies.rejected_items target USING understood
       WHERE target.source = understood.source AND target.source_id = understood.source_id
       RETURNING target.source_id`,
      [source, items.map(({ sourceId }) => sourceId), items.map(({ rejectedAt }) => rejectedAt)],
    );
    return rows.map(({ source_id: sourceId }) => sourceId);
  }
}
