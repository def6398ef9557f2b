const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const LAYOUTS = new Map(
  [...LATIN].flatMap((key, i) => [[key, RUSSIAN.charAt(i)] as const, [RUSSIAN.charAt(i), key] as const]),
);

/** What the same keys give in the other layout, Russian or Latin; undefined unless all keys are of one of them. */
export const inOtherLayout = (typed: string): string | undefined => {
  const keys = [...typed.toLowerCase()];
  const ofOne = keys.every((key) => LATIN.includes(key)) || keys.every((key) => RUSSIAN.includes(key));
  return ofOne ? keys.map((key) => LAYOUTS.get(key)).join('') : undefined;
};
