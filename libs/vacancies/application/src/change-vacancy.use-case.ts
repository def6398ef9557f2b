import type { Clock, Result } from '@job-scope/kernel';
import {
  EDITABLE_FIELDS,
  editableContentOf,
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
  HtmlCleaner,
  VacancyReader,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { canonical } from './canonical';
import { GetVacancy } from './get-vacancy.query';
import { VacancyEditor } from './vacancy-editor';
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
  private readonly editor: VacancyEditor;

  constructor(
    unitOfWork: VacancyUnitOfWork,
    private readonly vacancies: VacancyReader,
    private readonly html: HtmlCleaner,
    hasher: ContentHasher,
    rates: CurrencyRates,
    clock: Clock,
  ) {
    this.editor = new VacancyEditor(unitOfWork, hasher, rates, clock);
  }

  async execute(input: ChangeVacancyInput): Promise<Result<VacancyView, ChangeVacancyFailure>> {
    const edit = parseVacancyEdit(input.change, (html) => this.html.clean(html));
    if (!edit.ok) return edit;
    const done = await this.editor.edit(input, (stored, held) => {
      const fields = changedFields(stored, edit.value);
      if (fields.length === 0) return null;
      const edited = [...new Set([...held.edited, ...fields])];
      return { edit: edit.value, edited, action: 'vacancy.changed', details: { fields: fields.join(', ') } };
    });
    return done.ok ? new GetVacancy(this.vacancies).execute(input.id) : done;
  }
}

const changedFields = (stored: Vacancy, edit: VacancyEdit): readonly EditableField[] => {
  const content = editableContentOf(stored);
  return EDITABLE_FIELDS.filter(
    (field) => edit[field] !== undefined && canonical(edit[field]) !== canonical(content[field]),
  );
};
