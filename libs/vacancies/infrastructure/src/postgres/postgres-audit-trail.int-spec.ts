import { continueTrace, runInTrace } from '@job-scope/platform-nest';
import { describeAuditTrail } from '@job-scope/vacancies-testing';
import { PostgresAuditReader } from './postgres-audit-trail';
import { testStore } from './postgres-store.fixture';

const store = testStore();

const open = async () => {
  await store.clear();
  return { unitOfWork: store.unitOfWork, trail: new PostgresAuditReader(store.dataSource) };
};

describeAuditTrail('PostgresAuditTrail', open);

it('keeps the trace in which something was done', async () => {
  const { unitOfWork, trail } = await open();
  const trace = continueTrace(undefined);
  await runInTrace(trace, () =>
    unitOfWork.run(({ audit }) =>
      audit.append({
        at: new Date(),
        action: 'collection.requested',
        actor: { kind: 'user', id: 'ann' },
        subject: { kind: 'collection-run', id: 'a run' },
        ip: '::1',
        userAgent: null,
        details: {},
      }),
    ),
  );
  expect(await trail.list({ limit: 1 })).toMatchObject([{ traceId: trace.traceId }]);
});
