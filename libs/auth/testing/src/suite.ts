/** What a port promises, as data: one list is run against the fake, every real adapter, and fakes that are broken. */
export interface SuiteCase<Harness> {
  readonly title: string;
  check(harness: Harness): Promise<void>;
}

/** Makes a fresh implementation, with nothing stored that a case could meet. */
export type OpenHarness<Harness> = () => Promise<Harness>;

/** Registers every case as a test of its own. */
export const describeSuite = <Harness>(
  name: string,
  cases: readonly SuiteCase<Harness>[],
  open: OpenHarness<Harness>,
): void => {
  describe(name, () => {
    it.each(cases.map(({ title, check }) => [title, check] as const))('%s', async (_title, check) =>
      check(await open()),
    );
  });
};

/** The titles of the cases that an implementation fails: shows that a suite can fail. */
export const failedCases = async <Harness>(
  cases: readonly SuiteCase<Harness>[],
  open: OpenHarness<Harness>,
): Promise<string[]> => {
  const failed: string[] = [];
  for (const { title, check } of cases) {
    await check(await open()).catch(() => failed.push(title));
  }
  return failed;
};
