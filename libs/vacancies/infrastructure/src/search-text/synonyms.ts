import { SYNONYM_GROUPS } from './synonym-groups';
import { normaliseText } from './words';

interface Phrase {
  readonly words: readonly string[];
  readonly others: readonly (readonly string[])[];
}

/** An ending of a Russian noun or adjective, or an English plural: groups are written in the nominative, and asked for in any case. */
const ENDING =
  /(?<=\p{L}{3})(?:ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ей|ам|ям|ах|ях|ом|ем|ой|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ую|[аеиоуыюяьйs])$/u;

const stemOf = (word: string): string => word.replace(ENDING, '');

const GROUPS = SYNONYM_GROUPS.map((group) => group.map((name) => normaliseText(name).split(' ')));

/** By the stem of the first word; the longest first. */
const PHRASES = new Map<string, Phrase[]>();
for (const group of GROUPS) {
  for (const words of group) {
    const key = stemOf(words[0] ?? '');
    const phrases = [...(PHRASES.get(key) ?? []), { words, others: group.filter((other) => other !== words) }];
    PHRASES.set(
      key,
      phrases.toSorted((a, b) => b.words.length - a.words.length),
    );
  }
}

/** What means the same as the words from `at` on: the longest name that a group has, or one word without synonyms. */
export const synonymsAt = (
  words: readonly string[],
  at: number,
): { readonly length: number; readonly synonyms: readonly (readonly string[])[] } => {
  const candidates = PHRASES.get(stemOf(words[at] ?? '')) ?? [];
  const matches = candidates.filter((phrase) =>
    phrase.words.every((word, i) => stemOf(word) === stemOf(words[at + i] ?? '')),
  );
  const length = matches[0]?.words.length ?? 1;
  const longest = matches.filter((phrase) => phrase.words.length === length);
  return { length, synonyms: longest.flatMap(({ others }) => others) };
};
