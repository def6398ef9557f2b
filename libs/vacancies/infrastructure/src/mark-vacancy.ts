import type { VacancyHighlights } from '@job-scope/vacancies-ports';
import { markFragments, markMatches } from './search-text';

/** Where words are looked for, and what is marked. */
export type WordField = keyof VacancyHighlights;

/** The texts of one hit as they were written. */
export interface MarkableTexts extends Readonly<Record<Exclude<WordField, 'skills'>, string | null>> {
  readonly skills: readonly string[];
}

export type IsMatch = (word: string) => boolean;

/** Marks in each field the words that an engine says have matched there. */
export const markVacancy = (
  { skills, ...texts }: MarkableTexts,
  matchesIn: (field: WordField) => IsMatch,
): VacancyHighlights => {
  const whole = (field: keyof typeof texts) => markMatches(texts[field] ?? '', matchesIn(field));
  const markedSkills = skills.flatMap((skill) => markMatches(skill, matchesIn('skills')) ?? []);
  const marked = {
    title: whole('title'),
    employer: whole('employer'),
    requirement: whole('requirement'),
    responsibility: whole('responsibility'),
    description: markFragments(texts.description ?? '', matchesIn('description')),
    skills: markedSkills.length > 0 ? markedSkills.join(', ') : undefined,
  };
  return Object.fromEntries(Object.entries(marked).filter(([, html]) => html !== undefined));
};
