import type { Vacancy, VacancySnapshot } from './vacancy';

/** Words that say how a company is owned, not which one it is. Sources write them or leave them out as they please. */
const LEGAL_FORMS = new Set([
  ...['ооо', 'оао', 'зао', 'пао', 'ао', 'нао', 'ип', 'тоо', 'одо', 'чуп', 'гуп', 'муп', 'фгуп'],
  ...['llc', 'ltd', 'limited', 'inc', 'incorporated', 'corp', 'corporation', 'llp', 'plc', 'gmbh'],
]);

/**
 * Equal for two vacancies that are one offer on two boards, or one offer published twice: the same title, employer and
 * area, but for case, ё, punctuation and the employer's legal form. Null if the employer is anonymous: many are called
 * «Крупная компания».
 */
export const duplicateKeyOf = ({ title, employer, area }: VacancySnapshot): string | null => {
  if (!employer || employer.id === null) return null;
  const words = [wordsOf(title), withoutLegalForm(wordsOf(employer.name)), wordsOf(area?.name ?? '')];
  const [titleWords = [], employerWords = []] = words;
  if (titleWords.length === 0 || employerWords.length === 0) return null;
  return words.map((each) => each.join(' ')).join('\n');
};

/** `C++`, `C#` and `1С` are words, and no two of them the same; in `L.L.C.` the dots join what others write as one. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replaceAll(DOTTED, (dotted) => `${dotted.replaceAll('.', '')} `)
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}\p{M}+#]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

const DOTTED = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?/gu;

const withoutLegalForm = (words: readonly string[]): readonly string[] => {
  const rest = words.filter((word) => !LEGAL_FORMS.has(word));
  return rest.length > 0 ? rest : words;
};

type Ranked = Pick<Vacancy, 'id' | 'state' | 'firstSeenAt'>;

/** Sorts the vacancy that stands for its duplicates before them: an open one, and of those the one first seen. */
export const byCanonical = (a: Ranked, b: Ranked): number =>
  Number(a.state !== 'active') - Number(b.state !== 'active') ||
  a.firstSeenAt.getTime() - b.firstSeenAt.getTime() ||
  (a.id < b.id ? -1 : Number(a.id > b.id));
