import type { Vacancy } from '@job-scope/vacancies-domain';
import { sampleItems } from '../headhunter/sample.fixture';
import type { JudgedQuery } from './judged-queries.fixture';
import { SAMPLE_JUDGEMENTS } from './sample-judgements.fixture';

export type Grade = 0 | 1 | 2 | 3;

/** How well a vacancy answers a query: real ones as a person judged them, invented ones by rule. */
export const gradeOf = (query: JudgedQuery, vacancy: Vacancy): Grade =>
  REAL.has(vacancy.sourceId) ? gradeByHand(query, vacancy) : gradeByRule(query, vacancy);

const REAL: ReadonlySet<string> = new Set(sampleItems().map(({ id }) => id));

const gradeByHand = ({ text }: JudgedQuery, { sourceId }: Vacancy): Grade => {
  const grades = SAMPLE_JUDGEMENTS[text] ?? {};
  return ([3, 2, 1] as const).find((grade) => grades[grade]?.includes(Number(sourceId))) ?? 0;
};

/**
 * A vacancy is as good as the least prominent of the things that it should be about: 3 if the title names it, 2 if the
 * profession, the employer or a skill does, 1 if the text does.
 */
const gradeByRule = ({ about, without }: JudgedQuery, vacancy: Vacancy): Grade => {
  const { title, employer, professionalRoles, details, requirement, responsibility } = vacancy;
  const named = [...professionalRoles.map(({ name }) => name), employer?.name ?? '', ...(details?.keySkills ?? [])];
  const told = [requirement ?? '', responsibility ?? '', details?.description?.text ?? ''];
  const names = (texts: readonly string[], thing: RegExp) => texts.some((text) => thing.test(text));
  if (without && names([title, ...named, ...told], without)) return 0;
  const grades = about.map((thing) => {
    if (thing.test(title)) return 3;
    if (names(named, thing)) return 2;
    return names(told, thing) ? 1 : 0;
  });
  return Math.min(...grades) as Grade;
};
