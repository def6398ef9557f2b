import { err, isIsoTime, ok, type Result } from '@job-scope/kernel';
import { minorUnitsPerMajor, salaryOf, type Salary, type SalaryPeriod } from './salary';
import type { Vacancy, VacancySnapshot } from './vacancy';
import type { Address, Description, Employer, GeoPoint, Reference, VacancyDetails } from './vacancy-parts';

/** What superusers may say of a vacancy. */
export interface EditableContent
  extends
    Pick<Vacancy, 'title' | 'url' | 'applyUrl' | 'employer' | 'area' | 'address' | 'salary' | 'experience'>,
    Pick<Vacancy, 'employment' | 'schedule' | 'workFormats' | 'professionalRoles' | 'requirement' | 'responsibility'>,
    Pick<Vacancy, 'hasTest' | 'publishedAt'>,
    Pick<VacancySnapshot, 'archived'>,
    Pick<VacancyDetails, 'description' | 'keySkills'> {}

type Read<T> = Result<T, { readonly code: 'field.invalid'; readonly detail: string }>;
type Reader<T> = (value: unknown, describe: (html: string) => Description | null) => Read<T>;

const wrong = (detail: string) => err({ code: 'field.invalid', detail } as const);

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max && !/[^\P{Cc}\n\t]/u.test(value);
const isLine = (value: unknown, max = 200): value is string => isText(value, max) && !/[\n\t]/.test(value);
const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\/[^\s\p{Cc}]{1,2000}$/u.test(value);
const isWithin = (value: unknown, bound: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= bound;

const holding =
  <T>(holds: (value: unknown) => value is T, message: string): Reader<T> =>
  (value) =>
    holds(value) ? ok(value) : wrong(message);

const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, describe) =>
    value === null ? ok(null) : read(value, describe);

const list =
  <T>(read: Reader<T>, max: number, message: string): Reader<readonly T[]> =>
  (value, describe) => {
    if (!Array.isArray(value) || value.length > max) return wrong(message);
    const items = value.map((each) => read(each, describe)).flatMap((each) => (each.ok ? [each.value] : []));
    return items.length === value.length ? ok(items) : wrong(message);
  };

/** The parts of an object that has no others; none if it is another thing. */
const partsOf = (value: unknown, ...names: readonly string[]): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.keys(value).every((name) => names.includes(name))
    ? { ...value }
    : {};

const REFERENCE = 'a name of 1 to 200 characters, and an id if there is one';

/** What has no identifier but its name is found by that. */
const reference: Reader<Reference> = (value) => {
  const { name, id = name } = partsOf(value, 'id', 'name');
  return isLine(name) && isLine(id) ? ok({ id, name }) : wrong(`must be null, or ${REFERENCE}`);
};

const references = list(reference, 20, `must be a list of at most 20, each ${REFERENCE}`);

const employer: Reader<Employer> = (value) => {
  const parts = partsOf(value, 'id', 'name', 'url', 'trusted', 'accreditedIt');
  const { name, id = name, url = null, trusted = null, accreditedIt = null } = parts;
  const isSaid = (said: unknown): said is boolean | null => said === null || typeof said === 'boolean';
  const isKnown = isLine(name) && (id === null || isLine(id)) && (url === null || isUrl(url));
  return isKnown && isSaid(trusted) && isSaid(accreditedIt)
    ? ok({ id, name, url, trusted, accreditedIt })
    : wrong('must be null, or a name of 1 to 200 characters, with its id and url if there are any');
};

const address: Reader<Address> = (value) => {
  const parts = partsOf(value, 'city', 'street', 'building', 'description', 'text', 'point');
  const { city = null, street = null, building = null, description = null, text = null, point = null } = parts;
  const place = point === null ? null : pointOf(point);
  const texts = [city, street, building, description, text];
  const isEmpty = [...texts, place].every((part) => part === null);
  if (isEmpty || place === undefined || !texts.every((part) => part === null || isText(part, 500)))
    return wrong('must be null, or an address: texts of 1 to 500 characters, and a point of lat and lng');
  return ok({ city, street, building, description, text, point: place, metro: [] } as Address);
};

