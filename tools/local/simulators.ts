import type { Options } from './options';

export type SimulatedSource = 'headhunter' | 'trudvsem' | 'greenhouse';

interface Simulator {
  readonly source: SimulatedSource;
  /** What names the real source; with it there is no simulator. */
  readonly variable: string;
  args(options: Options): readonly string[];
  /** What the worker is told besides the address. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Fast, as nobody is harmed; the defaults are what the real sources bear. */
const REQUESTS_PER_SECOND = '50';
/** Each new vacancy is asked for alone. */
const MANY_REQUESTS_PER_SECOND = '500';
/** Enough to see how they differ; the first source has the many. */
const FEW = '500';
/** The first of those that the simulator makes up. */
const BOARDS = ['quietlantern', 'ringingskyline', 'mossyiron'];

export const SIMULATORS: readonly Simulator[] = [
  {
    source: 'headhunter',
    variable: 'HEADHUNTER_BASE_URL',
    // A file of the user's, or as many vacancies as asked for, all within reach of one search.
    args: ({ vacancies, data }) => [
      ...(data === undefined ? ['--size', String(vacancies)] : ['--data', data]),
      ...['--depth-limit', String(Number.MAX_SAFE_INTEGER)],
    ],
    settings: {
      HEADHUNTER_USER_AGENT: 'JobScope/0.1 (local@example.com)',
      HEADHUNTER_REQUESTS_PER_SECOND: MANY_REQUESTS_PER_SECOND,
    },
  },
  {
    source: 'trudvsem',
    variable: 'TRUDVSEM_BASE_URL',
    args: () => ['--size', FEW],
    settings: { TRUDVSEM_REQUESTS_PER_SECOND: REQUESTS_PER_SECOND },
  },
  {
    source: 'greenhouse',
    variable: 'GREENHOUSE_BASE_URL',
    args: () => ['--size', FEW, '--boards', String(BOARDS.length)],
    settings: { GREENHOUSE_BOARDS: BOARDS.join(','), GREENHOUSE_REQUESTS_PER_SECOND: REQUESTS_PER_SECOND },
  },
];

/** Those that are wanted: each source is simulated for which no real one is set. */
export const simulatorsFor = (env: NodeJS.ProcessEnv): readonly Simulator[] =>
  SIMULATORS.filter(({ variable }) => !env[variable]);
