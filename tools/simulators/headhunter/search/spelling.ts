import { WORD } from '@job-scope/simulator-shared';

const ALPHABET = [...'абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz'];
const SHORTEST = 5;

/**
 * Corrects words that no vacancy title has but that are one letter away from one that a title has.
 * @returns the corrected text, or undefined when there is nothing to correct
 */
export function correctSpelling(text: string, vocabulary: ReadonlySet<string>): string | undefined {
  const fixed = text.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    if (lower.length < SHORTEST || vocabulary.has(lower)) return word;
    return neighbours(lower).find((candidate) => vocabulary.has(candidate)) ?? word;
  });
  return fixed === text ? undefined : fixed;
}

/** All texts one deletion, exchange, replacement or insertion away. */
function neighbours(word: string): string[] {
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)] as const);
  return cuts.flatMap(([head, tail]) => [
    head + tail.slice(1),
    head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2),
    ...ALPHABET.flatMap((letter) => [head + letter + tail.slice(1), head + letter + tail]),
  ]);
}
