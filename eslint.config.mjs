import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import tseslint from 'typescript-eslint';
import { depConstraints } from './tools/boundaries/constraints.mjs';
import { apps, contexts, layers, testFiles } from './tools/boundaries/matrix.mjs';
import { impureSyntax, purityRules } from './tools/boundaries/purity.mjs';
import * as ban from './tools/boundaries/restrictions.mjs';

// Without a project graph the Nx rule lets everything pass in silence, so there is no linting without one.
try {
  readCachedProjectGraph();
} catch {
  await createProjectGraphAsync({ exitOnError: false });
}

const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const boundaries = (tests) => [
  'error',
  {
    allow: [],
    banTransitiveDependencies: true,
    depConstraints: depConstraints({ devPackages: Object.keys(devDependencies), tests }),
  },
];

const typescript = '**/*.{ts,tsx,mts,cts}';
const filesOf = (row) => `${row.at}/${typescript}`;
const rows = Object.values(layers);
const pureFiles = rows.filter((row) => row.pure).map(filesOf);
const developmentFiles = rows.filter((row) => row.npm === 'any').map(filesOf);
const configuredFiles = ['infrastructure', 'presentation', 'client', 'app'].map((layer) => filesOf(layers[layer]));
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: patterns.flat() }] });
const syntax = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors.flat()] });
const shippedSyntax = [...ban.hiddenImports, ...ban.createRequire];
const pureSyntax = [...shippedSyntax, ...impureSyntax];
const appFolders = ['*', ...Object.keys(apps)];
const forTests = [
  ...contexts.flatMap((context) => [`${context}-testing`, `${context}-infrastructure/migrations`]),
  'platform-nest/migrations',
  'platform-testing',
];

export default defineConfig(
  globalIgnores(['**/node_modules', 'dist', 'coverage', 'tmp', '.nx', '.data', 'libs/api-client/src/generated']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [...Object.getOwnPropertyNames(globalThis), '__dirname'].map((name) => [name, false]),
      ),
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  { files: [typescript], extends: [tseslint.configs.recommended] },
  prettier,
  {
    files: [typescript, '**/*.{js,mjs,cjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(false),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 200 }],
    },
  },
  {
    files: [typescript],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      ...imports(ban.deepImports, ban.testFileImports),
      ...syntax(shippedSyntax),
    },
  },
  { files: developmentFiles, rules: syntax(ban.hiddenImports) },
  { files: configuredFiles, ignores: testFiles, rules: { 'no-restricted-properties': ['error', ...ban.environment] } },
  { files: [`apps/${typescript}`, `libs/${typescript}`], rules: { 'no-console': 'error' } },
  {
    files: pureFiles,
    ignores: testFiles,
    languageOptions: { parserOptions: { lib: ['es2023'] } },
    rules: {
      ...purityRules,
      ...imports(ban.deepImports, ban.testFileImports, ban.foreignImports),
      ...syntax(pureSyntax),
    },
  },
  { files: [filesOf(layers.application)], rules: syntax(pureSyntax, ban.domainReExports) },
  {
    files: [`${layers.application.at}/**/*.{use-case,query}.ts`],
    rules: { 'max-classes-per-file': ['error', 1], ...syntax(pureSyntax, ban.domainReExports, ban.useCaseShape) },
  },
  ...appFolders.map((app) => ({
    files: [`apps/${app}/${typescript}`],
    rules: imports(ban.deepImports, ban.testFileImports, ban.outsideAppRow(app)),
  })),
  {
    files: testFiles,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(true),
      'max-lines': 'off',
      ...imports(ban.deepImports),
      ...syntax(ban.hiddenImports, ban.focusedTests),
    },
  },
  { files: ['**/*.suite.ts'], rules: syntax(ban.hiddenImports, ban.focusedTests) },
  ...appFolders.map((app) => ({
    files: testFiles.map((glob) => `apps/${app}/${glob}`),
    rules: imports(ban.deepImports, ban.outsideAppRow(app, forTests)),
  })),
);
