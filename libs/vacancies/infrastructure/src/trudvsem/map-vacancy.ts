import type { Result } from '@job-scope/kernel';
import type { Employer, Reference, VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RemapFailure } from '@job-scope/vacancies-ports';
import type { ItemReader } from '../http-source/item-reader';
import { understand } from '../http-source/understand';
import { mapAddress } from './map-address';
import { mapSalary } from './map-salary';
import { mapTexts } from './map-texts';
import { parsePortalDay } from './portal-day';

/** Maps one vacancy of a list. The first field that cannot be read rejects it. */
export const mapVacancy = (raw: unknown): Result<VacancySnapshot, RemapFailure> =>
  understand(raw, (item) => read(item, raw));

const read = (item: ItemReader, raw: unknown): VacancySnapshot => {
  const createdAt = parsePortalDay(item.text('creation-date')) ?? item.fail('creation-date', 'must be a date');
  const { requirement, responsibility, description } = mapTexts(item);
  return {
    source: 'trudvsem',
    sourceId: item.id('id'),
    title: item.text('job-name'),
    url: item.optionalLink('vac_url') ?? item.fail('vac_url', 'must be a link'),
    applyUrl: null,
    employer: employerOf(item),
    area: areaOf(item),
    address: mapAddress(item),
    salary: mapSalary(item),
    type: null,
    experience: experienceOf(item),
    employment: named(item.optionalText('employment', MAX_NAME)),
    schedule: named(item.optionalText('schedule', MAX_NAME)),
    workFormats: [],
    professionalRoles: fieldsOf(item),
    requirement,
    responsibility,
    hasTest: false,
    responseLetterRequired: false,
    acceptsIncompleteResumes: false,
    // The feed shows open vacancies only.
    archived: false,
    // `date_modify` moves with every edit; a vacancy that is edited is not published anew.
    publishedAt: createdAt,
    details: { description, keySkills: item.texts('skills').filter((skill) => skill.trim() !== ''), createdAt },
    raw,
  };
};

const MAX_NAME = 200;

/** The portal has no identifiers for these: the name is both. */
const named = (name: string | null): Reference | null => (name === null ? null : { id: name, name });

/** The nearest to roles that the portal has: the field of work. */
const fieldsOf = (item: ItemReader): readonly Reference[] => {
  const field = named(item.optionalObject('category')?.optionalText('specialisation', MAX_NAME) ?? null);
  return field ? [field] : [];
};

const areaOf = (item: ItemReader): Reference | null => {
  const region = item.optionalObject('region');
  return region && { id: region.id('region_code'), name: region.text('name') };
};

/** Whole years. */
const experienceOf = (item: ItemReader): Reference | null => {
  const years = item.optionalObject('requirement')?.optionalNumber('experience') ?? null;
  return years === null ? null : { id: String(years), name: `Опыт, лет: ${years}` };
};

/** The OGRN names a company in the portal's searches, too. */
const employerOf = (item: ItemReader): Employer | null => {
  const company = item.optionalObject('company');
  return (
    company && {
      id: company.optionalId('ogrn') ?? company.optionalId('companycode'),
      name: company.text('name'),
      url: linkOf(company.optionalText('url')),
      trusted: null,
      accreditedIt: null,
    }
  );
};

/** People type what they like here; no vacancy is lost for it. */
const linkOf = (text: string | null): string | null => (text !== null && /^https?:\/\//i.test(text) ? text : null);
