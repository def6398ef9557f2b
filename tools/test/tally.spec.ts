import { add, NOTHING, ofCheck, ofJest, summary, type JestReport } from './tally';

const report = (over: Partial<JestReport>): JestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...over,
});

describe('the tally of npm test', () => {
  it('sums tests, and checks as one each', () => {
    const tally = [ofCheck(true), ofCheck(false), ofJest(report({ numFailedTests: 2 }), false)].reduce(add, NOTHING);

    expect(summary(tally)).toBe('4 passed, 3 failed, 0 skipped');
  });

  it('counts a file that could not even be loaded', () => {
    expect(ofJest(report({ numRuntimeErrorTestSuites: 1 }), false).failed).toBe(1);
  });

  it('never calls a run of Jest well that Jest calls failed', () => {
    expect(ofJest(report({}), false).failed).toBe(1);
    expect(ofJest(undefined, true).failed).toBe(1);
  });

  it('says why tests were not run', () => {
    const skipped = { status: 'pending', fullName: 'with redis: not run, because there is none' };
    const passed = { status: 'passed', fullName: 'adds' };
    const tally = ofJest(report({ numPendingTests: 1, testResults: [{ assertionResults: [passed, skipped] }] }), true);

    expect(tally).toMatchObject({ skipped: 1, notRun: ['with redis: not run, because there is none'] });
  });
});
