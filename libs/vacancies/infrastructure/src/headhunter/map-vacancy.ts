import { err, ok, type Result } from '@job-scope/kernel';
import type { Employer, Reference, VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RejectedItem } from '@job-scope/vacancies-ports';
import { parseHhDate } from './hh-date';
import { ItemFault, ItemReader } from './item-reader';
import { mapSalary } from './map-salary';
import { plainText } from './plain-text';

type MapFailure = RejectedItem & { readonly code: 'headhunter.item-not-understood' };

/** Maps one item of a search answer. The first field that cannot be read rejects the item. */
export const mapVacancy = (raw: unknown): Result<VacancySnapshot, MapFailure> => {
  try {
    return ok(read(ItemReader.of(raw), raw));
  } catch (error) {
    if (!(error instanceof ItemFault)) throw error;
    return err({ code: 'headhunter.item-not-understood', sourceId: sourceIdOf(raw), reason: error.message });
  }
};

const read = (item: ItemReader, raw: unknown): VacancySnapshot => {
  const snippet = item.optionalObject('snippet');
  return {
    source: 'headhunter',
    sourceId: item.id('id'),
    title: item.text('name'),
    url: item.optionalLink('alternate_url') ?? item.fail('alternate_url', 'must be a link'),
    applyUrl: item.optionalLink('apply_alternate_url'),
    employer: employerOf(item),
    area: referenceOf(item.optionalObject('area')),
    salary: mapSalary(item),
    experience: referenceOf(item.optionalObject('experience')),
    employment: referenceOf(item.optionalObject('employment')),
    schedule: referenceOf(item.optionalObject('schedule')),
    professionalRoles: item.objects('professional_roles').map(toReference),
    requirement: plainText(snippet?.optionalText('requirement') ?? null),
    responsibility: plainText(snippet?.optionalText('responsibility') ?? null),
    hasTest: item.optionalFlag('has_test') ?? false,
    archived: item.optionalFlag('archived') ?? false,
    publishedAt: parseHhDate(item.text('published_at')) ?? item.fail('published_at', 'must be a date'),
    raw,
  };
};

const toReference = (node: ItemReader): Reference => ({ id: node.id('id'), name: node.text('name') });

const referenceOf = (node: ItemReader | null): Reference | null => node && toReference(node);

/** Anonymous vacancies have an employer without identifier, or none at all. */
const employerOf = (item: ItemReader): Employer | null => {
  const employer = item.optionalObject('employer');
  return employer && { id: employer.optionalId('id'), name: employer.text('name') };
};

const sourceIdOf = (raw: unknown): string | null => {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 64) : null;
};