const pointOf = (value: unknown): GeoPoint | undefined => {
  const { lat, lng } = partsOf(value, 'lat', 'lng');
  return isWithin(lat, 90) && isWithin(lng, 180) ? { lat, lng } : undefined;
};

const PERIODS = ['month', 'hour', 'shift', 'fly-in-fly-out', 'project'] satisfies readonly SalaryPeriod[];

const SALARY =
  'must have one amount at least, none below zero, from no greater than to, and a currency of three capital letters';

const salary: Reader<Salary> = (value) => {
  if (typeof value !== 'object' || value === null) return wrong('must be null or a salary');
  const { from = null, to = null, currency, gross = null, period = 'month' } = value as Record<string, unknown>;
  if (typeof currency !== 'string') return wrong('its currency must be three capital letters');
  if (gross !== null && typeof gross !== 'boolean') return wrong('its gross must be null, true or false');
  if (!(PERIODS as readonly unknown[]).includes(period))
    return wrong(`its period must be one of ${PERIODS.join(', ')}`);
  const minorOf = (major: unknown) =>
    major === null ? null : typeof major === 'number' ? Math.round(major * minorUnitsPerMajor(currency)) : NaN;
  const bounds = { fromMinor: minorOf(from), toMinor: minorOf(to) };
  const read = salaryOf({ ...bounds, currency, gross, period: period as SalaryPeriod });
  return read.ok ? read : wrong(SALARY);
};

const MAX_DESCRIPTION = 100_000;
const DESCRIPTION = `must be null, or a text of 1 to ${MAX_DESCRIPTION} characters, as HTML`;

const description: Reader<Description> = (value, describe) => {
  const text = typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
  const safe = isText(text, MAX_DESCRIPTION) ? describe(text) : null;
  return safe ? ok(safe) : wrong(DESCRIPTION);
};

const MOMENT = 'must be a date and time with a zone (RFC 3339) from 1970 on, e.g. 2026-01-31T00:00:00Z';

const DATED = /^(?:19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

const moment: Reader<Date> = (value) => {
  // A day that no month has would be taken for one of the next.
  const isDay = isText(value, 40) && DATED.test(value) && isIsoTime(`${value.slice(0, 10)}T00:00:00.000Z`);
  const time = isDay ? Date.parse(value) : NaN;
  return time >= 0 ? ok(new Date(time)) : wrong(MOMENT);
};

const flag = holding((value: unknown) => typeof value === 'boolean', 'must be true or false');
const url = holding(isUrl, 'must be an address that begins with http:// or https://');
const applyUrl = holding(isUrl, 'must be null or an address that begins with http:// or https://');
const paragraphs = holding(
  (value: unknown) => isText(value, 10_000),
  'must be null or a text of 1 to 10000 characters',
);

/** How each field is read of what comes from outside. */
export const FIELDS: { readonly [Field in keyof EditableContent]: Reader<EditableContent[Field]> } = {
  title: holding((value) => isLine(value, 500), 'must be a line of 1 to 500 characters'),
  url,
  applyUrl: orNull(applyUrl),
  employer: orNull(employer),
  area: orNull(reference),
  address: orNull(address),
  salary: orNull(salary),
  experience: orNull(reference),
  employment: orNull(reference),
  schedule: orNull(reference),
  workFormats: references,
  professionalRoles: references,
  requirement: orNull(paragraphs),
  responsibility: orNull(paragraphs),
  hasTest: flag,
  archived: flag,
  publishedAt: moment,
  description: orNull(description),
  keySkills: list(
    holding((value: unknown) => isLine(value), 'must be a line'),
    50,
    'must be a list of at most 50 lines of 1 to 200 characters',
  ),
};
