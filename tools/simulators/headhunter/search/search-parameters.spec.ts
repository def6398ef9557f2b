import { simulate } from '../testing/client';

const { search } = simulate({ size: 900 });

describe('wrong parameters', () => {
  it.each([
    [{ per_page: 101 }, 'per_page'],
    [{ per_page: -1 }, 'per_page'],
    [{ per_page: 'ten' }, 'per_page'],
    [{ page: 1.5 }, 'page'],
    [{ area: '1,2' }, 'area'],
    [{ area: ['1', '99999999'] }, 'area'],
    [{ professional_role: '0' }, 'professional_role'],
    [{ employer_id: 'acme' }, 'employer_id'],
    [{ experience: 'lots' }, 'experience'],
    [{ only_with_salary: 'True' }, 'only_with_salary'],
    [{ salary: 'much' }, 'salary'],
    [{ salary: 1, currency: 'RUB' }, 'currency'],
    [{ search_field: 'title' }, 'search_field'],
    [{ order_by: 'date' }, 'order_by'],
    [{ order_by: 'distance' }, 'sort_point_lat'],
    [{ date_from: '2026-10-01T00:00:00 0300' }, 'date_from'],
    [{ date_to: '2026-10-01' }, 'date_to'],
    [{ period: 0 }, 'period'],
    [{ period: 7, date_from: '2026-10-01' }, 'period'],
    [{ top_lat: 56, bottom_lat: 55, left_lng: 37 }, 'right_lng'],
    [{ metro: '2.99999' }, 'metro'],
    [{ industry: '0' }, 'industry'],
    [{ label: 'best' }, 'label'],
    [{ host: 'hh.example' }, 'host'],
  ])('%j is refused and %s named', async (query, name) => {
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ type: 'bad_argument', value: name }]);
    expect(body.bad_argument).toBe(name);
  });

  it('are all named at once', async () => {
    const { body } = await search({ per_page: 500, area: 'x' });
    expect(body.errors.map(({ value }) => value)).toEqual(['per_page', 'area']);
  });

  it('are ignored when their name is unknown or they are empty', async () => {
    const { status, body } = await search({ per_pages: 500, foo: ['1', '2'], experience: '' });
    expect(status).toBe(200);
    expect(body.found).toBe(900);
  });
});

describe('help for people', () => {
  it('turns a city and a number into filters', async () => {
    const magic = (await search({ text: 'москва бухгалтер 90000', describe_arguments: true })).body;
    const plain = (await search({ text: 'бухгалтер', area: 1, salary: 90_000, only_with_salary: true, no_magic: true }))
      .body;
    expect(magic.found).toBe(plain.found);
    const described = Object.fromEntries(magic.arguments.map((each) => [each.argument, each.value]));
    expect(described).toMatchObject({ text: 'бухгалтер', area: '1', salary: '90000', only_with_salary: 'true' });
  });

  it('leaves the text alone with no_magic', async () => {
    expect((await search({ text: 'москва бухгалтер 90000', no_magic: true })).body.found).toBe(0);
  });

  it('corrects a typo and says so', async () => {
    const { body } = await search({ text: 'програмист' });
    expect(body.fixes).toEqual({ original: 'програмист', fixed: 'программист' });
    expect(body.found).toBe((await search({ text: 'программист' })).body.found);
    expect((await search({ text: 'xyzzy' })).body).toMatchObject({ found: 0, fixes: null });
  });

  it('marks what was looked for in the snippet and nothing else', async () => {
    const { items } = (await search({ text: 'sql', search_field: 'description', per_page: 100 })).body;
    expect(JSON.stringify(items)).toContain('<highlighttext>SQL</highlighttext>');
    expect(JSON.stringify((await search({ per_page: 100 })).body)).not.toContain('highlighttext');
  });

  it('looks only in the field that is asked for', async () => {
    const found = async (field: string) => (await search({ text: 'sql', search_field: field })).body.found;
    expect(await found('name')).toBe(0);
    expect(await found('description')).toBeGreaterThan(0);
  });

  it('offers clusters whose links lead to as many vacancies as they say', async () => {
    const { body } = await search({ area: 113, clusters: true, per_page: 0 });
    expect(body.clusters.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['area', 'experience', 'professional_role', 'label']),
    );
    for (const id of ['experience', 'schedule', 'employment', 'label']) {
      const item = body.clusters.find((cluster) => cluster.id === id)?.items[0];
      const { searchParams } = new URL(item?.url ?? '');
      expect((await search(Object.fromEntries(searchParams))).body.found).toBe(item?.count);
    }
  });

  it('speaks English but keeps the ids', async () => {
    const one = async (locale: string) => (await search({ per_page: 1, locale })).body.items[0];
    const [russian, english] = [await one('RU'), await one('EN')];
    expect(english.id).toBe(russian.id);
    expect(english.schedule.id).toBe(russian.schedule.id);
    expect(english.experience.name).toMatch(/^[\x20-\u2013]+$/);
  });

  it('links to the site of the host without narrowing the search', async () => {
    const { body } = await search({ host: 'hh.kz', per_page: 1 });
    expect(body.found).toBe(900);
    expect(body.items[0].url).toBe(`https://api.hh.ru/vacancies/${body.items[0].id}?host=hh.kz`);
    expect(body.items[0].alternate_url).toBe(`https://hh.kz/vacancy/${body.items[0].id}`);
  });
});
