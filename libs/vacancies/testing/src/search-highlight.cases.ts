import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancyHighlights, VacancySearch } from '@job-scope/vacancies-ports';
import { anEmployer } from './a-snapshot';
import { detailed } from './search-case';
import { found, put, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const highlighted = async (
  harness: VacancySearchHarness,
  vacancy: Partial<Vacancy>,
  search: Partial<VacancySearch>,
): Promise<VacancyHighlights> => {
  await put(harness, vacancyToFind(vacancy));
  const [hit] = (await found(harness, { highlight: true, ...search })).items;
  if (!hit?.highlights) throw new Error('nothing was found, or nothing was highlighted');
  return hit.highlights;
};

/** What stands within the marks, without case; everything that is no mark must be harmless. */
const marksOf = (html: string | undefined): readonly string[] => {
  const outside = (html ?? '').replaceAll(/<mark>[^<>]*<\/mark>/g, '');
  expect(outside).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#39|#x27);)/);
  return [...(html ?? '').matchAll(/<mark>([^<>]*)<\/mark>/g)].map(([, marked = '']) => marked.toLowerCase());
};

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'", '&#x27;': "'", '&amp;': '&' },
};

/** What a reader of the page sees. */
const seen = (html: string | undefined): string =>
  (html ?? '').replaceAll(/<\/?mark>/g, '').replaceAll(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);

const HOSTILE = [
  '<script>alert(1)</script> повар',
  'повар & "кондитер" \'5\' < 6 > 4',
  'уже <mark>отмечен</mark> повар </mark><mark>',
  '&lt;b&gt; повар &amp; &#60;i&#62;',
  '<img src=x onerror=alert(1)> повар <!--',
  'повар \ue000\ue001\u0001\u0002 \ufff9 [[повара]] {{повару}} __повар__',
];

/** Marks are put in by us alone, and stand around what matched alone. */
export const searchHighlightCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'V-14: marks what matched, in the form in which it stands there, and tells only where something did',
    check: async (harness) => {
      const vacancy = { title: 'Старший повар', requirement: 'без опыта', ...detailed('О нас', ['Ножи']) };
      const highlights = await highlighted(harness, vacancy, { text: 'повара' });
      expect(highlights).toEqual({ title: 'Старший <mark>повар</mark>' });
    },
  },
  {
    title: 'marks in every field that is searched',
    check: async (harness) => {
      const highlights = await highlighted(
        harness,
        {
          ...{ title: 'Ромашка один', employer: anEmployer('1', 'ООО Ромашка'), requirement: 'любить ромашки' },
          ...{ responsibility: 'гадать на ромашке', ...detailed('Поле с ромашками', ['Поле', 'Ромашка', 'SQL']) },
        },
        { text: 'ромашка' },
      );
      const fields = Object.fromEntries(Object.entries(highlights).map(([name, html]) => [name, marksOf(html)]));
      expect(fields).toEqual({
        ...{ title: ['ромашка'], employer: ['ромашка'], requirement: ['ромашки'] },
        ...{ responsibility: ['ромашке'], description: ['ромашками'], skills: ['ромашка'] },
      });
    },
  },
  {
    title: 'marks nothing unless asked to, and nothing where there is no text to match',
    check: async (harness) => {
      await put(harness, vacancyToFind({ title: 'Повар' }));
      expect((await found(harness, { text: 'повар' })).items[0]?.highlights).toBeNull();
      expect((await found(harness, { highlight: true })).items[0]?.highlights).toEqual({});
    },
  },
  ...HOSTILE.map((title) => ({
    title: `V-20: escapes all but its own marks: ${JSON.stringify(title)}`,
    check: async (harness: VacancySearchHarness) => {
      const highlights = await highlighted(
        harness,
        { title, requirement: title, ...detailed(title) },
        { text: 'повар' },
      );
      for (const html of [highlights.title, highlights.requirement, highlights.description]) {
        expect(marksOf(html).every((marked) => marked.startsWith('повар'))).toBe(true);
        expect(marksOf(html).length).toBeGreaterThan(0);
      }
      expect(printable(seen(highlights.title))).toBe(printable(title));
    },
  })),
  {
    title: 'tells of a long description the fragments around what matched',
    check: async (harness) => {
      const text = `${'Мы дружная команда. '.repeat(500)}Ищем повара срочно. ${'У нас печенье. '.repeat(500)}`;
      const { description = '' } = await highlighted(harness, detailed(text), { text: 'повар' });
      expect(marksOf(description)).toEqual(['повара']);
      expect(seen(description)).toContain('Ищем повара');
      expect(description.length).toBeLessThan(1000);
    },
  },
  {
    title: 'marks a special token whole, and what a synonym found',
    check: async (harness) => {
      const highlights = await highlighted(harness, { title: 'C++ и JavaScript' }, { text: 'c++ js' });
      expect(marksOf(highlights.title)).toEqual(['c++', 'javascript']);
    },
  },
  {
    title: 'marks neither what a filter matched nor what was excluded',
    check: async (harness) => {
      const search = { text: 'повар -кондитер', skill: ['SQL'], area: { ids: [], names: ['москва'] } };
      const vacancy = { title: 'Повар в Москва', area: { id: '1', name: 'Москва' }, ...detailed(null, ['SQL']) };
      const highlights = await highlighted(harness, vacancy, search);
      expect(Object.keys(highlights)).toEqual(['title']);
      expect(marksOf(highlights.title)).toEqual(['повар']);
    },
  },
];

/** Characters that nobody sees may be lost. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Co}\p{Cf}]/gu, '');
