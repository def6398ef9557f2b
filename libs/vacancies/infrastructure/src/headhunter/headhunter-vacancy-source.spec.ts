import { gzipSync } from 'node:zlib';
import { EVERYTHING, type CollectionQuery } from '@job-scope/vacancies-domain';
import type { SourcePageRequest } from '@job-scope/vacancies-ports';
import { errors, json, startHttpStub, type HttpStub } from '../http-source/http-stub.fixture';
import { describeOnStub } from '../http-source/on-stub.fixture';
import { anItem, sampleItems, type SampleItem } from './sample.fixture';
import { ALL, answerOf, NEVER, pagesOf, sourceAt } from './stubbed-source.fixture';

describeOnStub<SampleItem>('HeadHunterVacancySource', {
  items: sampleItems(),
  serve: pagesOf,
  source: (baseUrl, budget) => sourceAt(baseUrl, budget),
  known: (item) => ({ sourceId: item.id, publishedAt: new Date(String(item['published_at'])) }),
  spoilt: { name: null },
  terse: { employer: null, salary: null, address: null, snippet: null },
  refusals: {
    blocked: json(403, errors({ type: 'captcha_required', value: 'captcha_required' })),
    unauthorized: json(403, errors({ type: 'oauth', value: 'token_revoked' })),
    refusing: json(400, errors({ type: 'bad_argument', value: 'area' })),
  },
});

