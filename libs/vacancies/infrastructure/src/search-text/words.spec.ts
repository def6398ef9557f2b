import fc from 'fast-check';
import { SPECIAL_TOKENS } from './special-tokens';
import { normaliseText, wordsOf } from './words';

it.each([
  ['Ёлочный МАСТЕР', 'елочный мастер'],
  ['йога', 'йога'],
  ['Café Über', 'cafe uber'],
  ['𝖠𝖡 Ｃ', 'ab c'],
  ['IT-директор', 'it директор'],
  ['Java/Kotlin', 'java kotlin'],
  ['C++, С++ и C++17', 'cplusplus cplusplus и cplusplus 17'],
  ['C#/F#', 'csharp fsharp'],
  ['ASP.NET и .NET', 'aspnet dotnet и dotnet'],
  ['example.net', 'example net'],
  ['Node.js, NodeJS', 'nodejs nodejs'],
  ['1С:Бухгалтерия и 1C', '1c бухгалтерия и 1c'],
  ['T-SQL', 'tsql sql'],
  ['CI/CD', 'cicd ci cd'],
  ['ABC#', 'abc'],
  ['!!! \ud800 🦊', ''],
  ['x'.repeat(101), ''],
])('%s becomes «%s»', (text, words) => expect(normaliseText(text)).toBe(words));

it('knows where each word stands', () => {
  const text = 'Знание С++ и Ёлки';
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Знание', 'С++', 'и', 'Ёлки']);
});

it('changes no text that is in normal form already, so that the index and queries agree', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

it.each(SPECIAL_TOKENS.flatMap(({ forms, words }) => forms.map((form) => [form, words])))(
  'stands %s for «%s», in capitals too',
  (form, words) => {
    expect(normaliseText(`(${form.toUpperCase()})`)).toBe(words);
  },
);

it('takes the longest of the tokens that begin alike', () => {
  expect(normaliseText('C plus plus, C plus; pre-sales, MS SQL')).toBe('cplusplus c plus presale mssql sql');
});
