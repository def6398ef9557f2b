import { mapVacancy } from './map-vacancy';
import { anItem, sampleItems } from './sample.fixture';

const map = (changes: Record<string, unknown> = {}) => {
  const result = mapVacancy(anItem(changes));
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};

const reasonFor = (raw: unknown) => {
  const result = mapVacancy(raw);
  return result.ok ? undefined : result.error.reason;
};

const range = (changes: Record<string, unknown>) => ({
  salary_range: {
    from: 1000,
    to: null,
    currency: 'RUR',
    gross: true,
    mode: { id: 'MONTH', name: 'За месяц' },
    ...changes,
  },
});

describe('mapVacancy on the real sample', () => {
  const iso: Record<string, string> = { RUR: 'RUB', BYR: 'BYN' };
  const minor = (amount: number | null) => amount && amount * 100;

  it('V-1: has 110 items to map, of which half state a lower bound that must not get lost', () => {
    const bounds = sampleItems().map((item) => map(item).salary?.fromMinor ?? null);
    expect(sampleItems()).toHaveLength(110);
    expect(bounds).toEqual(sampleItems().map(({ salary }) => minor(salary?.from ?? null)));
    expect(bounds.filter((bound) => bound !== null).length).toBeGreaterThan(30);
  });

  it.each(sampleItems().map((item) => [item.id, item] as const))('keeps what item %s says', (id, item) => {
    const { employer, area, salary } = item;
    expect(map(item)).toMatchObject({
      source: 'headhunter',
      sourceId: id,
      title: item.name,
      url: item['alternate_url'],
      employer: {
        id: employer.id,
        name: employer.name,
        url: employer['alternate_url'],
        trusted: employer['trusted'],
        accreditedIt: employer['accredited_it_employer'] ?? null,
      },
      area: { id: area.id, name: area.name },
      type: item['type'],
      responseLetterRequired: item['response_letter_required'],
      acceptsIncompleteResumes: item['accept_incomplete_resumes'] ?? false,
      details: null,
      salary: salary && {
        fromMinor: minor(salary.from),
        toMinor: minor(salary.to),
        currency: iso[salary.currency] ?? salary.currency,
        gross: salary.gross,
        period: 'month',
      },
      publishedAt: new Date(item['published_at'] as string),
      raw: item,
    });
  });
});

