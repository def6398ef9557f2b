import fc from 'fast-check';
import { anItem } from './item.fixture';
import { mapVacancy } from './map-vacancy';
import { TrudvsemVacancyRemapper } from './trudvsem-vacancy-remapper';

const map = (changes: Record<string, unknown> = {}) => {
  const result = mapVacancy(anItem(changes));
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};

const reasonFor = (raw: unknown) => {
  const result = mapVacancy(raw);
  return result.ok ? undefined : result.error.reason;
};

describe('mapVacancy of Trudvsem', () => {
  it('keeps what an item says, and guesses nothing that it does not', () => {
    const createdAt = new Date('2026-07-07T21:00:00Z');
    const url = 'https://trudvsem.ru/vacancy/card/1027700132195/8a1b6c5e-77fd-11f0-8d52-0242ac110002';
    const field = 'Транспорт, автобизнес, логистика, склад, ВЭД';
    expect(map()).toEqual({
      source: 'trudvsem',
      sourceId: '8a1b6c5e-77fd-11f0-8d52-0242ac110002',
      title: 'Водитель погрузчика',
      url,
      applyUrl: null,
      employer: {
        id: '1027700132195',
        name: 'ООО "РОМАШКА"',
        url: 'https://trudvsem.ru/company/1027700132195',
        trusted: null,
        accreditedIt: null,
      },
      area: { id: '7700000000000', name: 'Город Москва' },
      address: {
        ...{ city: null, street: null, building: null, description: null, metro: [] },
        text: 'г. Москва, ул. Ленина, 1',
        point: { lat: 55.7558, lng: 37.6173 },
      },
      salary: { fromMinor: 6_000_000, toMinor: 9_000_000, currency: 'RUB', gross: null, period: 'month' },
      type: null,
      experience: { id: '3', name: 'Опыт, лет: 3' },
      employment: { id: 'Полная занятость', name: 'Полная занятость' },
      schedule: { id: 'Сменный график', name: 'Сменный график' },
      workFormats: [],
      professionalRoles: [{ id: field, name: field }],
      requirement: 'Права категории C. Опыт.',
      responsibility: 'Обязанности: • Погрузка & разгрузка',
      hasTest: false,
      responseLetterRequired: false,
      acceptsIncompleteResumes: false,
      archived: false,
      publishedAt: createdAt,
      details: {
        description: {
          html: expect.stringContaining('<li>Погрузка &amp; разгрузка</li></ul>\n<p>Права категории C. Опыт.</p>'),
          text: 'Обязанности:\n• Погрузка & разгрузка\nПрава категории C. Опыт.',
        },
        keySkills: ['Вождение', 'Погрузчик'],
        createdAt,
      },
      raw: anItem(),
    });
  });

  it.each([
    ['от 0', 0, 0, null],
    ['от 50000', 50_000, 0, [5_000_000, null]],
    ['от 50000', 50_000, 50_000, [5_000_000, null]],
    ['от 50000 до 50000', 50_000, 50_000, [5_000_000, 5_000_000]],
    [null, 50_000, 50_000, [5_000_000, 5_000_000]],
    ['от 0 до 70000', 0, 70_000, [null, 7_000_000]],
    ['', null, null, null],
  ])('V-1: reads "%s", %p, %p as %p: 0 is unknown, never zero', (salary, salary_min, salary_max, bounds) => {
    const read = map({ salary, salary_min, salary_max }).salary;
    expect(read && [read.fromMinor, read.toMinor]).toEqual(bounds);
  });

  it('takes amounts without a currency for no salary', () => expect(map({ currency: null }).salary).toBeNull());

  it.each([
    [{ company: null }, { employer: null }],
    [{ company: { companycode: '7', name: 'ИП', url: 'www.ip.ru' } }, { employer: { id: '7', url: null } }],
    [{ region: null }, { area: null }],
    [{ addresses: { address: [] } }, { address: null }],
    [{ addresses: { address: [{}, { location: 'г. Химки' }] } }, { address: { text: 'г. Химки', point: null } }],
    [{ addresses: { address: [{ location: 'а', lat: '91', lng: '0' }] } }, { address: { point: null } }],
    [
      { requirement: null, category: null, skills: null },
      { experience: null, professionalRoles: [] },
    ],
    [
      { duty: null, requirements: ' ' },
      { requirement: null, details: { description: null } },
    ],
  ])('takes %j', (changes, expected) => expect(map(changes)).toMatchObject(expected));

  it('lets nothing run that people paste, and shows the beginning of a long text in lists', () => {
    const duty = `<p onclick="x()">${'слово '.repeat(100)}</p><script>alert(1)</script>`;
    const { details, responsibility } = map({ duty });
    expect(details?.description?.html).not.toMatch(/script|onclick/);
    expect(responsibility).toMatch(/^(слово )+слово…$/);
    expect(responsibility?.length).toBeLessThanOrEqual(301);
  });

  it.each([
    [{ id: 7 }, 'id must be an identifier of 1 to 64 characters, is 7'],
    [{ 'job-name': null }, 'job-name must be a text, is null'],
    [{ vac_url: 'javascript:alert(1)' }, 'vac_url must be an http or https link, is "javascript:alert(1)"'],
    [{ 'creation-date': 'вчера' }, 'creation-date must be a date, is "вчера"'],
    [{ 'creation-date': '2026-02-30' }, 'creation-date must be a date, is "2026-02-30"'],
    [{ region: 'Москва' }, 'region must be an object, is "Москва"'],
    [{ salary_min: 'много' }, 'salary_min must be a number, is "много"'],
    [{ salary_min: 90, salary_max: 60 }, 'salary_min the lower bound exceeds the upper'],
    [{ currency: '«долл.»' }, 'currency must be «руб.», is "«долл.»"'],
    [{ skills: [1] }, 'skills must be a list of texts, is [1]'],
  ])('V-6: rejects %j, naming the field', (changes, reason) => expect(reasonFor(anItem(changes))).toBe(reason));

  it('never throws, whatever becomes of an item', () => {
    const field = fc.constantFrom(...Object.keys(anItem()));
    const value = fc.oneof(fc.jsonValue(), fc.record({ address: fc.jsonValue(), name: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.dictionary(field, value), (changes) => {
        const result = mapVacancy(anItem(changes));
        expect(result.ok || result.error.reason.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(fc.property(fc.jsonValue(), (raw) => expect(mapVacancy(raw).ok).toBe(false)));
  });

  it('is what the remapper makes of a stored payload', () => {
    const remapper = new TrudvsemVacancyRemapper();
    expect(remapper.remap({ raw: anItem(), detailsRaw: null })).toEqual(mapVacancy(anItem()));
  });
});
