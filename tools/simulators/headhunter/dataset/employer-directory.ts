import type { JsonObject } from '@job-scope/simulator-shared';
import type { AreaDirectory } from '../directories/areas';
import { industryReference } from '../directories/industries';
import type { Host, Locale } from '../directories/locale';

export interface Employer {
  id: string;
  name: string;
  /** Position in the area directory. */
  area: number;
  trusted: boolean;
  accredited: boolean;
  logoUrls: Record<string, string> | null;
  /** Leaf ids such as `7.540`. */
  industries: readonly string[];
  /** Id in the dictionary employer_type. */
  type: string | null;
  rating?: { total_rating: string; reviews_count: number };
}

/** All employers; inside the simulator an employer is its position here. */
export class EmployerDirectory {
  private readonly positions: Map<string, number>;

  constructor(private readonly employers: readonly Employer[]) {
    this.positions = new Map(employers.map((employer, position) => [employer.id, position]));
  }

  get size(): number {
    return this.employers.length;
  }

  position(id: string): number | undefined {
    return this.positions.get(id);
  }

  at(position: number): Employer {
    return this.employers[position] as Employer;
  }

  /** The `employer` object of a vacancy. */
  reference(position: number, host: Host): JsonObject {
    const { id, name, logoUrls, accredited, trusted, rating } = this.at(position);
    return {
      id,
      name,
      url: `https://api.hh.ru/employers/${id}`,
      alternate_url: `https://${host}/employer/${id}`,
      logo_urls: logoUrls,
      vacancies_url: `https://api.hh.ru/vacancies?employer_id=${id}`,
      accredited_it_employer: accredited,
      ...(rating && { employer_rating: rating }),
      trusted,
    };
  }

  /** The body of /employers/{id}. */
  card(position: number, openVacancies: number, areas: AreaDirectory, locale: Locale, host: Host): JsonObject {
    const employer = this.at(position);
    return {
      id: employer.id,
      name: employer.name,
      type: employer.type,
      site_url: `https://employer-${employer.id}.example`,
      description: `<p>${employer.name}</p>`,
      branded_description: null,
      vacancies_url: `https://api.hh.ru/vacancies?employer_id=${employer.id}`,
      open_vacancies: openVacancies,
      trusted: employer.trusted,
      accredited_it_employer: employer.accredited,
      alternate_url: `https://${host}/employer/${employer.id}`,
      insider_interviews: [],
      logo_urls: employer.logoUrls,
      area: areas.reference(employer.area, locale),
      relations: [],
      industries: employer.industries.map((leaf) => industryReference(leaf, locale)),
    };
  }
}
