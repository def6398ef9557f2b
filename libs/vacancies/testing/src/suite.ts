/** What a port promises, as data: one list is run against the fake, every real adapter, and fakes that are broken. */
export interface SuiteCase<Harness> {
  readonly title: string;
  check(harness: Harness): Promise<void>;
}

/** Makes a fresh implementation, with nothing stored, for one case. */
export type OpenHarness<Harness> = () => Promise<Harness & { close?(): Promise<void> }>;

/** Registers every case as a test of its own. A gap is the title of a case that this implementation is known to fail. */
export const describeSuite = <Harness>(
  name: string,
  cases: readonly SuiteCase<Harness>[],
  open: OpenHarness<Harness>,
  gaps: ReadonlySet<string> = new Set(),
): void => {
  const titles = new Set(cases.map(({ title }) => title));
  for (const gap of gaps) if (!titles.has(gap)) throw new Error(`no case of the suite is called «${gap}»`);
  const counted = gaps.size === 0 ? '' : ` (gaps: ${gaps.size} of ${cases.length} cases)`;
  describe(`${name}${counted}`, () => {
    for (const { title, check } of cases) {
      const register = gaps.has(title) ? it.failing : it;
      register(title, () => run(check, open));
    }
  });
};

/** The titles of the cases that an implementation fails: shows that a suite can fail. One that hangs has failed too. */
export const failedCases = async <Harness>(
  cases: readonly SuiteCase<Harness>[],
  open: OpenHarness<Harness>,
): Promise<string[]> => {
  const failed: string[] = [];
  for (const { title, check } of cases) {
    await within(PATIENCE_MS, run(check, open)).catch(() => failed.push(title));
  }
  return failed;
};

const PATIENCE_MS = 1000;

const run = async <Harness>(check: SuiteCase<Harness>['check'], open: OpenHarness<Harness>): Promise<void> => {
  const harness = await open();
  try {
    await check(harness);
  } finally {
    await harness.close?.();
  }
};

const within = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${ms} ms`)), ms);
  });
  await Promise.race([work, timeout]).finally(() => clearTimeout(timer));
};
