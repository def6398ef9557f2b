import type { RunningSimulator } from '@job-scope/simulator-shared';

/** What the specs read of a vacancy. */
export interface Vacancy {
  readonly id: string;
  readonly 'job-name': string;
  readonly 'creation-date': string;
  readonly date_modify: string;
  readonly region: { readonly region_code: string; readonly name: string };
  readonly company: { readonly companycode: string; readonly ogrn: string; readonly name: string } | null;
  readonly salary: string;
  readonly salary_min: number;
  readonly salary_max: number;
  readonly duty: string;
  readonly requirements?: string;
  readonly vac_url: string;
  readonly addresses: { readonly address: readonly { readonly location: string; lat?: unknown; lng?: unknown }[] };
}

export interface Envelope {
  readonly status: string;
  readonly meta: { readonly total: number; readonly limit: number; readonly error?: string };
  readonly results: { readonly vacancies?: readonly { readonly vacancy: Vacancy }[] };
}

export const LIST = '/api/v1/vacancies';

export type Query = Readonly<Record<string, string | number>>;

/** What a client of the portal does, over HTTP. */
export const clientOf = ({ url }: RunningSimulator) => {
  const fetchPage = (path = LIST, query: Query = {}) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
    return fetch(`${url}${path}?${parameters}`);
  };

  const envelope = async (path?: string, query?: Query) => (await (await fetchPage(path, query)).json()) as Envelope;

  const vacancies = async (path?: string, query?: Query) =>
    ((await envelope(path, query)).results.vacancies ?? []).map(({ vacancy }) => vacancy);

  /** Every page until a short one. */
  const collect = async (path?: string, query: Query = {}) => {
    const all: Vacancy[] = [];
    for (let offset = 0; ; offset += 1) {
      const page = await vacancies(path, { ...query, offset });
      all.push(...page);
      if (page.length < 100) return all;
    }
  };

  const one = async ({ vac_url }: Pick<Vacancy, 'vac_url'>) =>
    (await vacancies(`${LIST}/vacancy/${vac_url.split('/card/')[1]}`))[0];

  return { fetchPage, envelope, vacancies, collect, one };
};

export const idsOf = (vacancies: readonly Vacancy[]): string[] => vacancies.map(({ id }) => id);
