export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why tests were not run, as their titles say. */
  readonly notRun: readonly string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, notRun: [] };

export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  notRun: [...one.notRun, ...other.notRun],
});

/** A stage without tests of its own counts as one. */
export const ofCheck = (succeeded: boolean): Tally =>
  succeeded ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };

/** The parts of Jest's `--json` report that are read here (jestjs.io/docs/configuration#testresultsprocessor-string). */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before any of their tests could run. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** @param succeeded whether Jest itself says so: it also fails for reasons that no test stands for */
export function ofJest(report: JestReport | undefined, succeeded: boolean): Tally {
  if (!report) return ofCheck(false);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    notRun: report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'pending')
      .map(({ fullName }) => fullName),
  };
}

/** The last line of `npm test`. */
export const summary = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
