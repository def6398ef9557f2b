import type { NpmAllowance } from './matrix.mjs';

/**
 * The layer matrix once more, written by hand from the architecture: the probe compares what the gates do with this, so
 * that a slip in matrix.mjs is seen. After `+`: what only tests may import.
 */
export const EXPECTED: Readonly<Record<string, string>> = {
  kernel: '',
  contracts: 'kernel',
  domain: 'kernel',
  ports: 'kernel domain',
  application: 'kernel domain ports + testing',
  infrastructure: 'kernel domain ports contracts platform-nest + testing platform-testing',
  presentation: 'kernel application contracts platform-nest + testing platform-testing',
  client: 'kernel ports contracts platform-nest + testing platform-testing',
  testing: 'kernel domain ports',
  'platform-nest': 'kernel',
  'platform-testing': 'kernel platform-nest',
  crud: 'kernel platform-nest',
  'api-client': '',
  app:
    'kernel ports application infrastructure presentation contracts client platform-nest crud api-client' +
    ' + testing platform-testing',
  e2e: 'contracts api-client platform-testing',
  'simulator-shared': '',
  tools: 'contracts api-client platform-testing simulator-shared',
};

/** What shipped files may take from npm, and what tests may. */
export const EXPECTED_NPM: Readonly<Record<string, readonly [NpmAllowance, NpmAllowance]>> = {
  kernel: ['none', 'test'],
  contracts: ['none', 'test'],
  domain: ['none', 'test'],
  ports: ['none', 'test'],
  application: ['none', 'test'],
  infrastructure: ['runtime', 'any'],
  presentation: ['runtime', 'any'],
  client: ['runtime', 'any'],
  testing: ['test', 'test'],
  'platform-nest': ['runtime', 'any'],
  'platform-testing': ['any', 'any'],
  crud: ['runtime', 'any'],
  'api-client': ['runtime', 'any'],
  app: ['runtime', 'any'],
  e2e: ['any', 'any'],
  'simulator-shared': ['any', 'any'],
  tools: ['any', 'any'],
};
