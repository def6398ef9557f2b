import type { DataSource } from 'typeorm';
import type { testStore } from './postgres-store.fixture';
import type { Statements } from './statement';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Cost {
  /** Rows of tables that were looked at, whether they were wanted or not. */
  readonly read: number;
  readonly sequential: readonly string[];
}

const costOf = (node: PlanNode): Cost => {
  const children = (node.Plans ?? []).map(costOf);
  const table = node['Node Type'].endsWith('Scan') ? node['Relation Name'] : undefined;
  const looked = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return {
    read: children.reduce((sum, child) => sum + child.read, table ? looked : 0),
    sequential: [
      ...(node['Node Type'] === 'Seq Scan' && table ? [table] : []),
      ...children.flatMap((child) => child.sequential),
    ],
  };
};

type Explain = (sql: string, parameters: readonly unknown[], before?: string) => Promise<Cost>;

/** Takes the place of a connection, and explains what it is asked to run. */
class Explainer implements Statements {
  readonly costs: Cost[] = [];

  constructor(
    private readonly explain: Explain,
    private readonly answer: (sql: string, parameters: unknown[]) => Promise<unknown>,
  ) {}

  async rows<Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    this.costs.push(await this.explain(sql, parameters));
    return (await this.answer(sql, [...parameters])) as readonly Row[];
  }

  get dataSource(): DataSource {
    return { query: (sql: string, parameters: unknown[]) => this.rows(sql, parameters) } as unknown as DataSource;
  }
}

/** What statements cost in this store. */
export const queryCosts = (store: ReturnType<typeof testStore>) => {
  /** Runs a statement, and what must come before it, in a transaction that is rolled back. */
  const explain: Explain = async (sql, parameters, before) => {
    const runner = store.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      if (before) await runner.query(before);
      const [row] = await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...parameters]);
      return costOf(row['QUERY PLAN'][0].Plan);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };

  type Work = (explainer: Explainer) => Promise<unknown>;

  /** Every statement is answered as if nothing were there. */
  const costsOf = async (work: Work): Promise<readonly Cost[]> => {
    const explainer = new Explainer(explain, async () => []);
    await work(explainer);
    return explainer.costs;
  };

  /** Every statement is run, too: for readers whose next question depends on the answer. */
  const readingCostsOf = async (work: Work): Promise<readonly Cost[]> => {
    const explainer = new Explainer(explain, (sql, parameters) => store.dataSource.query(sql, parameters));
    await work(explainer);
    return explainer.costs;
  };

  return { costsOf, readingCostsOf, explain };
};
