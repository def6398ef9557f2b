/** A small, wrong change of one rule, and the tests that must notice it. */
export interface Mutant {
  readonly rule: string;
  readonly file: string;
  /** Must occur in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Path, or the beginning of one, of the specs that must turn red. */
  readonly specs: string;
}
