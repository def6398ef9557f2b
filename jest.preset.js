const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const readJson = (file) => JSON.parse(readFileSync(join(__dirname, file), 'utf8'));

// Jest resolves `@job-scope/*` exactly as the compiler does: from the paths of tsconfig.base.json, never from a second list.
const escape = (text) => text.replaceAll(/[.+?^${}()|[\]\\/]/g, '\\$&');
const moduleNameMapper = Object.fromEntries(
  Object.entries(readJson('tsconfig.base.json').compilerOptions.paths).map(([alias, [target]]) => [
    `^${escape(alias).replace('*', '(.+)')}$`,
    join(__dirname, target.replace('*', '$1')),
  ]),
);

const { $schema, ...swcOptions } = readJson('.swcrc');

/** Shared by every project's jest.config.js. ESM-only packages need NODE_OPTIONS=--experimental-vm-modules and Node 24.9 or newer. */
module.exports = {
  testEnvironment: 'node',
  transform: { '^.+\\.[jt]s$': ['@swc/jest', { ...swcOptions, swcrc: false }] },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper,
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts'],
};
