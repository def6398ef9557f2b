import { normalise } from '@job-scope/simulator-shared';
import fc from 'fast-check';
import { highlighter } from './highlight';
import { TextQuery } from './text-query';

const matches = (query: string, text: string) => TextQuery.parse(query)?.matches(normalise(text));

describe('the query language', () => {
  it.each([
    ['python', 'Разработчик Python (Senior)', true],
    ['pyth', 'Разработчик Python', false],
    ['pyth*', 'Разработчик Python', true],
    ['python django', 'Python и Django', true],
    ['python AND django', 'Python и Flask', false],
    ['python OR java', 'Java Developer', true],
    ['java', 'JavaScript', false],
    ['python NOT junior', 'Junior Python', false],
    ['python NOT junior', 'Senior Python', true],
    ['"аналитик данных"', 'Ведущий аналитик данных', true],
    ['"аналитик данных"', 'Аналитик больших данных', false],
    ['(python OR go) NOT (junior OR стажер)', 'Стажёр Go', false],
    ['(python OR go) NOT (junior OR стажер)', 'Middle Go', true],
    ['c++', 'Программист C++', true],
    ['c', 'Программист C++', false],
    ['.net', 'Разработчик .NET', true],
    ['node.js', 'Node.js-разработчик', true],
    ['devops-инженер', 'DevOps инженер', true],
    ['программист', 'ПРОГРАММИСТ', true],
  ])('%s against "%s" is %s', (query, text, expected) => {
    expect(matches(query, text)).toBe(expected);
  });

  it.each(['', '   ', '()', '""', 'OR', 'NOT', '!!!'])('finds no query in "%s"', (text) => {
    expect(TextQuery.parse(text)).toBeUndefined();
  });

  it('never fails, whatever is typed', () => {
    const token = fc.constantFrom('OR', 'NOT', 'AND', '(', ')', '"', '*', 'python', '"java dev"', 'go*', '-', '«');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(token).map((tokens) => tokens.join(' ')),
        ),
        (text) => {
          expect([true, false, undefined]).toContain(matches(text, 'Python Java dev golang'));
        },
      ),
    );
  });

  it('NOT is the complement', () => {
    const word = fc.constantFrom('python', 'java', 'go', 'senior', 'middle');
    fc.assert(
      fc.property(word, fc.array(word), (wanted, words) => {
        const text = words.join(' ');
        expect(matches(`NOT ${wanted}`, text)).toBe(!matches(wanted, text));
      }),
    );
  });
});

describe('the marks in a snippet', () => {
  const mark = (query: string, text: string) => highlighter(TextQuery.parse(query)?.words() ?? [])(text);

  it('stand around the words that were looked for', () => {
    expect(mark('python OR sql', 'Знание Python, SQL.')).toBe(
      'Знание <highlighttext>Python</highlighttext>, <highlighttext>SQL</highlighttext>.',
    );
  });

  it('mark prefixes but not excluded words', () => {
    expect(mark('разраб* NOT junior', 'junior разработчик')).toBe('junior <highlighttext>разработчик</highlighttext>');
  });

  it('taken out, leave the text as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, text) => {
        fc.pre(!text.includes('highlighttext'));
        expect(mark(query, text).replaceAll(/<\/?highlighttext>/g, '')).toBe(text);
      }),
    );
  });
});
