import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { AuditAction, Withholding } from '@job-scope/vacancies-domain';
import type { VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { auditOf, type Requester } from './requester';

export interface WithholdVacancyInput {
  readonly requester: Requester;
  readonly id: string;
  /** The revision that this was decided for; undefined for whatever is there. */
  readonly expectedRevision: number | undefined;
}

export type WithholdVacancyFailure =
  { readonly code: 'vacancies.not-found' } | { readonly code: 'vacancies.changed-meanwhile' };

/** Says who may see a vacancy, for the index as for every reader: what changes in one transaction is announced in it. */
export class Withholder {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  set(
    input: WithholdVacancyInput,
    withheld: Withholding | null,
    action: AuditAction,
  ): Promise<Result<void, WithholdVacancyFailure>> {
    return this.unitOfWork.run((tx) => this.setIn(tx, input, withheld, action));
  }

  private async setIn(
    { vacancies, outbox, audit }: VacancyTransaction,
    { requester, id, expectedRevision }: WithholdVacancyInput,
    withheld: Withholding | null,
    action: AuditAction,
  ): Promise<Result<void, WithholdVacancyFailure>> {
    const held = await vacancies.hold(id);
    // What was deleted is not there for superusers, either.
    if (!held || held.withheld === 'deleted') return err({ code: 'vacancies.not-found' });
    if (expectedRevision !== undefined && held.revision !== expectedRevision) {
      return err({ code: 'vacancies.changed-meanwhile' });
    }
    if (held.withheld === withheld) return ok(undefined);
    const now = this.clock.now();
    const { revision } = await vacancies.withhold(id, withheld, now);
    await outbox.append([{ kind: 'vacancy-changed', vacancyId: id, revision }]);
    await audit.append(auditOf(requester, action, { kind: 'vacancy', id }, now, { revision: String(revision) }));
    return ok(undefined);
  }
}
