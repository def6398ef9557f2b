import { err, type Clock, type Result } from '@job-scope/kernel';
import {
  EDITABLE_FIELDS,
  isEditableField,
  type EditableField,
  type InvalidVacancy,
  type VacancyEdit,
} from '@job-scope/vacancies-domain';
import type { ContentHasher, CurrencyRates, VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { VacancyEditor } from './vacancy-editor';
import type { WithholdVacancyFailure, WithholdVacancyInput } from './withhold-vacancy';

export interface GiveBackFieldInput extends WithholdVacancyInput {
  readonly field: string;
}

export type GiveBackFieldFailure = InvalidVacancy | WithholdVacancyFailure;

/** Gives a field that superusers have changed back to its source: it is at once what that has told last. */
export class GiveBackField {
  private readonly editor: VacancyEditor;

  constructor(unitOfWork: VacancyUnitOfWork, hasher: ContentHasher, rates: CurrencyRates, clock: Clock) {
    this.editor = new VacancyEditor(unitOfWork, hasher, rates, clock);
  }

  /** What is the source's already is given back to it with success, and stays as it is. */
  async execute(input: GiveBackFieldInput): Promise<Result<void, GiveBackFieldFailure>> {
    const { id, field } = input;
    if (!isEditableField(field)) return err(unknownField);
    return this.editor.edit(input, async (_stored, held, tx) =>
      held.edited.includes(field)
        ? {
            edit: await toldOf(tx, id, field),
            edited: held.edited.filter((each) => each !== field),
            action: 'vacancy.given-back',
            details: { field },
          }
        : null,
    );
  }
}

const toldOf = async ({ vacancies }: VacancyTransaction, id: string, field: EditableField): Promise<VacancyEdit> => {
  const told = await vacancies.told(id);
  return { [field]: told[field] };
};

const unknownField: InvalidVacancy = {
  code: 'vacancies.invalid',
  fields: [{ pointer: '/field', message: `must be one of ${EDITABLE_FIELDS.join(', ')}` }],
};
