import type { AuditReader } from '@job-scope/auth-ports';
import { auditReaderCases, describeAuditReader, type AuditReaderHarness } from './audit-reader.suite';
import { InMemoryAuthDatabase } from './in-memory-auth-database';
import { failedCases } from './suite';

type Spoil = (trail: AuditReader) => AuditReader['list'];

const harnessOf =
  (spoil: Spoil = ({ list }) => list) =>
  async (): Promise<AuditReaderHarness> => {
    const database = new InMemoryAuthDatabase();
    return { unitOfWork: database, trail: { list: spoil(database.trail) } };
  };

describeAuditReader('InMemoryAuthDatabase', harnessOf());

const knowsMomentsOnly: Spoil = (trail) => (request) =>
  trail.list({ ...request, before: request.before && { at: request.before.at, id: '' } });

const ordersByWriting: Spoil = (trail) => async (request) =>
  (await trail.list(request)).toSorted((a, b) => (a.id < b.id ? 1 : -1));

const hidesAddresses: Spoil = (trail) => async (request) =>
  (await trail.list(request)).map((record) => ({ ...record, ip: null }));

const mixesUpWhoAndWhom: Spoil =
  (trail) =>
  ({ actorId, subjectId, ...request }) =>
    trail.list({ ...request, actorId: subjectId, subjectId: actorId });

describe('the suite of AuditReader refuses one that', () => {
  it.each<[string, Spoil, string]>([
    ['knows moments only', knowsMomentsOnly, 'lists by time'],
    ['orders by writing', ordersByWriting, 'lists by time'],
    ['hides addresses', hidesAddresses, 'A-16: tells who did what'],
    ['mixes up who and whom', mixesUpWhoAndWhom, 'finds by action'],
  ])('%s', async (_, spoil, title) => {
    expect(await failedCases(auditReaderCases, harnessOf(spoil))).toContainEqual(expect.stringContaining(title));
  });
});
