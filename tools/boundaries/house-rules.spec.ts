import { lintTexts } from './lint-texts.fixture';

const USE_CASE = 'libs/vacancies/application/src/probe.use-case.ts';
const SPEC = 'libs/vacancies/domain/src/probe.spec.ts';

/** File, text, and the rules that must report it. */
const CASES: readonly (readonly [title: string, filePath: string, code: string, ...rules: string[]])[] = [
  [
    'a use case',
    USE_CASE,
    'export class A { constructor(private readonly b: number) {} execute() { return this.c(); } private c() { return this.b; } }',
  ],
  ['a use case without execute', USE_CASE, 'export class A { private run() {} }', 'no-restricted-syntax'],
  ['a second public method', USE_CASE, 'export class A { execute() {} run() {} }', 'no-restricted-syntax'],
  ['a public field', USE_CASE, 'export class A { count = 0; execute() {} }', 'no-restricted-syntax'],
  [
    'a second class',
    USE_CASE,
    'export class A { execute() {} }\nexport class B { execute() {} }',
    'max-classes-per-file',
  ],
  [
    'a domain type passed on',
    USE_CASE.replace('probe.use-case', 'index'),
    "export type { Vacancy } from '@job-scope/vacancies-domain';",
    'no-restricted-syntax',
  ],
  ['a test', SPEC, "import fc from 'fast-check';\ntest('a', () => expect(fc).toBeDefined());"],
  ['a focused test', SPEC, "test.only('a', () => undefined);", 'no-restricted-syntax'],
  ['a focused table', SPEC, "describe.only.each([1])('a', () => undefined);", 'no-restricted-syntax'],
  ['a focused test by its short name', SPEC, "fit('a', () => undefined);", 'no-restricted-syntax'],
  ['a skipped test', SPEC, "it.skip('a', () => undefined);", 'no-restricted-syntax'],
  [
    'a focused test in a suite',
    'libs/auth/testing/src/probe.suite.ts',
    "it.only('a', () => undefined);",
    'no-restricted-syntax',
  ],
  [
    'the environment in an adapter',
    'libs/auth/client/src/probe.ts',
    "export const url = process.env['URL'];",
    'no-restricted-properties',
  ],
  ['the environment in a test', 'libs/auth/client/src/probe.int-spec.ts', "export const url = process.env['URL'];"],
  [
    'createRequire in an app',
    'apps/scheduler/src/probe.ts',
    "export { createRequire } from 'node:module';",
    'no-restricted-syntax',
  ],
  ['createRequire in a tool', 'tools/boundaries/probe.ts', "export { createRequire } from 'node:module';"],
  ['200 lines', 'apps/scheduler/src/probe.ts', 'export {};\n'.repeat(200)],
  ['201 lines', 'apps/scheduler/src/probe.ts', 'export {};\n'.repeat(201), 'max-lines'],
  ['a long test', SPEC, 'void 0;\n'.repeat(300)],
  ['a rule switched off inline', 'apps/scheduler/src/probe.ts', '/* eslint-disable */\nconsole.log(1);', 'no-console'],
  [
    'a silenced compiler',
    'apps/scheduler/src/probe.ts',
    '// @ts-ignore\nexport {};',
    '@typescript-eslint/ban-ts-comment',
  ],
  [
    'shipped code that reaches into a test',
    'apps/scheduler/src/probe.ts',
    "export * from './a.fixture';",
    'no-restricted-imports',
  ],
  [
    'a file behind an entry point',
    'libs/auth/client/src/probe.ts',
    "export * from '@job-scope/auth-infrastructure/postgres/user';",
    'no-restricted-imports',
  ],
  [
    'a workspace library, imported late',
    'apps/scheduler/src/probe.ts',
    "export const a = async () => import('@job-scope/kernel');",
    'no-restricted-syntax',
  ],
];

let results: ReturnType<typeof lintTexts>;
beforeAll(() => {
  results = lintTexts(CASES.map(([, filePath, code]) => ({ filePath, code })));
});

test.each(CASES.map(([title, filePath, code, ...rules], index) => ({ title, index, rules, filePath, code })))(
  '$title',
  ({ index, rules }) => {
    const reported = (results[index] ?? [])
      .map(({ ruleId }) => ruleId)
      .filter((rule) => rule && !rule.startsWith('@nx/'));
    expect([...new Set(reported)]).toEqual(rules);
  },
);
