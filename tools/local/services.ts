import { join } from 'node:path';
import type { Database } from './database';
import type { ServiceName } from './options';
import type { Ports } from './ports';
import type { Secrets } from './secrets';

type Settings = Record<string, string>;

/** Fast, as nobody is harmed; the default for the real one is what HeadHunter bears. */
const SIMULATOR_REQUESTS_PER_SECOND = '50';

export const atHome = (port: number): string => `http://127.0.0.1:${port}`;

/** Where each service says that it is ready. */
export const readyUrl = (service: ServiceName, ports: Ports): string =>
  `${atHome(ports[`${service} management`])}/readyz`;

/** The password of each service's own database role. */
export const databasePasswords = (secrets: Secrets): Settings => ({
  GATEWAY_DB_PASSWORD: secrets.ensure('gateway-db-password'),
  AUTH_DB_PASSWORD: secrets.ensure('auth-db-password'),
  WORKER_DB_PASSWORD: secrets.ensure('worker-db-password'),
  SCHEDULER_DB_PASSWORD: secrets.ensure('scheduler-db-password'),
});

export interface World {
  readonly ports: Ports;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What each service is told; the rest it has by default or from the environment of `npm start`. */
export function serviceSettings({ ports, database, secrets, dataDir, env }: World): Record<ServiceName, Settings> {
  const passwords = databasePasswords(secrets);
  const common = (service: ServiceName, role: string): Settings => ({
    NODE_ENV: 'development',
    MANAGEMENT_PORT: String(ports[`${service} management`]),
    DATABASE_URL: database.url(`job_scope_${role}`, passwords[`${role.toUpperCase()}_DB_PASSWORD`] ?? ''),
    ...given(env, 'REDIS_URL', 'ELASTICSEARCH_URL'),
  });
  secrets.ensure('key-encryption-key', 'base64');
  return {
    'auth-service': {
      ...common('auth-service', 'auth'),
      PORT: String(ports['auth-service']),
      KEY_ENCRYPTION_KEY_FILE: secrets.path('key-encryption-key'),
    },
    'vacancy-worker': {
      ...common('vacancy-worker', 'worker'),
      ...(env['HEADHUNTER_BASE_URL'] ? {} : simulatorSettings(atHome(ports.simulator))),
    },
    scheduler: common('scheduler', 'scheduler'),
    'api-gateway': {
      ...common('api-gateway', 'gateway'),
      PORT: String(ports['api-gateway']),
      AUTH_SERVICE_URL: atHome(ports['auth-service']),
      JWKS_CACHE_FILE: join(dataDir, 'jwks.json'),
    },
  };
}

const simulatorSettings = (url: string): Settings => ({
  HEADHUNTER_BASE_URL: url,
  HEADHUNTER_USER_AGENT: 'JobScope/0.1 (local@example.com)',
  HEADHUNTER_REQUESTS_PER_SECOND: SIMULATOR_REQUESTS_PER_SECOND,
});

const given = (env: NodeJS.ProcessEnv, ...names: string[]): Settings =>
  Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));

/** Our environment without what the settings say, in either spelling: what is set there already would win. */
export function environmentWithout(settings: Settings, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const variable = (name: string) => name.replace(/_FILE$/, '');
  const told = new Set(Object.keys(settings).map(variable));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !told.has(variable(name))));
}
