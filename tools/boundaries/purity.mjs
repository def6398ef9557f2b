/**
 * Lint rules of pure layers. `no-undef` over the globals of ES2023 alone is an allow list: whatever the language itself
 * does not define (process, fetch, Buffer, URL, setTimeout, AbortSignal…) does not exist there.
 */

const ambient = 'is ambient input: take it through a port';
const timeZone = 'depends on the machine: work in UTC';
const inLocalTime = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const ofThisMachine = [
  ...inLocalTime.flatMap((part) => [`get${part}`, `set${part}`]),
  ...['getTimezoneOffset', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
];

/** Syntax that no pure layer may contain. */
export const impureSyntax = [
  { selector: 'ImportExpression', message: 'A pure layer names all it needs in static imports.' },
  { selector: 'MetaProperty[meta.name="import"]', message: 'import.meta tells about the machine.' },
  { selector: 'Decorator', message: 'A pure layer knows no framework: no decorators.' },
  {
    selector: ':matches(VariableDeclaration, TSDeclareFunction, TSModuleDeclaration, ClassDeclaration)[declare=true]',
    message: 'A declared ambient value hides a dependency from the compiler.',
  },
  {
    selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
    message: 'State of a module outlives every use case: keep it in an object.',
  },
  {
    selector: [
      'Identifier[name="Date"]',
      ':not(NewExpression[arguments.length>0]:not([arguments.0.type="SpreadElement"]) > .callee)',
      ':not(MemberExpression[computed=false][property.name=/^(parse|UTC)$/] > .object)',
      ':not(BinaryExpression[operator="instanceof"] > .right)',
      ':not(TSTypeReference > *)',
    ].join(''),
    message: 'The current time comes from the Clock port; only `new Date(value)`, Date.parse and Date.UTC are pure.',
  },
  {
    selector: 'Identifier[name="Math"]:not(MemberExpression[computed=false] > .object)',
    message: 'Name the function: an aliased Math hides Math.random.',
  },
];

/** The other rules of a pure layer; `no-restricted-imports` and `no-restricted-syntax` are assembled in eslint.config.mjs. */
export const purityRules = {
  'no-undef': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-restricted-globals': [
    'error',
    ...['globalThis', 'Function', 'eval', 'Intl'].map((name) => ({ name, message: `${name} ${ambient}.` })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: `Randomness ${ambient}.` },
    { property: 'constructor', message: 'Reaches Function, and with it every global.' },
    ...ofThisMachine.map((property) => ({ property, message: `${property} ${timeZone}.` })),
  ],
  '@typescript-eslint/triple-slash-reference': ['error', { lib: 'never', path: 'never', types: 'never' }],
};
