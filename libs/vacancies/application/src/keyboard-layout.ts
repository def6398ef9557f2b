const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** The lower case last: keys that are no letters of theirs have no other. */
const keysOf = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map(
    [...from].flatMap((key, i) => {
      const other = to[i] ?? key;
      return [
        [key.toUpperCase(), other.toUpperCase()],
        [key, other],
      ];
    }),
  );

const TO_CYRILLIC = keysOf(LATIN, CYRILLIC);
const TO_LATIN = keysOf(CYRILLIC, LATIN);

/**
 * What the same keys would have written in the other layout, Russian or English: `ghbdtn` is `привет`. Undefined if there
 * is no letter, or if letters of both alphabets show that the writer knew which one was on. Quotation marks and hyphens
 * stay: they make phrases and exclusions.
 */
export const inOtherLayout = (text: string): string | undefined => {
  const [isLatin, isCyrillic] = [/[a-z]/i.test(text), /[а-яё]/i.test(text)];
  if (isLatin === isCyrillic) return undefined;
  const keys = isLatin ? TO_CYRILLIC : TO_LATIN;
  return [...text].map((character) => keys.get(character) ?? character).join('');
};
