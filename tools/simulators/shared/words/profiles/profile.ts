/** How a seniority is put into a title: `Senior …`, `Старший …`, or not at all. */
export type GradeStyle = 'international' | 'russian' | 'none';

/** Everything that makes vacancies of one profession read alike. */
export interface RoleProfile {
  /** Id in /professional_roles. */
  readonly role: string;
  /** Share among all vacancies, relative to the other profiles. */
  readonly weight: number;
  /** Typical monthly pay in rubles: Moscow, three to six years of experience. */
  readonly salary: number;
  readonly grades: GradeStyle;
  /** In all texts `{tech}` stands for one of `techs`. */
  readonly titles: readonly string[];
  readonly techs?: readonly string[];
  readonly requirements: readonly string[];
  readonly duties: readonly string[];
  readonly skills: readonly string[];
  /** Share of vacancies that are remote. */
  readonly remote: number;
  /** Pay that is not monthly happens in these professions. */
  readonly pay?: 'HOUR' | 'SHIFT' | 'SERVICE';
  /** Share of rotation work. */
  readonly rotation?: number;
  readonly language?: 'EN';
}
