import { OWN } from './source';
import {
  EDITABLE_FIELDS,
  editableContentOf,
  editedVacancy,
  ownVacancy,
  parseNewVacancy,
  parseVacancyEdit,
  type VacancyEditWish,
} from './vacancy-edit';

const describeText = (html: string) => (html === '<b></b>' ? null : { html, text: html.replaceAll(/<[^>]*>/g, '') });
const parse = (wish: VacancyEditWish) => parseVacancyEdit(wish, describeText);
const create = (wish: VacancyEditWish) => parseNewVacancy(wish, describeText);
const faultsOf = (result: ReturnType<typeof parse>) =>
  result.ok ? [] : result.error.fields.map(({ pointer }) => pointer);
const valueOf = (result: ReturnType<typeof parse>) => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const MOSCOW = { id: '1', name: 'Москва' };
const AT = new Date('2026-05-01T12:00:00Z');

/** Something for every field. */
const WISH = {
  title: 'Повар',
  url: 'https://example.com/1',
  applyUrl: 'https://example.com/1/apply',
  employer: { name: 'Ромашка' },
  area: MOSCOW,
  address: { text: 'Тверская, 1', point: { lat: 55.75, lng: 37.6 } },
  salary: { from: 100_000.5, currency: 'RUB' },
  experience: { name: 'Без опыта' },
  employment: { id: 'full', name: 'Полная занятость' },
  schedule: { id: 'shift', name: 'Сменный график' },
  workFormats: [{ id: 'ON_SITE', name: 'На месте работодателя' }],
  professionalRoles: [{ id: '94', name: 'Повар' }],
  requirement: 'Опыт',
  responsibility: 'Готовить',
  hasTest: true,
  archived: true,
  publishedAt: '2026-01-31T12:00:00+03:00',
  description: '<p>Готовить</p>',
  keySkills: ['Супы'],
};

describe('what superusers say of a vacancy', () => {
  it('has every field, each as it is stored', () => {
    expect(Object.keys(WISH)).toEqual(EDITABLE_FIELDS);
    const edit = valueOf(parse(WISH));
    expect(edit).toEqual({
      ...WISH,
      employer: { id: 'Ромашка', name: 'Ромашка', url: null, trusted: null, accreditedIt: null },
      address: {
        ...{ city: null, street: null, building: null, description: null, metro: [] },
        ...{ text: 'Тверская, 1', point: { lat: 55.75, lng: 37.6 } },
      },
      salary: { fromMinor: 10_000_050, toMinor: null, currency: 'RUB', gross: null, period: 'month' },
      experience: { id: 'Без опыта', name: 'Без опыта' },
      publishedAt: new Date('2026-01-31T09:00:00Z'),
      description: { html: '<p>Готовить</p>', text: 'Готовить' },
    });
    expect(editableContentOf(ownVacancy('an id', edit, AT))).toMatchObject(edit);
  });

  it('is only what is given, and null takes away what need not be there', () => {
    expect(valueOf(parse({}))).toEqual({});
    const none = { employer: null, area: null, address: null, salary: null, description: null, workFormats: [] };
    expect(valueOf(parse({ ...none, title: undefined }))).toEqual(none);
  });

  it('V-6: names every faulty field at once', () => {
    const wrong = Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, 5]));
    expect(faultsOf(parse(wrong))).toEqual(EDITABLE_FIELDS.map((field) => `/${field}`));
  });

  it.each([
    ['employer', {}],
    ['employer', { name: 'x', password: 'y' }],
    ['employer', { name: 'x', url: 'javascript:alert(1)' }],
    ['employer', { name: 'x', trusted: 'yes' }],
    ['employer', { name: 'x'.repeat(201) }],
    ['area', 'Москва'],
    ['area', { id: '1' }],
    ['area', { id: 1, name: 'Москва' }],
    ['area', [MOSCOW]],
    ['address', {}],
    ['address', { text: null }],
    ['address', { text: '\u0000' }],
    ['address', { point: { lat: 91, lng: 0 } }],
    ['address', { point: { lat: NaN, lng: 0 } }],
    ['address', { point: { lat: 1 } }],
    ['address', { text: 'x', metro: [] }],
    ['workFormats', null],
    ['workFormats', [MOSCOW, null]],
    ['professionalRoles', Array.from({ length: 21 }, () => MOSCOW)],
    ['description', '<b></b>'],
    ['description', 'x'.repeat(100_001)],
    ['publishedAt', '2026-02-30T00:00:00Z'],
    ['publishedAt', '2026-01-31T25:00:00Z'],
    ['publishedAt', '2026-01-31'],
    ['publishedAt', '0000-01-01T00:00:00Z'],
    ['publishedAt', '1969-12-31T23:59:59Z'],
    ['publishedAt', '1970-01-01T00:00:00+03:00'],
    ['archived', null],
    ['keySkills', ['']],
    ['keySkills', Array.from({ length: 51 }, () => 'SQL')],
    ['keySkills', 'SQL'],
  ])('V-6: has no %s like %p', (field, value) => {
    expect(faultsOf(parse({ [field]: value }))).toEqual([`/${field}`]);
  });

  it.each([
    { from: 1e300, currency: 'RUB' },
    { from: -7, currency: 'RUB' },
    { from: 5, currency: 'secret' },
  ])('repeats nothing of a salary that it refuses, as %p', (salary) => {
    const messageOf = (wish: VacancyEditWish) => {
      const result = parse(wish);
      return result.ok ? undefined : result.error.fields[0]?.message;
    };
    expect(messageOf({ salary })).toContain('must have one amount at least');
    expect(messageOf({ salary })).toBe(messageOf({ salary: { currency: 'RUB' } }));
  });

  it('takes line breaks as every system writes them', () => {
    expect(valueOf(parse({ description: 'a\r\nb' })).description?.html).toBe('a\nb');
  });
});

describe('a vacancy that comes from no source', () => {
  it('needs a title, and a page to send its readers to', () => {
    expect(faultsOf(create({ hasTest: 1 }))).toEqual(['/title', '/url', '/hasTest']);
  });

  it('is its own source, open, published when it was created, and knows its details', () => {
    const vacancy = ownVacancy('an id', valueOf(create({ title: 'Повар', url: 'https://example.com' })), AT);
    expect(vacancy).toMatchObject({
      ...{ source: OWN, sourceId: 'an id', title: 'Повар', archived: false, publishedAt: AT, raw: null },
      details: { description: null, keySkills: [], createdAt: AT },
    });
  });
});

describe('an edit', () => {
  const vacancy = ownVacancy('an id', valueOf(create(WISH)), AT);

  it('leaves what it does not say', () => {
    expect(editedVacancy(vacancy, { title: 'Кок' })).toEqual({ ...vacancy, title: 'Кок' });
    const details = { ...vacancy.details, keySkills: ['Рыба'] };
    expect(editedVacancy({ ...vacancy, archived: true }, { archived: false }).archived).toBe(false);
    expect(editedVacancy(vacancy, { keySkills: ['Рыба'] })).toEqual({ ...vacancy, details });
  });

  it('tells details of which nothing was known', () => {
    const details = { description: null, keySkills: ['Рыба'], createdAt: null };
    expect(editedVacancy({ ...vacancy, details: null }, { keySkills: ['Рыба'] }).details).toEqual(details);
    expect(editedVacancy({ ...vacancy, details: null }, { title: 'Кок' }).details).toBeNull();
  });
});
