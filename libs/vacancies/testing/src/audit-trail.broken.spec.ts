import type { AuditReader, AuditRequest, VacancyTransaction } from '@job-scope/vacancies-ports';
import { auditTrailCases, type AuditTrailHarness } from './audit-trail.suite';
import { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredState } from './stored-state';
import { failedCases } from './suite';

const reading = (list: (honest: AuditReader, request: AuditRequest) => ReturnType<AuditReader['list']>) => {
  const { unitOfWork, trail } = new InMemoryVacancyDatabase();
  return { unitOfWork, trail: { list: (request: AuditRequest) => list(trail, request) } };
};

class Forgets extends InMemoryVacancyDatabase {
  protected override open(state: StoredState): VacancyTransaction {
    return { ...super.open(state), audit: { append: async () => {} } };
  }
}

/** Writes events at once, whatever becomes of the transaction. */
class WritesAside extends InMemoryVacancyDatabase {
  private readonly written: StoredState['audit'] = new Map();

  override read(): StoredState {
    return { ...super.read(), audit: structuredClone(this.written) };
  }

  protected override open(state: StoredState): VacancyTransaction {
    return super.open({ ...state, audit: this.written });
  }
}

describe('the suite of AuditTrail refuses a trail that', () => {
  it.each<[string, string, () => AuditTrailHarness]>([
    ['forgets events', 'keeps an event as it was', () => new Forgets()],
    ['writes outside the transaction', 'keeps no event of work that throws', () => new WritesAside()],
    [
      'lists by identifier alone',
      'lists the newest first',
      () => {
        const database = new InMemoryVacancyDatabase();
        const byId = async ({ limit }: AuditRequest) =>
          [...database.read().audit.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit);
        return { unitOfWork: database.unitOfWork, trail: { list: byId } };
      },
    ],
    [
      'leaves out what is as old as the page before',
      'shows each event of one millisecond',
      () => {
        const nobody = '00000000-0000-0000-0000-000000000000';
        return reading((honest, { before, ...request }) =>
          honest.list({ ...request, before: before && { ...before, id: nobody } }),
        );
      },
    ],
    [
      'knows no filters',
      'shows only what fits every filter',
      () => reading((honest, { limit, before }) => honest.list({ limit, before })),
    ],
    [
      'filters after it has cut the page',
      'shows only what fits every filter',
      () =>
        reading(async (honest, { limit, before, subjectId }) =>
          (await honest.list({ limit, before })).filter(({ subject }) => !subjectId || subject?.id === subjectId),
        ),
    ],
  ])('%s', async (_name, title, make) => {
    const named = auditTrailCases.filter((one) => one.title.startsWith(title));
    expect(named).toHaveLength(1);
    expect(await failedCases(named, async () => make())).toHaveLength(1);
  });
});
