import fc from 'fast-check';
import { parseText } from './parse-text';
import { SYNONYM_GROUPS } from './synonym-groups';
import { normaliseText } from './words';

/** Exclusions with a dash, quotations in quotes, synonyms after a bar. */
const told = (text: string): readonly string[] =>
  parseText(text).map(({ words, excluded, quoted, synonyms }) => {
    const own = quoted ? `"${words.join(' ')}"` : words.join(' ');
    return `${excluded ? '-' : ''}${[own, ...synonyms.map((synonym) => synonym.join(' '))].join('|')}`;
  });

it.each([
  ['повариха завода', ['повариха', 'завода']],
  ['IT-директор', ['it', 'директор']],
  ['"Инженер по тестам" ромашка', ['"инженер по тестам"', 'ромашка']],
  ['«инженер по тестам»', ['"инженер по тестам"']],
  ['"незакрытая скобка', ['"незакрытая скобка"']],
  ['ромашка -лепесток', ['ромашка', '-лепесток']],
  ['ромашка - лепесток', ['ромашка', 'лепесток']],
  ['-"два слова" три', ['-"два слова"', 'три']],
  ['-node-red', ['-node red']],
  ['-C++', ['-cplusplus']],
  ['слово слово', ['слово']],
  ['js', ['js|javascript|джаваскрипт|ява скрипт']],
  ['"js"', ['"js"']],
  ['сисадмина', ['сисадмина|системный администратор|system administrator|sysadmin']],
  ['системного администратора', ['системного администратора|сисадмин|system administrator|sysadmin']],
  ['node js', ['nodejs|node|нода']],
  ['', []],
  ['!!! - "" -- -"', []],
])('%s is understood as %j', (text, terms) => expect(told(text)).toEqual(terms));

it('understands any text, and no more of it than fifty terms', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const terms = parseText(text);
      expect(terms.length).toBeLessThanOrEqual(50);
      for (const { words } of terms) expect(words.join(' ')).not.toBe('');
    }),
  );
});

it('holds every synonym in one group only', () => {
  const names = SYNONYM_GROUPS.flat().map(normaliseText);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(names).not.toContain('');
});
