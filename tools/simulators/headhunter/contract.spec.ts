import fc from 'fast-check';
import { simulate, type Query } from './testing/client';
import { problems, responseProblems } from './testing/openapi';

const query: fc.Arbitrary<Query> = fc.record(
  {
    page: fc.integer({ min: 0, max: 5 }),
    per_page: fc.integer({ min: 0, max: 40 }),
    text: fc.constantFrom(
      'python OR java',
      '"аналитик данных"',
      'разраб* NOT senior',
      'програмист',
      'москва бухгалтер 90000',
    ),
    area: fc.constantFrom('1', '113', '40', ['16', '97']),
    experience: fc.constantFrom('noExperience', 'moreThan6'),
    schedule: fc.constantFrom('remote', ['shift', 'flyInFlyOut']),
    employment: fc.constantFrom('part', 'probation'),
    professional_role: fc.constantFrom('96', ['97', '124']),
    label: fc.constantFrom('with_address', ['accredited_it', 'not_from_agency']),
    salary: fc.integer({ min: 1, max: 400_000 }),
    only_with_salary: fc.boolean(),
    order_by: fc.constantFrom('publication_time', 'salary_desc', 'salary_asc', 'relevance'),
    clusters: fc.boolean(),
    describe_arguments: fc.boolean(),
    responses_count_enabled: fc.boolean(),
    locale: fc.constantFrom('RU', 'EN'),
    host: fc.constantFrom('hh.ru', 'hh.kz', 'rabota.by'),
  },
  { requiredKeys: [] },
);

describe('the official OpenAPI document', () => {
  it('describes every search page, whatever the seed and the filters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), query, async (seed, parameters) => {
        const { search } = simulate({ size: 150, seed });
        const { status, body } = await search(parameters);
        expect(status).toBe(200);
        expect(responseProblems('/vacancies', 200, body)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('describes every full vacancy, open or archived', async () => {
    const { search, get, control } = simulate({ size: 300 });
    const { items } = (await search({ per_page: 100 })).body;
    control.scenario({ name: 'archive', ids: [items[0].id] });
    for (const { id } of items) {
      const { status, body } = await get(`/vacancies/${id}`);
      expect(status).toBe(200);
      expect(responseProblems('/vacancies/{vacancy_id}', 200, body)).toEqual([]);
    }
  });

  it.each(['RU', 'EN'])('describes the directories in %s', async (locale) => {
    const { get } = simulate({ size: 0 });
    const body = async (path: string) => (await get(path, { locale })).body;
    expect(responseProblems('/areas', 200, await body('/areas'))).toEqual([]);
    expect(responseProblems('/areas/{area_id}', 200, await body('/areas/1'))).toEqual([]);
    expect(responseProblems('/dictionaries', 200, await body('/dictionaries'))).toEqual([]);
    expect(responseProblems('/professional_roles', 200, await body('/professional_roles'))).toEqual([]);
    expect(responseProblems('/industries', 200, await body('/industries'))).toEqual([]);
  });

  it('describes the card of each employer of a page', async () => {
    const { search, get } = simulate();
    const { items } = (await search({ per_page: 50 })).body;
    for (const { employer } of items.filter((item) => item.employer.id)) {
      const { body } = await get(`/employers/${employer.id}`);
      expect(responseProblems('/employers/{employer_id}', 200, body)).toEqual([]);
    }
  });

  it.each([
    ['/vacancies?per_page=101', 400, 'ErrorsCommonBadArgumentErrors'],
    ['/vacancies?page=200&per_page=10', 400, 'ErrorsCommonBadArgumentErrors'],
    ['/vacancies?text=%E0%A4%A', 200, 'VacanciesVacanciesResponse'],
    ['/vacancies/%E0%A4%A', 400, 'ErrorsCommonBadRequestErrors'],
    ['/vacancies/1', 404, 'ErrorsCommonNotFoundErrors'],
    ['/vacancies/abc', 404, 'ErrorsCommonNotFoundErrors'],
    ['/employers/2', 404, 'ErrorsCommonNotFoundErrors'],
    ['/employers/x', 400, 'ErrorsCommonBadArgumentErrors'],
    ['/areas/0', 404, 'ErrorsCommonNotFoundErrors'],
    ['/areas?locale=XX', 400, 'ErrorsDictionariesBadArgumentErrors'],
    ['/no/such/method', 404, 'ErrorsCommonNotFoundErrors'],
  ])('describes %s answered with %i', async (path, status, schema) => {
    const answer = await simulate({ size: 10 }).send('GET', path);
    expect(answer.status).toBe(status);
    expect(problems(schema, answer.body)).toEqual([]);
  });

  it('describes the refusals of captcha, ban and token', async () => {
    const { search, control } = simulate({ size: 10, token: 'secret' });
    expect(problems('ErrorsCommonBadAuthorizationErrors', (await search()).body)).toEqual([]);
    control.scenario({ name: 'captcha', count: 1 });
    expect(responseProblems('/vacancies', 403, (await search()).body)).toEqual([]);
    control.scenario({ name: 'ban', count: 1 });
    expect(problems('ErrorsCommonBadAuthorizationErrors', (await search()).body)).toEqual([]);
  });

  it('finds fault with a body that breaks it', async () => {
    const { body } = await simulate({ size: 3 }).search();
    expect(responseProblems('/vacancies', 200, { ...body, found: '3' })).not.toEqual([]);
    expect(responseProblems('/vacancies', 200, { ...body, items: [{ ...body.items[0], employer: {} }] })).not.toEqual(
      [],
    );
  });
});
