import type { Result } from '@job-scope/kernel';
import type { Employer, Reference, VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RemapFailure } from '@job-scope/vacancies-ports';
import type { ItemReader } from '../http-source/item-reader';
import { understand } from '../http-source/understand';
import { describeSafely } from '../safe-html';
import { decodeContent } from './content';
import { mapArea } from './map-area';
import { mapSalary } from './map-salary';
import { parseTime } from './time';

/** A job with the token of its board, which the job itself does not say. This is what is stored as its payload. */
export interface JobOnBoard {
  readonly board: string;
  readonly job: unknown;
}

/** Maps one job of a board. The first field that cannot be read rejects it. */
export const mapVacancy = (raw: unknown): Result<VacancySnapshot, RemapFailure> => {
  const { board, job } = (raw ?? {}) as Partial<JobOnBoard>;
  return understand(job, (item) => read(item, String(board), raw));
};

const MAX_CONTENT = 200_000;

const read = (item: ItemReader, board: string, raw: unknown): VacancySnapshot => {
  const html = decodeContent(item.optionalText('content', MAX_CONTENT) ?? '');
  const createdAt = timeOf(item, 'first_published');
  return {
    source: 'greenhouse',
    sourceId: item.digits('id'),
    title: item.text('title'),
    url: item.optionalLink('absolute_url') ?? item.fail('absolute_url', 'must be a link'),
    applyUrl: null,
    employer: employerOf(item, board),
    area: mapArea(item),
    address: addressOf(item),
    salary: mapSalary(item, html),
    type: null,
    experience: null,
    employment: null,
    schedule: null,
    workFormats: [],
    professionalRoles: item.objects('departments').map(toReference),
    requirement: null,
    responsibility: null,
    hasTest: false,
    responseLetterRequired: false,
    acceptsIncompleteResumes: false,
    // A board shows open jobs only.
    archived: false,
    publishedAt: createdAt ?? timeOf(item, 'updated_at') ?? item.fail('updated_at', 'must be a time'),
    details: { description: describeSafely(html), keySkills: [], createdAt },
    raw,
  };
};

const toReference = (node: ItemReader): Reference => ({ id: node.digits('id'), name: node.text('name') });

/** A board belongs to one company; answers of old have no name for it. */
const employerOf = (item: ItemReader, board: string): Employer => ({
  id: board,
  name: item.optionalText('company_name') ?? board,
  url: null,
  trusted: null,
  accreditedIt: null,
});

/** Where the work is done, in the words of the company: a town, several, or from where it may be done at home. */
const addressOf = (item: ItemReader): VacancySnapshot['address'] => {
  const text = item.optionalObject('location')?.optionalText('name')?.trim();
  if (!text) return null;
  return { city: null, street: null, building: null, description: null, text, point: null, metro: [] };
};

const timeOf = (item: ItemReader, key: string): Date | null => {
  const text = item.optionalText(key);
  return text === null ? null : (parseTime(text) ?? item.fail(key, 'must be a time with its offset'));
};
