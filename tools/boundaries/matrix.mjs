/**
 * The layer matrix: the only place that says who may import what. ESLint, the isolated compile, docs/boundaries.md and
 * the tests of the gates all read it. A new library needs its folder to match `at` here, and the same words as tags.
 */

/** Bounded contexts. They never import each other; only apps compose them. */
export const contexts = ['auth', 'vacancies'];

/**
 * `at`           where the layer lives; `*` is a context (in `apps/*` and `tools/**` any folder)
 * `imports`      layers it may import, within its own context
 * `testImports`  layers its test files may import besides (none if absent)
 * `npm`          `none`, `test` (testPackages only), `runtime` (dependencies, not devDependencies) or `any`
 * `pure`         no Node, no ambient input, time or randomness; compiles alone
 */
export const layers = {
  kernel: { at: 'libs/kernel', imports: [], npm: 'none', pure: true },
  contracts: { at: 'libs/*/contracts', imports: ['kernel'], npm: 'none', pure: true },
  domain: { at: 'libs/*/domain', imports: ['kernel'], npm: 'none', pure: true },
  ports: { at: 'libs/*/ports', imports: ['kernel', 'domain'], npm: 'none', pure: true },
  application: {
    at: 'libs/*/application',
    imports: ['kernel', 'domain', 'ports'],
    testImports: ['testing'],
    npm: 'none',
    pure: true,
  },
  infrastructure: {
    at: 'libs/*/infrastructure',
    imports: ['kernel', 'domain', 'ports', 'contracts', 'platform-nest'],
    testImports: ['testing', 'platform-testing'],
    npm: 'runtime',
  },
  presentation: {
    at: 'libs/*/presentation',
    imports: ['kernel', 'application', 'contracts', 'platform-nest'],
    testImports: ['testing', 'platform-testing'],
    npm: 'runtime',
  },
  client: {
    at: 'libs/*/client',
    imports: ['kernel', 'ports', 'contracts', 'platform-nest'],
    testImports: ['testing', 'platform-testing'],
    npm: 'runtime',
  },
  testing: { at: 'libs/*/testing', imports: ['kernel', 'domain', 'ports'], npm: 'test' },
  'platform-nest': { at: 'libs/platform/nest', imports: ['kernel'], npm: 'runtime' },
  'platform-testing': {
    at: 'libs/platform/testing',
    imports: ['kernel', 'platform-nest'],

    npm: 'any',
  },
  crud: { at: 'libs/crud', imports: ['kernel', 'platform-nest'], npm: 'runtime' },
  'api-client': { at: 'libs/api-client', imports: [], npm: 'runtime' },
  app: {
    at: 'apps/*',
    imports: [
      'kernel',
      'ports',
      'application',
      'infrastructure',
      'presentation',
      'contracts',
      'client',
      'platform-nest',
      'crud',
      'api-client',
    ],
    testImports: ['testing', 'platform-testing'],
    npm: 'runtime',
  },
  e2e: {
    at: 'e2e',
    imports: ['contracts', 'api-client', 'platform-testing'],

    npm: 'any',
  },
  'simulator-shared': { at: 'tools/simulators/shared', imports: [], npm: 'any' },
  tools: {
    at: 'tools/**',
    imports: ['contracts', 'api-client', 'platform-testing', 'simulator-shared'],

    npm: 'any',
  },
};

/** Per app: every entry point (`@job-scope/…`) it may import itself. An app that is not listed may import none. */
export const apps = {
  'api-gateway': [
    'kernel',
    'platform-nest',
    'platform-nest/openapi',
    'auth-client',
    'auth-ports',
    'auth-infrastructure/session-status',
    'vacancies-application',
    'vacancies-ports',
    'vacancies-presentation/cli',
    'vacancies-presentation/http',
    'vacancies-infrastructure/bullmq',
    'vacancies-infrastructure/cron',
    'vacancies-infrastructure/elasticsearch',
    'vacancies-infrastructure/html',
    'vacancies-infrastructure/node',
    'vacancies-infrastructure/postgres',
    'vacancies-infrastructure/postgres-search',
    'vacancies-infrastructure/queue-board',
    'vacancies-infrastructure/redis',
    'vacancies-infrastructure/search-engines',
  ],
  'auth-service': [
    'kernel',
    'platform-nest',
    'platform-nest/mail',
    'auth-application',
    'auth-client',
    'auth-contracts',
    'auth-ports',
    'auth-presentation',
    'auth-infrastructure/argon2',
    'auth-infrastructure/jwt',
    'auth-infrastructure/mail',
    'auth-infrastructure/postgres',
    'auth-infrastructure/redis',
    'auth-infrastructure/session-status',
  ],
  'vacancy-worker': [
    'kernel',
    'platform-nest',
    'platform-nest/mail',
    'vacancies-application',
    'vacancies-ports',
    'vacancies-presentation/cli',
    'vacancies-presentation/worker',
    'vacancies-infrastructure/bullmq',
    'vacancies-infrastructure/elasticsearch',
    'vacancies-infrastructure/greenhouse',
    'vacancies-infrastructure/headhunter',
    'vacancies-infrastructure/mail',
    'vacancies-infrastructure/node',
    'vacancies-infrastructure/postgres',
    'vacancies-infrastructure/postgres-search',
    'vacancies-infrastructure/search-engines',
    'vacancies-infrastructure/redis',
    'vacancies-infrastructure/trudvsem',
  ],
  scheduler: [
    'kernel',
    'platform-nest',
    'vacancies-application',
    'vacancies-ports',
    'vacancies-presentation/scheduler',
    'vacancies-infrastructure/cron',
    'vacancies-infrastructure/postgres',
  ],
  migrator: [
    'platform-nest',
    'platform-nest/migrations',
    'auth-infrastructure/migrations',
    'vacancies-infrastructure/bullmq',
    'vacancies-infrastructure/migrations',
  ],
};

/** Packages that the testing libraries and the tests of npm-free layers may use. */
export const testPackages = ['fast-check'];

/** Files that run only in tests; `*.fixture.ts` is what several specs of one folder share. */
export const testFiles = ['**/*.{spec,int-spec,e2e-spec,full-spec,fixture}.ts'];
