import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isolatedCompile } from './isolated-compile';
import { NX_RULE, WORKSPACE, lintTexts } from './lint-texts.fixture';
import { layers } from './matrix.mjs';
import { type Gate, PLANTED } from './planted';
import { readProjects } from './workspace';

const DOMAIN = 'libs/vacancies/domain/src';
const fileOf = (index: number) => `${DOMAIN}/planted-${index}.ts`;
const pureProjects = readProjects(WORKSPACE).filter(({ layer }) => layers[layer]?.pure);

/** Compiles texts as the only files of the pure libraries; each error begins with the file's path. */
const compileTexts = (texts: Readonly<Record<string, string>>): string[] => {
  const workspace = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    const settings = pureProjects.map(({ root }) => `${root}/project.json`);
    for (const path of ['tsconfig.base.json', 'libs/kernel/src', ...settings]) {
      cpSync(join(WORKSPACE, path), join(workspace, path), { recursive: true });
    }
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(join(workspace, dirname(path)), { recursive: true });
      writeFileSync(join(workspace, path), `${text}\n`);
    }
    return isolatedCompile(workspace);
  } finally {
    rmSync(workspace, { recursive: true });
  }
};

/** Rules that report a planted text for its style alone. */
const STYLE = ['@typescript-eslint/no-unused-vars', 'prefer-const', 'no-console'];

test('each planted violation is seen by exactly the gates that docs/boundaries.md names', () => {
  const linted = lintTexts(PLANTED.map(({ code }, index) => ({ filePath: fileOf(index), code })));
  const compiled = compileTexts(Object.fromEntries(PLANTED.map(({ code }, index) => [fileOf(index), code])));
  const seen = PLANTED.map(({ title }, index) => {
    const rules = (linted[index] ?? []).map(({ ruleId }) => ruleId ?? 'parser').filter((rule) => !STYLE.includes(rule));
    const gates: Record<Gate, boolean> = {
      nx: rules.includes(NX_RULE),
      purity: rules.some((rule) => rule !== NX_RULE),
      compile: compiled.some((error) => error.startsWith(`${fileOf(index)}(`)),
    };
    return { title, caughtBy: Object.entries(gates).flatMap(([gate, red]) => (red ? [gate] : [])) };
  });
  expect(seen).toEqual(PLANTED.map(({ title, caughtBy }) => ({ title, caughtBy })));
});

test('every violation that the Nx rule lets through is caught by another gate', () => {
  expect(PLANTED.filter(({ caughtBy }) => !caughtBy.includes('nx')).length).toBeGreaterThan(12);
  expect(PLANTED.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
});

test('every pure project is linted for purity and compiled alone', () => {
  const files = pureProjects.map(({ root }) => `${root}/src/planted.ts`);
  const code = 'export const stop = (signal: AbortSignal) => signal.aborted;';
  const linted = lintTexts(files.map((filePath) => ({ filePath, code })));
  expect(linted.map((messages) => messages.map(({ ruleId }) => ruleId))).toEqual(files.map(() => ['no-undef']));
  const compiled = compileTexts(Object.fromEntries(files.map((file) => [file, code])));
  expect(compiled.map((error) => error.slice(0, error.indexOf('('))).sort()).toEqual([...files].sort());
});

test('clean domain code passes all three', () => {
  const clean = [
    `import { type Result, ok } from '@job-scope/kernel';`,
    `export const isPast = (at: Date, now: Date): Result<boolean> => ok(at.getTime() < now.getTime());`,
    `export const day = (iso: string) => new Date(Date.parse(iso));`,
    `export const half = (price: number) => Math.round(price / 2);`,
    `export const isDate = (value: unknown) => value instanceof Date;`,
  ].join('\n');
  expect(lintTexts([{ filePath: `${DOMAIN}/clean.ts`, code: clean }])).toEqual([[]]);
  expect(compileTexts({ [`${DOMAIN}/clean.ts`]: clean })).toEqual([]);
});
