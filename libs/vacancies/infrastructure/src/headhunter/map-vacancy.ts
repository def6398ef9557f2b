import type { Result } from '@job-scope/kernel';
import type { Employer, Reference, VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RemapFailure } from '@job-scope/vacancies-ports';
import type { ItemReader } from '../http-source/item-reader';
import { understand } from '../http-source/understand';
import { parseHhDate } from './hh-date';
import { mapAddress } from './map-address';
import { mapSalary } from './map-salary';
import { plainText } from './plain-text';

/** Maps one item of a search answer. The first field that cannot be read rejects the item. */
export const mapVacancy = (raw: unknown): Result<VacancySnapshot, RemapFailure> =>
  understand(raw, (item) => read(item, raw));

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
    address: mapAddress(item),
    salary: mapSalary(item),
    type: referenceOf(item.optionalObject('type')),
    experience: referenceOf(item.optionalObject('experience')),
    // `employment` is deprecated; answers may come without it one day.
    employment: referenceOf(item.optionalObject('employment') ?? item.optionalObject('employment_form')),
    schedule: referenceOf(item.optionalObject('schedule')),
    workFormats: item.objects('work_format').map(toReference),
    professionalRoles: item.objects('professional_roles').map(toReference),
    requirement: plainText(snippet?.optionalText('requirement') ?? null),
    responsibility: plainText(snippet?.optionalText('responsibility') ?? null),
    hasTest: item.optionalFlag('has_test') ?? false,
    responseLetterRequired: item.optionalFlag('response_letter_required') ?? false,
    acceptsIncompleteResumes: item.optionalFlag('accept_incomplete_resumes') ?? false,
    archived: item.optionalFlag('archived') ?? false,
    publishedAt: parseHhDate(item.text('published_at')) ?? item.fail('published_at', 'must be a date'),
    // A search shows neither description nor skills.
    details: null,
    raw,
  };
};

const toReference = (node: ItemReader): Reference => ({ id: node.id('id'), name: node.text('name') });

const referenceOf = (node: ItemReader | null): Reference | null => node && toReference(node);

/** Anonymous vacancies have an employer without identifier, or none at all. */
const employerOf = (item: ItemReader): Employer | null => {
  const employer = item.optionalObject('employer');
  return (
    employer && {
      id: employer.optionalId('id'),
      name: employer.text('name'),
      url: employer.optionalLink('alternate_url'),
      trusted: employer.optionalFlag('trusted'),
      accreditedIt: employer.optionalFlag('accredited_it_employer'),
    }
  );
};
