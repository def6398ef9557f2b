import fc from 'fast-check';
import { byCanonical, duplicateKeyOf } from './duplicate-key';
import type { VacancySnapshot, VacancyState } from './vacancy';

const offer = (title: string, employer: string | null, area: string | null, id: string | null = '1') =>
  ({
    title,
    employer: employer === null ? null : { id, name: employer, url: null, trusted: null, accreditedIt: null },
    area: area === null ? null : { id: '1', name: area },
  }) as VacancySnapshot;

const keyOf = (...parts: Parameters<typeof offer>) => duplicateKeyOf(offer(...parts));
const KEY = keyOf('Ведущий инженер', 'Рога и копыта', 'Орёл');

describe('the key of duplicates', () => {
  it.each([
    ['Ведущий инженер', 'ООО «Рога и копыта»', 'Орёл'],
    ['ведущий   ИНЖЕНЕР', 'Рога и копыта (ООО)', 'Орел'],
    ['Ведущий, инженер!', 'О.О.О. "Рога и Копыта"', 'орёл'],
    ['— Ведущий / инженер —', 'Рога-и-копыта, ПАО', ' Орёл '],
    ['Ведущий инженер', 'Рога и копыта Ltd.', 'ОРЁЛ'],
    ['Ведущий\u00a0инженер', 'L.L.C. Рога и копыта, Inc.', 'Орёл'],
    ['Ведущий инженер'.normalize('NFD'), 'Рога и копыта', 'Орёл'.normalize('NFD')],
  ])('is the same for %s · %s · %s', (...parts) => expect(keyOf(...parts)).toBe(KEY));

  it.each<[string, string, string | null]>([
    ['Инженер ведущий', 'Рога и копыта', 'Орёл'],
    ['Ведущий инженер', 'Рога копыта', 'Орёл'],
    ['Ведущий инженер', 'Рога и копыта', 'Тула'],
    ['Ведущий инженер', 'Рога и копыта', null],
    ['Ведущий инженер Рога', 'и копыта', 'Орёл'],
    ['Ведущий инженер ООО', 'Рога и копыта', 'Орёл'],
  ])('is another for %s · %s · %s', (...parts) => expect(keyOf(...parts)).not.toBe(KEY));

  it('tells apart what only its signs tell apart, and numbers', () => {
    const titles = ['C', 'C++', 'C#', 'Программист 1С', 'Программист 2С', 'Node.js', 'Node'];
    expect(new Set(titles.map((title) => keyOf(title, 'Е', 'М'))).size).toBe(titles.length);
  });

  it.each([
    ['an anonymous employer', offer('Повар', 'Крупная компания', 'Орёл', null)],
    ['no employer', offer('Повар', null, 'Орёл')],
    ['an employer without a word', offer('Повар', '«»', 'Орёл')],
    ['a title without a word', offer('***', 'Рога', 'Орёл')],
  ])('cannot be told for %s', (_what, snapshot) => expect(duplicateKeyOf(snapshot)).toBeNull());

  it('keeps an employer whose whole name is a legal form', () => {
    expect(keyOf('Повар', 'ИП', 'Орёл')).not.toBeNull();
    expect(keyOf('Повар', 'ИП', 'Орёл')).not.toBe(keyOf('Повар', 'АО', 'Орёл'));
  });

  const word = fc.stringMatching(/^[а-яёa-z0-9]{1,8}[+#]{0,2}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 5 });
  const gap = fc.constantFrom(' ', ', ', ' — ', '/', '\u00a0', ' (', '"', '. ', '!', '\t');

  it('does not change with case, ё, punctuation and legal forms, for any words', () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        gap,
        fc.constantFrom('ООО', 'Inc', 'АО', 'LLC'),
        (title, name, area, sep, form) => {
          const plain = keyOf(title.join(' '), `X ${name.join(' ')}`, area.join(' '));
          const [t, n, a] = [title, ['X', ...name], area].map((each) =>
            each.join(sep).toUpperCase().replaceAll('Ё', 'Е'),
          );
          expect(keyOf(`${sep}${t}${sep}`, `${form} ${n}`, a ?? '')).toBe(plain);
        },
      ),
    );
  });

  it('changes with every word and with their order, for any words', () => {
    fc.assert(
      fc.property(words, words, word, (title, other, extra) => {
        const normal = (each: readonly string[]) => each.join(' ').replaceAll('ё', 'е');
        const isSame = keyOf(title.join(' '), 'X', 'Y') === keyOf(other.join(' '), 'X', 'Y');
        expect(isSame).toBe(normal(title) === normal(other));
        expect(keyOf([...title, extra].join(' '), 'X', 'Y')).not.toBe(keyOf(title.join(' '), 'X', 'Y'));
      }),
    );
  });

  it('can be made of any texts', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(keyOf(text, text, text)).not.toBe('')));
  });
});

describe('the canonical vacancy', () => {
  const ranked = fc.record({
    id: fc.uuid(),
    state: fc.constantFrom<VacancyState>('active', 'archived', 'gone'),
    firstSeenAt: fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
  });
  const groups = fc.uniqueArray(ranked, { minLength: 1, maxLength: 6, selector: ({ id }) => id });

  it('is open if any is, was seen before all others like it, and is the same in whatever order they come', () => {
    fc.assert(
      fc.property(groups, fc.nat(), (group, turn) => {
        const [canonical] = group.toSorted(byCanonical);
        const rivals = group.filter(({ state }) => (state === 'active') === (canonical?.state === 'active'));
        expect(canonical?.state === 'active').toBe(group.some(({ state }) => state === 'active'));
        expect(rivals.every(({ firstSeenAt }) => firstSeenAt >= canonical!.firstSeenAt)).toBe(true);
        const turned = [...group.slice(turn % group.length), ...group.slice(0, turn % group.length)];
        expect(turned.toSorted(byCanonical)).toEqual(group.toSorted(byCanonical));
      }),
    );
  });
});
