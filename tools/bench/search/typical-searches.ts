const query = (parameters: Readonly<Record<string, string>>): string =>
  `/api/v1/vacancies/search?${new URLSearchParams(parameters).toString()}`;

/** What readers ask most, by what it is. */
export const TYPICAL_SEARCHES: Readonly<Record<string, string>> = {
  'the start page': query({ limit: '20' }),
  'a profession': query({ text: 'python разработчик', limit: '20' }),
  'a profession in a city, with highlights': query({ text: 'менеджер', areaId: '1', highlight: 'true', limit: '20' }),
  'a city with facets': query({ areaId: '1', facets: 'experience', limit: '20' }),
  'a profession, the best paid first': query({ text: 'водитель', salaryFrom: '80000', sort: 'salary', limit: '20' }),
};
