import type { IndexOperationView, IndexProgressView, ReadIndexProgress } from '@job-scope/vacancies-application';
import { register } from 'prom-client';
import { IndexGauges } from './index-gauges';

const AT = new Date('2026-05-01T12:00:00.000Z');
const QUIET: IndexProgressView = {
  ...{ lag: { pending: 0, oldestAt: null }, refused: [{ engine: 'postgres', count: 2 }], lastOperation: null },
};
const RUNNING: IndexOperationView = {
  id: 'an operation',
  kind: 'rebuild',
  engine: 'postgres',
  repair: false,
  status: 'running',
  target: 'x',
  ...{ processed: 3, total: 12, drift: null, failure: null, requestedBy: null },
  ...{ requestedAt: AT, startedAt: AT, finishedAt: null },
};

const gaugesOn = (read: () => Promise<IndexProgressView>) => new IndexGauges({ execute: read } as ReadIndexProgress);

describe('IndexGauges', () => {
  beforeEach(() => register.clear());

  it('show how far indexes are behind, what they refused, and how far a rebuild is', async () => {
    const lag = { pending: 7, oldestAt: new Date(Date.now() - 90_000) };
    gaugesOn(async () => ({ ...QUIET, lag, lastOperation: RUNNING }));
    const metrics = await register.metrics();
    expect(Number(/^index_lag_seconds (\S+)$/m.exec(metrics)?.[1])).toBeGreaterThanOrEqual(90);
    expect(metrics).toContain('index_refused_documents{engine="postgres"} 2');
    expect(metrics).toContain('index_operation_progress{kind="rebuild",engine="postgres"} 0.25');
  });

  it('show no lag and no progress when nothing is to be done', async () => {
    gaugesOn(async () => QUIET);
    const metrics = await register.metrics();
    expect(metrics).toContain('index_lag_seconds 0');
    expect(metrics).not.toContain('index_operation_progress{');
  });

  it('do not take the other metrics down with the database', async () => {
    gaugesOn(() => Promise.reject(new Error('no database')));
    await expect(register.metrics()).resolves.toContain('index_lag_seconds');
  });
});
