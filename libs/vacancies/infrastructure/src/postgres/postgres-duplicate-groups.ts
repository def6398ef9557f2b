import type { DuplicateGroups, HeldGroups } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { LOCK, READ, TELL, TOUCHED } from './duplicate-groups-sql';
import { TransactionStatements } from './statement';

/**
 * Holds groups by row locks that live as long as the work: when a relay dies, they are free at once. A vacancy without
 * duplicates has no row to be held by, and costs no write.
 */
export class PostgresDuplicateGroups implements DuplicateGroups {
  constructor(private readonly dataSource: DataSource) {}

  async hold<T>(vacancyIds: readonly string[], work: (groups: HeldGroups) => Promise<T>): Promise<T> {
    const touched = await this.dataSource.query<{ key: string }[]>(TOUCHED, [vacancyIds]);
    if (touched.length === 0) return work({ canonical: new Map(), outdated: [] });
    const keys = touched.map(({ key }) => key);
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runner.manager.transaction(async () => {
        const statements = new TransactionStatements(runner);
        await statements.rows(LOCK, [keys]);
        const groups = await statements.rows<GroupRow>(READ, [keys]);
        const result = await work(heldGroups(groups));
        await statements.rows(TELL, [groups.map(({ key }) => key), groups.map(({ canonical_id: id }) => id)]);
        return result;
      });
    } finally {
      await runner.release();
    }
  }
}

interface GroupRow {
  readonly key: string;
  readonly told_id: string | null;
  /** Null when all members have left. */
  readonly canonical_id: string | null;
  /** The members of a group that the index was never told of. */
  readonly untold: readonly string[];
}

const heldGroups = (groups: readonly GroupRow[]): HeldGroups => ({
  canonical: new Map(groups.flatMap(({ key, canonical_id: id }) => (id === null ? [] : [[key, id]]))),
  outdated: groups.flatMap(({ told_id: told, canonical_id: canonical, untold }) => {
    if (told === null) return untold;
    return told === canonical ? [] : [told, ...(canonical === null ? [] : [canonical])];
  }),
});
