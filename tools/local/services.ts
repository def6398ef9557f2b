import { join } from 'node:path';
import type { Database } from './database';
import type { ServiceName } from './options';
import type { Ports } from './ports';
import type { Secrets } from './secrets';
import { simulatorsFor } from './simulators';

type Settings = Record<string, string>;

export const atHome = (port: number): string => `http://127.0.0.1:${port}`;

/** Where each service says that it is ready. */
export const readyUrl = (service: ServiceName, ports: Ports): string =>
  `${atHome(ports[`${service} management`])}/readyz`;

const databasePassword = (role: string, secrets: Secrets): string => secrets.ensure(`${role}-db-password`);

/** The passwords of the services' database roles, as the migrator wants them. */
export const databasePasswords = (secrets: Secrets): Settings =>
  Object.fromEntries(
    Object.values(ROLES).map((role) => [`${role.toUpperCase()}_DB_PASSWORD`, databasePassword(role, secrets)]),
  );

/** What there is before anything listens. */
export interface Ground {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface World extends Ground {
  readonly ports: Ports;
}

const ROLES = { 'api-gateway': 'gateway', 'auth-service': 'auth', 'vacancy-worker': 'worker', scheduler: 'scheduler' };

function basics(service: ServiceName, { database, secrets, env }: Ground): Settings {
  const role = ROLES[service];
  return {
    NODE_ENV: 'development',
    DATABASE_URL: database.url(`job_scope_${role}`, databasePassword(role, secrets)),
    ...given(env, 'REDIS_URL', 'ELASTICSEARCH_URL'),
  };
}

/** Where mails go that would be sent, when no mail server is set. */
export const mailFolder = ({ dataDir }: Pick<Ground, 'dataDir'>): string => join(dataDir, 'mail');

/** Where the files are that workers make. */
const mediaFolder = ({ dataDir }: Pick<Ground, 'dataDir'>): string => join(dataDir, 'media');

/** A mail server is told to the services by the environment of `npm start`. */
const mailSettings = (ground: Pick<Ground, 'dataDir' | 'env'>): Settings =>
  ground.env['SMTP_URL'] ? {} : { MAIL_FOLDER: mailFolder(ground) };

/** What auth-service and its commands need to know alike. */
export function authSettings(ground: Ground): Settings {
  ground.secrets.ensure('key-encryption-key', 'base64');
  return {
    ...basics('auth-service', ground),
    KEY_ENCRYPTION_KEY_FILE: ground.secrets.path('key-encryption-key'),
    ...mailSettings(ground),
  };
}

/** What each service is told; the rest it has by default or from the environment of `npm start`. */
export function serviceSettings(world: World): Record<ServiceName, Settings> {
  const { ports, dataDir, env } = world;
  world.secrets.ensure('export-link-secret');
  const management = (service: ServiceName) => ({ MANAGEMENT_PORT: String(ports[`${service} management`]) });
  return {
    'auth-service': {
      ...authSettings(world),
      ...management('auth-service'),
      PORT: String(ports['auth-service']),
      PUBLIC_URL: atHome(ports['api-gateway']),
    },
    'vacancy-worker': {
      ...basics('vacancy-worker', world),
      ...management('vacancy-worker'),
      ...mailSettings(world),
      PUBLIC_URL: atHome(ports['api-gateway']),
      ...simulatorSettings(world),
      MEDIA_DIR: mediaFolder(world),
    },
    scheduler: { ...basics('scheduler', world), ...management('scheduler'), ...schedule(env) },
    'api-gateway': {
      ...basics('api-gateway', world),
      ...management('api-gateway'),
      PORT: String(ports['api-gateway']),
      AUTH_SERVICE_URL: atHome(ports['auth-service']),
      JWKS_CACHE_FILE: join(dataDir, 'jwks.json'),
      MEDIA_DIR: mediaFolder(world),
      EXPORT_LINK_SECRET_FILE: world.secrets.path('export-link-secret'),
    },
  };
}

/** From a real source nothing is collected unasked; the schedule that the scheduler makes by itself asks for everything. */
const schedule = (env: NodeJS.ProcessEnv): Settings =>
  env['HEADHUNTER_BASE_URL'] && !env['DEFAULT_SCHEDULE_CRON'] ? { DEFAULT_SCHEDULE_CRON: 'none' } : {};

const simulatorSettings = ({ env, ports }: World): Settings =>
  Object.assign(
    {},
    ...simulatorsFor(env).map(({ source, variable, settings }) => ({
      [variable]: atHome(ports[`${source} simulator`]),
      ...settings,
    })),
  );

const given = (env: NodeJS.ProcessEnv, ...names: string[]): Settings =>
  Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));

/** Our environment without what the settings say, in either spelling: what is set there already would win. */
export function environmentWithout(settings: Settings, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const variable = (name: string) => name.replace(/_FILE$/, '');
  const told = new Set(Object.keys(settings).map(variable));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !told.has(variable(name))));
}
