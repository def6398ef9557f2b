import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import {
  editedVacancy,
  OWN,
  type AuditAction,
  type EditableField,
  type RateTable,
  type Vacancy,
  type VacancyEdit,
} from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  CurrencyRates,
  HeldVacancy,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { auditOf } from './requester';
import { toVacancyToStore } from './vacancy-to-store';
import type { WithholdVacancyFailure, WithholdVacancyInput } from './withhold-vacancy';

export interface DecidedEdit {
  readonly edit: VacancyEdit;
  /** All fields that no source changes from then on. */
  readonly edited: readonly EditableField[];
  readonly action: AuditAction;
  /** What the audit trail says beside the revision. */
  readonly details: Readonly<Record<string, string>>;
}

/** Decides what is to be done to the vacancy as it is held; null for nothing. */
export type DecideEdit = (
  stored: Vacancy,
  held: HeldVacancy,
  tx: VacancyTransaction,
) => DecidedEdit | null | Promise<DecidedEdit | null>;

/** Writes what superusers say of a vacancy, with all that is concluded from it, and announces it in the same transaction. */
export class VacancyEditor {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly hasher: ContentHasher,
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
  ) {}

  async edit(input: WithholdVacancyInput, decide: DecideEdit): Promise<Result<void, WithholdVacancyFailure>> {
    const now = this.clock.now();
    // Before the transaction: what holds one connection must not wait for another.
    const rates = await this.rates.at(now);
    return this.unitOfWork.run((tx) => this.editIn(tx, input, decide, now, rates));
  }

  private async editIn(
    tx: VacancyTransaction,
    { requester, id, expectedRevision }: WithholdVacancyInput,
    decide: DecideEdit,
    now: Date,
    rates: RateTable,
  ): Promise<Result<void, WithholdVacancyFailure>> {
    const held = await tx.vacancies.hold(id);
    const stored = held && (await tx.vacancies.byId(id));
    if (!held || !stored) return err({ code: 'vacancies.not-found' });
    if (expectedRevision !== undefined && held.revision !== expectedRevision) {
      return err({ code: 'vacancies.changed-meanwhile' });
    }
    const decided = await decide(stored, held, tx);
    if (!decided) return ok(undefined);
    const snapshot = editedVacancy(stored, decided.edit);
    const vacancy = toVacancyToStore(snapshot, this.hasher, rates);
    // What is our own has no source that fields could be kept from.
    const edited = stored.source === OWN ? [] : decided.edited;
    const { revision } = await tx.vacancies.edit(id, edited, vacancy, now);
    await tx.outbox.append([{ kind: 'vacancy-changed', vacancyId: id, revision }]);
    const details = { revision: String(revision), ...decided.details };
    await tx.audit.append(auditOf(requester, decided.action, { kind: 'vacancy', id }, now, details));
    return ok(undefined);
  }
}
