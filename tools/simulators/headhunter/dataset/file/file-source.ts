import { formatMoscow, parseMoscow, type JsonObject } from '@job-scope/simulator-shared';
import { AreaDirectory } from '../../directories/areas';
import { dictionaryIds, isCurrency, type DictionaryName } from '../../directories/dictionaries';
import { rolePosition } from '../../directories/professional-roles';
import { NO_EMPLOYER, NONE, PART_TIME_OPTIONS, type ColumnValues } from '../columns';
import { EmployerDirectory, type Employer } from '../employer-directory';
import { salaryBounds } from '../salary-bounds';
import type { Address, Face, VacancySource, VacancyText } from '../vacancy-source';
import type { StoredItem } from './item-file';

/** Between the ids of vacancies that are inserted after the last id of the file. */
const ID_STRIDE = 7;

/** Vacancies read from a file of real items. What an item lacks stays lacking: nothing is invented. */
export class FileSource implements VacancySource {
  readonly areas: AreaDirectory;
  readonly employers: EmployerDirectory;
  readonly vocabulary: ReadonlySet<string>;
  private readonly rows: Map<string, number>;
  private readonly lastId: number;

  constructor(private readonly items: readonly StoredItem[]) {
    this.areas = new AreaDirectory(items.map((item) => item.area));
    this.employers = new EmployerDirectory(employersOf(items, this.areas));
    this.vocabulary = new Set(items.flatMap((item) => item.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
    this.rows = new Map(items.map((item, row) => [item.id, row]));
    this.lastId = items.reduce((last, item) => Math.max(last, Number(item.id)), 0);
  }

  get size(): number {
    return this.items.length;
  }

  idOf(row: number): string {
    return this.items[row]?.id ?? String(this.lastId + (row - this.size + 1) * ID_STRIDE);
  }

  rowOf(id: string): number | undefined {
    const beyond = (Number(id) - this.lastId) / ID_STRIDE;
    return this.rows.get(id) ?? (Number.isInteger(beyond) && beyond > 0 ? this.size + beyond - 1 : undefined);
  }

  contentOf(row: number): number | undefined {
    return this.size === 0 ? undefined : row % this.size;
  }

  facts(row: number): ColumnValues {
    const item = this.at(row);
    const [role, secondRole] = (item.professional_roles ?? []).map(({ id }) => rolePosition(id) ?? NONE);
    const { salary } = item;
    return {
      publishedAt: parseMoscow(item.published_at) as number,
      area: this.areas.position(item.area.id) as number,
      employer: this.employers.position(item.employer?.id ?? '') ?? NO_EMPLOYER,
      role: role ?? NONE,
      secondRole: secondRole ?? NONE,
      experience: code('experience', item.experience?.id),
      employment: code('employment', item.employment?.id),
      employmentForm: code('employment_form', item.employment_form?.id),
      schedule: code('schedule', item.schedule?.id),
      workFormat: code('work_format', item.work_format?.[0]?.id),
      labels: labelsOf(item),
      partTime: item.accept_temporary ? 1 << PART_TIME_OPTIONS.indexOf('accept_temporary') : 0,
      ...salaryBounds(salary && isCurrency(salary.currency) ? { ...salary, currency: salary.currency } : null),
    };
  }

  text(row: number): VacancyText {
    const { name, employer, snippet } = this.at(row);
    const description = [snippet?.requirement ?? '', snippet?.responsibility ?? ''];
    return {
      name: [name],
      company_name: [employer?.name ?? ''],
      description: description.map((text) => text.replaceAll(/<\/?highlighttext>/g, '')),
    };
  }

  address(row: number): Address | null {
    return this.at(row).address ?? null;
  }

  item(row: number, face: Face): JsonObject {
    return { ...this.at(row), ...this.changes(row, face) };
  }

  /** An item without a text of its own gets an empty description. */
  detail(row: number, face: Face): JsonObject {
    const { snippet: _, ...item } = this.at(row);
    return {
      ...item,
      ...this.changes(row, face),
      description: item.description ?? '',
      key_skills: item.key_skills ?? [],
      initial_created_at: item.published_at,
    };
  }

  private at(row: number): StoredItem {
    return this.items[row] as StoredItem;
  }

  /** What a face changes in a stored item: nothing at all as long as it is the item's own. */
  private changes(row: number, { id, publishedAt, archived }: Face): JsonObject {
    const item = this.at(row);
    const published = publishedAt === parseMoscow(item.published_at) ? {} : datesOf(publishedAt);
    const links = id === item.id ? {} : linksOf(id);
    return { ...published, ...links, ...(archived && { archived }) };
  }
}

function datesOf(publishedAt: number): JsonObject {
  const date = formatMoscow(publishedAt);
  return { published_at: date, created_at: date };
}

function linksOf(id: string): JsonObject {
  return {
    id,
    url: `https://api.hh.ru/vacancies/${id}?host=hh.ru`,
    alternate_url: `https://hh.ru/vacancy/${id}`,
    apply_alternate_url: `https://hh.ru/applicant/vacancy_response?vacancyId=${id}`,
  };
}

function code(dictionary: DictionaryName, id: string | undefined): number {
  const position = id === undefined ? -1 : dictionaryIds(dictionary).indexOf(id);
  return position < 0 ? NONE : position;
}

function labelsOf(item: StoredItem): number {
  const labels = dictionaryIds('vacancy_label');
  const withAddress = item.address ? 1 << labels.indexOf('with_address') : 0;
  const accredited = item.employer?.accredited_it_employer ? 1 << labels.indexOf('accredited_it') : 0;
  return withAddress | accredited;
}

/** Each employer once, as the first item that names it says. */
function employersOf(items: readonly StoredItem[], areas: AreaDirectory): Employer[] {
  const employers = new Map<string, Employer>();
  for (const { employer, area } of items) {
    if (!employer?.id || employers.has(employer.id)) continue;
    employers.set(employer.id, {
      id: employer.id,
      name: employer.name,
      area: areas.position(area.id) as number,
      trusted: employer.trusted ?? false,
      accredited: employer.accredited_it_employer ?? false,
      logoUrls: employer.logo_urls ?? null,
      industries: [],
      type: null,
    });
  }
  return [...employers.values()];
}