describe('mapVacancy', () => {
  it('prefers the salary range, whose mode is the period', () => {
    const salary = { from: 1, to: 2, currency: 'USD', gross: null };
    expect(map({ salary, ...range({ mode: { id: 'HOUR', name: 'За час' } }) }).salary).toEqual({
      fromMinor: 100_000,
      toMinor: null,
      currency: 'RUB',
      gross: true,
      period: 'hour',
    });
  });

  it.each([
    ['MONTH', 'month'],
    ['SHIFT', 'shift'],
    ['HOUR', 'hour'],
    ['FLY_IN_FLY_OUT', 'fly-in-fly-out'],
    ['SERVICE', 'project'],
  ])('reads the mode %s as %s', (id, period) => {
    expect(map(range({ mode: { id, name: '' } })).salary?.period).toBe(period);
  });

  it('writes the roubles of Belarus by their ISO code', () => {
    expect(map(range({ currency: 'BYR' })).salary?.currency).toBe('BYN');
  });

  it('keeps that nobody said whether a salary is gross', () => {
    expect(map(range({ gross: null })).salary?.gross).toBeNull();
  });

  it.each([
    { from: null, to: null },
    { from: 0, to: 0 },
  ])('takes %p for no salary, never for zero', (bounds) => {
    expect(map(range(bounds)).salary).toBeNull();
  });

  it('V-20: strips the marks of the search and reads entities', () => {
    const snippet = {
      requirement: 'Опыт <highlighttext>C++</highlighttext> &amp; &quot;STL&quot;, vector<int>',
      responsibility: ' ',
    };
    expect(map({ snippet })).toMatchObject({
      requirement: 'Опыт C++ & "STL", vector<int>',
      responsibility: null,
    });
  });

  it.each([
    [
      'an anonymous employer',
      { employer: { name: 'Крупная компания', trusted: true } },
      { id: null, name: 'Крупная компания', url: null, trusted: true, accreditedIt: null },
    ],
    ['no employer', { employer: null }, null],
  ])('takes %s', (_title, changes, employer) => expect(map(changes).employer).toEqual(employer));

  it('takes an item of 2020, which lacks what came later', () => {
    const { professional_roles: _roles, experience: _experience, ...old } = anItem();
    expect(mapVacancy(old)).toMatchObject({ ok: true, value: { professionalRoles: [], experience: null } });
  });

  it('V-20: keeps the identifiers of what it names, so that filters can be exact', () => {
    const named = { experience: { id: 'noExperience', name: 'Нет опыта' }, schedule: { id: 'shift', name: 'Смена' } };
    const work_format = [
      { id: 'REMOTE', name: 'Удалённо' },
      { id: 'HYBRID', name: 'Гибрид' },
    ];
    expect(map({ ...named, work_format })).toMatchObject({ ...named, workFormats: work_format });
  });

  it('takes the form of employment where the deprecated field is gone', () => {
    const employment_form = { id: 'FULL', name: 'Полная' };
    expect(map({ employment: { id: 'full', name: 'Полная' }, employment_form }).employment?.id).toBe('full');
    expect(map({ employment: null, employment_form }).employment).toEqual(employment_form);
  });

  it('V-6: takes what the documents show: booleans as text, absent flags, unknown fields', () => {
    expect(map({ archived: 'true', has_test: null, adv_context: { anything: [1] } })).toMatchObject({
      archived: true,
      hasTest: false,
    });
  });

  it.each([
    [{ id: 119883635 }, 'id must be an identifier of 1 to 64 characters, is 119883635'],
    [{ id: null }, 'id must be an identifier, is null'],
    [{ name: '' }, 'name must be a text, is ""'],
    [{ name: 'я'.repeat(10_001) }, 'name is longer than 10000 characters'],
    [{ alternate_url: 'javascript:alert(1)' }, 'alternate_url must be an http or https link, is "javascript:alert(1)"'],
    [{ alternate_url: null }, 'alternate_url must be a link, is null'],
    [{ published_at: 'now' }, 'published_at must be a date, is "now"'],
    [{ published_at: undefined }, 'published_at must be a text, is absent'],
    [{ area: { id: '1', name: null } }, 'area.name must be a text, is null'],
    [{ area: [] }, 'area must be an object, is []'],
    [
      { employer: { id: 1455, name: 'HeadHunter' } },
      'employer.id must be an identifier of 1 to 64 characters, is 1455',
    ],
    [{ professional_roles: [{ id: '96', name: 'Программист' }, 7] }, 'professional_roles[1] must be an object, is 7'],
    [{ professional_roles: {} }, 'professional_roles must be a list, is {}'],
    [{ has_test: 'perhaps' }, 'has_test must be true or false, is "perhaps"'],
    [range({ from: '1000' }), 'salary_range.from must be a number, is "1000"'],
    [range({ from: 2000, to: 1000 }), 'salary_range the lower bound exceeds the upper'],
    [range({ currency: '₽' }), 'salary_range ₽ is not an ISO 4217 code'],
    [
      range({ mode: { id: 'YEAR' } }),
      'salary_range.mode.id must be one of MONTH, SHIFT, HOUR, FLY_IN_FLY_OUT, SERVICE, is "YEAR"',
    ],
  ])('V-6: rejects %p, naming the field', (changes, reason) => expect(reasonFor(anItem(changes))).toBe(reason));

  it.each([null, 'text', 7, []])('rejects %p, which is no item', (raw) => {
    expect(mapVacancy(raw)).toMatchObject({
      ok: false,
      error: { sourceId: null, reason: expect.stringContaining('the item must be an object') },
    });
  });

  it('says which item it rejects', () => {
    expect(mapVacancy(anItem({ id: '42', name: null }))).toMatchObject({ ok: false, error: { sourceId: '42' } });
  });
});
