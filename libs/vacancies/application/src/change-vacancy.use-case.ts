import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import {
  EDITABLE_FIELDS,
  parseVacancyEdit,
  type EditableField,
  type InvalidVacancy,
  type Vacancy,
  type VacancyEdit,
  type VacancyEditWish,
} from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  CurrencyRates,
  VacancyReader,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { GetVacancy } from './get-vacancy.query';
import { auditOf } from './requester';
import { toVacancyToStore } from './vacancy-to-store';
import type { VacancyView } from './vacancy.view';
import type { WithholdVacancyFailure, WithholdVacancyInput } from './withhold-vacancy';

export interface ChangeVacancyInput extends WithholdVacancyInput {
  /** Unparsed: the domain says what a vacancy can be like. */
  readonly change: VacancyEditWish;
}

export type ChangeVacancyFailure = InvalidVacancy | WithholdVacancyFailure;

/** Unparsed; what is undefined stays. */
export type VacancyEditInput = VacancyEditWish;

/** Changes what a vacancy says. What was changed is the superusers' from then on: its source changes the rest alone. */
export class ChangeVacancy {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly vacancies: VacancyReader,
    private readonly hasher: ContentHasher,
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
  ) {}

  async execute(input: ChangeVacancyInput): Promise<Result<VacancyView, ChangeVacancyFailure>> {
    const edit = parseVacancyEdit(input.change);
    if (!edit.ok) return edit;
    const done = await this.unitOfWork.run((tx) => this.change(tx, input, edit.value));
    return done.ok ? new GetVacancy(this.vacancies).execute(input.id) : done;
  }

  private async change(
    { vacancies, outbox, audit }: VacancyTransaction,
    { requester, id, expectedRevision }: ChangeVacancyInput,
    edit: VacancyEdit,
  ): Promise<Result<void, WithholdVacancyFailure>> {
    const held = await vacancies.hold(id);
    const stored = held && (await this.vacancies.byId(id));
    if (!held || !stored) return err({ code: 'vacancies.not-found' });
    if (expectedRevision !== undefined && held.revision !== expectedRevision) {
      return err({ code: 'vacancies.changed-meanwhile' });
    }
    const fields = changedFields(stored, edit);
    if (fields.length === 0) return ok(undefined);
    const now = this.clock.now();
    const snapshot = { ...stored, ...edit, archived: stored.state !== 'active' };
    const vacancy = toVacancyToStore(snapshot, this.hasher, await this.rates.at(now));
    const { revision } = await vacancies.edit(id, fields, vacancy, now);
    await outbox.append([{ kind: 'vacancy-changed', vacancyId: id, revision }]);
    const details = { revision: String(revision), fields: fields.join(', ') };
    await audit.append(auditOf(requester, 'vacancy.changed', { kind: 'vacancy', id }, now, details));
    return ok(undefined);
  }
}

const changedFields = (stored: Vacancy, edit: VacancyEdit): readonly EditableField[] =>
  EDITABLE_FIELDS.filter(
    (field) => edit[field] !== undefined && JSON.stringify(edit[field]) !== JSON.stringify(stored[field]),
  );
