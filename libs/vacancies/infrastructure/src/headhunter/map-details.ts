import type { Result } from '@job-scope/kernel';
import type { VacancyDetails } from '@job-scope/vacancies-domain';
import type { RemapFailure } from '@job-scope/vacancies-ports';
import type { ItemReader } from '../http-source/item-reader';
import { understand } from '../http-source/understand';
import { describeSafely } from '../safe-html';
import { parseHhDate } from './hh-date';

/** Real ones end at some tens of thousands. */
const MAX_DESCRIPTION = 200_000;

/** Maps what only the answer about a single vacancy has. `branded_description` is left out: it holds styles and scripts. */
export const mapDetails = (raw: unknown): Result<VacancyDetails, RemapFailure> => understand(raw, read);

const read = (item: ItemReader): VacancyDetails => {
  const html = item.optionalText('description', MAX_DESCRIPTION);
  return {
    description: html === null ? null : describeSafely(html),
    keySkills: item.objects('key_skills').map((skill) => skill.text('name')),
    createdAt: createdAtOf(item),
  };
};

/** `created_at` moves with every prolongation, as `published_at` does. */
const createdAtOf = (item: ItemReader): Date | null => {
  const text = item.optionalText('initial_created_at');
  return text === null ? null : (parseHhDate(text) ?? item.fail('initial_created_at', 'must be a date'));
};
