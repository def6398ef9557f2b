import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

// Compiles and lints: a quarter of a minute each, on a busy machine many.
jest.setTimeout(300_000);

const ROOT = join(__dirname, '../../..');
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.nx', '.data', 'docs', 'e2e']);
const FOLDER = 'libs/vacancies/infrastructure/src/acme-jobs';
const WORKER = 'apps/vacancy-worker/src';
/** The files that name sources. */
const CHANGED = [
  ...['settings', 'sources', 'cli'].map((file) => `${WORKER}/${file}.ts`),
  ...['source', 'source-query'].map((file) => `libs/vacancies/domain/src/${file}.ts`),
  'tools/boundaries/matrix.mjs',
];

const execute = promisify(execFile);

describe('nx g …:source', () => {
  let copy: string;

  /** A program of the packages, in the copy; rejects with what it says when it fails. */
  const run = async (program: string, ...args: string[]): Promise<string> => {
    const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', NX_DAEMON: 'false' };
    const options = { cwd: copy, env, maxBuffer: 64 * 1024 * 1024 };
    const { stdout, stderr } = await execute(process.execPath, [`node_modules/${program}`, ...args], options).catch(
      ({ stdout = '', stderr = '' }: { stdout?: string; stderr?: string }) => {
        throw new Error(`${program} failed:\n${stdout}${stderr}`);
      },
    );
    return stdout + stderr;
  };

  const generate = (name: string) =>
    run(
      'nx/dist/bin/nx.js',
      ...['g', './tools/generators/generators.json:source', name, '--title=Acme Jobs'],
      '--baseUrl=https://api.acme.example',
    );

  const read = (path: string) => readFileSync(join(copy, path), 'utf8');

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'job-scope-generated-'));
    cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    await generate('acme-jobs');
  }, 120_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('writes what passes the suite of sources', async () => {
    const config = '--config=libs/vacancies/infrastructure/jest.config.js';
    const said = await run('jest/bin/jest.js', config, '--runInBand', FOLDER);
    expect(said).toMatch(/Tests: +\d{2,} passed, \d+ total/);
  });

  it('writes what compiles, with the worker that it is composed into', async () => {
    const include = [`${FOLDER}/**/*.ts`, ...CHANGED];
    writeFileSync(join(copy, 'tsconfig.generated.json'), JSON.stringify({ extends: './tsconfig.json', include }));
    await run('typescript/bin/tsc', '-p', 'tsconfig.generated.json');
  });

  it('writes what lints, and as it would be formatted', async () => {
    await run('eslint/bin/eslint.js', '--max-warnings=0', FOLDER, ...CHANGED);
    await run('prettier/bin/prettier.cjs', '--check', FOLDER, ...CHANGED, 'docker-compose.yml');
  });

  it('names the source wherever sources are named', () => {
    expect(read('libs/vacancies/domain/src/source.ts')).toMatch(/SOURCE_NAMES = \[[^\]]*'acme-jobs'\]/);
    expect(read(`${WORKER}/settings.ts`)).toContain(`acmeJobsBaseUrl: string = 'https://api.acme.example'`);
    expect(read(`${WORKER}/sources.ts`)).toContain('new AcmeJobsVacancySource(');
    expect(read(`${WORKER}/cli.ts`)).toContain('new AcmeJobsVacancyRemapper()');
    expect(read('docker-compose.yml')).toContain('ACME_JOBS_BASE_URL: ${ACME_JOBS_BASE_URL:-https://api.acme.example}');
  });

  it.each([
    ['acme-jobs', 'is there already'],
    ['Acme', 'name'],
  ])('refuses %s, and writes nothing', async (name, reason) => {
    const before = read(`${WORKER}/sources.ts`);
    await expect(generate(name)).rejects.toThrow(reason);
    expect(read(`${WORKER}/sources.ts`)).toBe(before);
  });
});
