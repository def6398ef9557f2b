import { globSync } from 'node:fs';
import { WORKSPACE, importLines, lintTexts, verdicts } from './lint-texts.fixture';
import { apps } from './matrix.mjs';
import { readAliases, readProjects } from './workspace';

const SCOPE = '@job-scope/';
const RULE = 'no-restricted-imports';

/** Every entry point of the workspace: for a library with one per technology, those that exist and those named in a row. */
const entryPoints = [
  ...new Set([
    ...Object.values(apps).flat(),
    ...readAliases(WORKSPACE, readProjects(WORKSPACE)).flatMap(({ pattern, target }) => {
      const name = pattern.slice(SCOPE.length);
      if (!name.endsWith('*')) return [name];
      const [before = '', after = ''] = target.split('*');
      const found = globSync(target, { cwd: WORKSPACE });
      return found.map((file) => name.replace('*', `${`./${file}`.slice(before.length, -after.length)}`));
    }),
  ]),
].sort();

const deployables = Object.keys(apps);
/** What the tests of every app may import besides: to build fakes, to find servers, and to make a database. */
const forTests = ['auth', 'vacancies']
  .flatMap((context) => [`${context}-testing`, `${context}-infrastructure/migrations`])
  .concat('platform-nest/migrations', 'platform-testing');
const filesOf = (app: string) => [`apps/${app}/src/probe.ts`, `apps/${app}/src/probe.spec.ts`] as const;

/** For each file, the entry points that it may import, as far as the app's own row is concerned. */
const allowed = new Map<string, string[]>();

beforeAll(() => {
  const files = [...deployables, 'unlisted'].flatMap(filesOf);
  const code = importLines(entryPoints.map((entry) => `${SCOPE}${entry}`));
  lintTexts(files.map((filePath) => ({ filePath, code }))).forEach((messages, index) => {
    const seen = verdicts(messages, RULE, entryPoints.length);
    const passed = entryPoints.filter((_, line) => seen[line] === undefined);
    allowed.set(files[index] ?? '', passed);
  });
});

test.each(deployables)('%s may import the entry points of its row; its tests what tests need besides', (app) => {
  const row = apps[app] ?? [];
  const [shipped, tests] = filesOf(app);
  expect(allowed.get(shipped)).toEqual([...row].sort());
  expect(allowed.get(tests)).toEqual([...new Set([...row, ...forTests])].sort());
});

test('an app without a row may import nothing of the workspace, its tests only what tests need', () => {
  const [shipped, tests] = filesOf('unlisted');
  expect([allowed.get(shipped), allowed.get(tests)]).toEqual([[], [...forTests].sort()]);
});

test('the walls of the architecture stand in the rows', () => {
  const uses = (app: string, library: string) => (apps[app] ?? []).filter((entry) => entry.startsWith(library));
  expect(uses('api-gateway', 'auth-infrastructure')).toEqual(['auth-infrastructure/session-status']);
  expect(uses('vacancy-worker', 'auth')).toEqual([]);
  expect(uses('scheduler', 'auth')).toEqual([]);
  expect(uses('scheduler', 'vacancies-infrastructure')).toEqual([
    'vacancies-infrastructure/cron',
    'vacancies-infrastructure/postgres',
  ]);
  expect(uses('auth-service', 'vacancies')).toEqual([]);
  expect(
    Object.values(apps)
      .flat()
      .filter((entry) => /-(domain|testing)$/.test(entry)),
  ).toEqual([]);
});

test('every app of the workspace has a row', () => {
  const folders = readProjects(WORKSPACE).filter(({ layer }) => layer === 'app');
  expect(folders.map(({ name }) => name)).toEqual([...deployables].sort());
});
