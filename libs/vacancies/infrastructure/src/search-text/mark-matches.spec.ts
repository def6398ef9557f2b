import { escapeHtml } from '@job-scope/platform-nest';
import fc from 'fast-check';
import { markFragments, markMatches } from './mark-matches';

const is = (wanted: string) => (word: string) => word === wanted;

it.each([
  ['Повар и ПОВАР', 'повар', '<mark>Повар</mark> и <mark>ПОВАР</mark>'],
  ['Знание С++', 'cplusplus', 'Знание <mark>С++</mark>'],
  ['Ёлки', 'елки', '<mark>Ёлки</mark>'],
  ['T-SQL', 'sql', '<mark>T-SQL</mark>'],
  [
    `<script>alert("1")</script>`,
    'script',
    '&lt;<mark>script</mark>&gt;alert(&quot;1&quot;)&lt;/<mark>script</mark>&gt;',
  ],
  ['<mark>a</mark> & b', 'b', '&lt;mark&gt;a&lt;/mark&gt; &amp; <mark>b</mark>'],
])('marks in %s what matches %s', (text, word, html) => expect(markMatches(text, is(word))).toBe(html));

it('has nothing to show when nothing matches', () => {
  expect([markMatches('Повар', is('сторож')), markFragments('Повар', is('сторож'))]).toEqual([undefined, undefined]);
});

it('leaves of a text nothing but itself, escaped, and marks around whole words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const html = markMatches(text, () => true) ?? escapeHtml(text);
      expect(html.replaceAll(/<\/?mark>/g, '')).toBe(escapeHtml(text));
    }),
  );
});

it('shows of a long text what stands around the first matches', () => {
  const filler = 'слово '.repeat(100);
  const html = markFragments(`${filler}<b>повар</b> ${filler}повар ${filler}повар ${filler}повар`, is('повар')) ?? '';
  expect(html.match(/<mark>повар<\/mark>/g)).toHaveLength(3);
  expect(html).toMatch(/^… .* &lt;b&gt;<mark>повар<\/mark>&lt;\/b&gt; .* … .* …$/);
  expect(html.length).toBeLessThan(800);
});

it('does not grow without end where everything matches', () => {
  expect((markFragments('повар '.repeat(1000), is('повар')) ?? '').length).toBeLessThan(5000);
});
