/** A list that the tests may take the first elements of without asking whether they are there. */
type Many<T> = [T, T, T, T, T, ...T[]];

interface Named {
  id: string;
  name: string;
}

export interface Pay {
  from: number | null;
  to: number | null;
  currency: string;
  gross: boolean | null;
}

/** What the tests read of an item; the official document says what else there is. */
export interface Item extends Named {
  area: Named;
  salary: Pay | null;
  salary_range: { mode: Named } | null;
  address: { lat: number; lng: number; metro: unknown; metro_stations: { line_id: string }[] } | null;
  employer: { id?: string; name: string; logo_urls: unknown; accredited_it_employer: boolean };
  department: Named | null;
  experience: Named;
  employment: Named;
  employment_form: Named;
  schedule: Named;
  work_format: Named[];
  professional_roles: Named[];
  snippet: { requirement: string; responsibility: string | null };
  published_at: string;
  sort_point_distance: number | null;
  url: string;
  alternate_url: string;
  accept_temporary: boolean;
  premium: boolean;
  has_test: boolean;
  response_letter_required: boolean;
}

/** All members of all bodies that the tests read; each answer has some of them. */
export interface Body extends Named {
  items: Many<Item>;
  found: number;
  pages: number;
  errors: { type: string; value?: string }[];
  bad_argument: string;
  fixes: unknown;
  clusters: (Named & { items: Many<{ name: string; url: string; count: number }> })[];
  arguments: { argument: string; value: string }[];
  areas: Named[];
  categories: { roles: Named[] }[];
  open_vacancies: number;
  description: string;
  snippet: unknown;
  employer: unknown;
  archived: boolean;
  access_token: string;
  error: string;
  error_description: string;
  requests: { path: string; status: number }[];
  scenarios: unknown[];
}
