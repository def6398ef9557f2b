import { normalise, WORD } from '@job-scope/simulator-shared';

/** Wraps each word that a query looks for in `<highlighttext>`, as snippets of the real site do. */
export function highlighter(words: readonly string[]): (text: string) => string {
  const whole = new Set(words.filter((word) => !word.endsWith('*')));
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return (text) =>
    text.replace(WORD, (word) => {
      const plain = normalise(word).trim();
      const wanted = whole.has(plain) || beginnings.some((beginning) => plain.startsWith(beginning));
      return wanted ? `<highlighttext>${word}</highlighttext>` : word;
    });
}