describe('HeadHunterVacancySource', () => {
  let stub: HttpStub;
  beforeEach(async () => {
    stub = await startHttpStub();
  });
  afterEach(() => stub.close());

  const page = (request: Partial<SourcePageRequest> = {}, source = sourceAt(stub.baseUrl)) =>
    source.page({ ...ALL, ...request }, NEVER);

  const asked = async (query: CollectionQuery, slice = EVERYTHING, cursor: string | null = null) => {
    stub.respond = json(200, answerOf([]));
    await page({ query, slice, cursor });
    const [request] = stub.requests;
    if (!request) throw new Error('nothing was asked');
    return request;
  };

  it('says who it is', async () => {
    const { url, headers } = await asked({});
    expect(url.pathname).toBe('/vacancies');
    expect(headers).toMatchObject({
      'hh-user-agent': 'JobScope/1.0 (test@example.org)',
      authorization: 'Bearer secret',
      accept: 'application/json',
    });
  });

  it('V-21: asks for each page once, and leaves the request as it was', async () => {
    stub.respond = pagesOf(sampleItems());
    const query = Object.freeze({ text: 'node', areas: Object.freeze(['1']) });
    let cursor: string | null = null;
    do {
      const answer = await page(Object.freeze({ query, slice: Object.freeze({ ...EVERYTHING }), cursor }));
      cursor = answer.ok ? answer.value.next : null;
    } while (cursor !== null);
    expect(stub.requests.map(({ url }) => url.searchParams.get('page'))).toEqual(['0', '1', '2']);
    expect(query).toEqual({ text: 'node', areas: ['1'] });
  });

  it('asks for a fixed order, without magic, for pages of one size', async () => {
    const { url } = await asked({}, EVERYTHING, '7');
    expect([...url.searchParams]).toEqual([
      ['page', '7'],
      ['per_page', '100'],
      ['order_by', 'publication_time'],
      ['no_magic', 'true'],
    ]);
  });

  it.each<[CollectionQuery, readonly (readonly [string, string])[]]>([
    [
      { text: 'C++ & "1С"', searchFields: ['name', 'description'] },
      [
        ['text', 'C++ & "1С"'],
        ['search_field', 'name'],
        ['search_field', 'description'],
      ],
    ],
    [{ excludedText: 'стажёр, практика' }, [['excluded_text', 'стажёр, практика']]],
    [
      { areas: ['1', '2'] },
      [
        ['area', '1'],
        ['area', '2'],
      ],
    ],
    [
      { metro: ['2', '2.133'] },
      [
        ['metro', '2'],
        ['metro', '2.133'],
      ],
    ],
    [
      { box: { top: 56, bottom: 55.5, left: 37.3, right: 37.6 } },
      [
        ['top_lat', '56'],
        ['bottom_lat', '55.5'],
        ['left_lng', '37.3'],
        ['right_lng', '37.6'],
      ],
    ],
    [{ professionalRoles: ['96'] }, [['professional_role', '96']]],
    [{ industries: ['7.540'] }, [['industry', '7.540']]],
    [
      { employers: ['1455'], excludedEmployers: ['1740'] },
      [
        ['employer_id', '1455'],
        ['excluded_employer_id', '1740'],
      ],
    ],
    [
      { experience: ['noExperience', 'moreThan6'] },
      [
        ['experience', 'noExperience'],
        ['experience', 'moreThan6'],
      ],
    ],
    [
      { employment: ['full'], employmentForms: ['PROJECT'] },
      [
        ['employment', 'full'],
        ['employment_form', 'PROJECT'],
      ],
    ],
    [
      { schedule: ['remote'], workFormats: ['HYBRID'], partTime: ['part'] },
      [
        ['schedule', 'remote'],
        ['work_format', 'HYBRID'],
        ['part_time', 'part'],
      ],
    ],
    [
      { labels: ['with_address', 'accredited_it'] },
      [
        ['label', 'with_address'],
        ['label', 'accredited_it'],
      ],
    ],
    [
      { salary: 1500, currency: 'USD' },
      [
        ['salary', '1500'],
        ['currency', 'USD'],
      ],
    ],
    [
      { onlyWithSalary: true, acceptTemporary: true },
      [
        ['only_with_salary', 'true'],
        ['accept_temporary', 'true'],
      ],
    ],
    [{ onlyWithSalary: false, acceptTemporary: false }, []],
  ])('V-17: asks for %j, lists by repeating their key', async (query, words) => {
    const { url } = await asked(query);
    expect([...url.searchParams].slice(4)).toEqual(words);
  });

  it('asks for what lies within a slice', async () => {
    const { url } = await asked(
      { areas: ['1', '2'], experience: ['noExperience', 'moreThan6'] },
      {
        publishedFrom: new Date('2026-01-01T00:00:00Z'),
        publishedTo: new Date('2026-01-02T00:00:00Z'),
        filters: { area: '2', experience: 'moreThan6', undivided: 'true' },
      },
    );
    expect([...url.searchParams].slice(4)).toEqual([
      ['area', '2'],
      ['experience', 'moreThan6'],
      ['date_from', '2026-01-01T00:00:00+0000'],
      ['date_to', '2026-01-02T00:00:00+0000'],
    ]);
  });

  it('never sends an upper bound alone, which would be refused', async () => {
    const { url } = await asked({}, { ...EVERYTHING, publishedTo: new Date('2026-01-02T00:00:00Z') });
    expect(url.searchParams.get('date_from')).toBe('2000-01-01T00:00:00+0000');
  });

  it('reads zipped answers, and asks again for truncated ones', async () => {
    const whole = gzipSync(JSON.stringify(answerOf([anItem()])));
    stub.respond = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(stub.requests.length === 1 ? whole.subarray(0, whole.length / 2) : whole);
    };
    await expect(page()).resolves.toMatchObject({ ok: true, value: { requests: 2, found: 1 } });
  });

  it('stops where the source shows no more, however much it has (V-5)', async () => {
    stub.respond = json(200, answerOf([anItem()], 19, 20, 3552));
    await expect(page({ cursor: '19' })).resolves.toMatchObject({ ok: true, value: { found: 3552, next: null } });
  });

  it('V-5: takes the refusal of a page that lies too deep for a sign that there is more than it shows', async () => {
    stub.respond = json(
      400,
      errors({ type: 'bad_argument', value: 'page' }, { type: 'bad_argument', value: 'per_page' }),
    );
    await expect(page({ cursor: '20' })).resolves.toMatchObject({
      ok: true,
      value: { vacancies: [], rejected: [], found: 2001, reachable: 2000, next: null },
    });
  });

  it('passes over an item that is malformed, and keeps the others (V-6)', async () => {
    stub.respond = json(200, answerOf([anItem(), anItem({ id: '2', has_test: 'maybe' }), null]));
    await expect(page()).resolves.toMatchObject({
      ok: true,
      value: {
        vacancies: [{ sourceId: sampleItems()[0]?.id }],
        rejected: [
          { sourceId: '2', reason: 'has_test must be true or false, is "maybe"' },
          { sourceId: null, reason: 'the item must be an object, is null' },
        ],
      },
    });
  });

  it('leaves out what PostgreSQL cannot store', async () => {
    stub.respond = json(200, answerOf([anItem({ name: 'a\u0000b\ud800c \u{1F600}', department: { name: '\u0000' } })]));
    const answer = await page();
    expect(answer).toMatchObject({ ok: true, value: { vacancies: [{ title: 'abc \u{1F600}' }] } });
    expect(JSON.stringify(answer)).not.toContain('\\u0000');
  });

  it('never shows the token, even if HeadHunter does', async () => {
    stub.respond = json(400, errors({ type: 'bad_argument', value: 'Bearer secret' }));
    await expect(page()).resolves.toMatchObject({
      ok: false,
      error: { detail: 'HeadHunter answered 400, bad_argument Bearer …' },
    });
  });
});
