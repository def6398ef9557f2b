import { apps } from './matrix.mjs';

/** Ways to name a module that `@nx/enforce-module-boundaries` does not see; forbidden in all TypeScript. */
export const hiddenImports = [
  { selector: 'TSImportType', message: 'Import types at the top of the file, where the boundary rules see them.' },
  { selector: 'TSImportEqualsDeclaration', message: 'Use an ES import: the boundary rules do not see this one.' },
  { selector: 'ImportExpression[source.type!="Literal"]', message: 'A computed import escapes the boundary rules.' },
  {
    selector: 'ImportExpression[source.value=/^@job-scope/]',
    message: 'Import workspace libraries statically: which app needs what is part of the matrix.',
  },
];

/** Besides, in what is shipped. Development code may look for a program inside an installed package with it. */
export const createRequire = [
  { selector: 'Identifier[name="createRequire"]', message: 'createRequire escapes the boundary rules.' },
];

/** Shipped code gets its settings handed in, validated; only platform/nest reads them. */
export const environment = [
  { object: 'process', property: 'env', message: 'Settings are read once, by loadSettings of platform-nest.' },
];

/** `no-restricted-imports` patterns for all TypeScript. */
export const deepImports = [
  {
    regex: '^@job-scope/[^/]+/[^/]+/',
    message: 'Import the entry point (see tsconfig.base.json), not a file behind it.',
  },
];

/** Shipped code must not reach through a test file to what only tests may import. */
export const testFileImports = [
  { regex: String.raw`\.(spec|int-spec|e2e-spec|full-spec|fixture)$`, message: 'Only tests may import test files.' },
];

/** Pure layers import relative files and workspace libraries: no npm package and no Node built-in. */
export const foreignImports = [
  { regex: String.raw`^(?!\.{1,2}(/|$)|@job-scope/)`, message: 'A pure layer imports no package and no Node module.' },
];

/**
 * `no-restricted-imports` pattern of one app: the entry points of its row and nothing else of the workspace.
 *
 * @param {string} app project name
 * @param {string[]} also further entry points, for its tests
 */
export const outsideAppRow = (app, also = []) => [
  {
    regex: `^@job-scope/(?!(${[...(apps[app] ?? []), ...also].join('|')})$)`,
    message: `Not in the row of ${app} in tools/boundaries/matrix.mjs.`,
  },
];

/** A use case: one class with one public method, `execute`. */
export const useCaseShape = [
  {
    selector: 'ClassDeclaration:not(:has(MethodDefinition[key.name="execute"]))',
    message: 'A use case has a public method `execute`.',
  },
  {
    selector:
      'ClassBody > :matches(MethodDefinition[kind!="constructor"], PropertyDefinition):not([accessibility=/private|protected/]):not([key.type="PrivateIdentifier"]):not([key.name="execute"])',
    message: 'A use case has one public member, `execute`.',
  },
  { selector: 'MethodDefinition[static=true]', message: 'A use case is an object: no static members.' },
];

/** Application speaks its own types: what presentation sees of the domain is decided here, not passed on. */
export const domainReExports = [
  {
    selector: ':matches(ExportAllDeclaration, ExportNamedDeclaration)[source.value=/^@job-scope\\/[a-z]+-domain$/]',
    message: 'Application must not re-export domain types: declare what the use case returns.',
  },
  {
    selector: 'ExportNamedDeclaration[source=null][specifiers.length>0]',
    message: 'Export at the declaration, so that nothing imported is passed on unseen.',
  },
];

/** A focused test silently turns all others off; a skipped one is forgotten. */
export const focusedTests = [
  {
    selector:
      'MemberExpression[property.name=/^(only|skip|todo|failing)$/]:matches([object.name=/^(describe|it|test)$/], [object.object.name=/^(describe|it|test)$/])',
    message: 'No focused or skipped tests.',
  },
  { selector: 'CallExpression[callee.name=/^([fx](it|describe)|xtest)$/]', message: 'No focused or skipped tests.' },
];
