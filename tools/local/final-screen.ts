import { relative } from 'node:path';
import { SERVICES, type Options } from './options';
import type { Superuser } from './prepare';
import { serviceArgs } from './processes';
import { atHome, mailFolder, type World } from './services';
import { SIMULATORS } from './simulators';
import { root } from './workspace';

/** What runs where, the superuser, and three lines to try. */
export function finalScreen(options: Options, world: World, superuser: Superuser): string {
  return ['', 'Job Scope runs.', '', ...places(options, world), '', ...account(superuser), ...trials(world, superuser)]
    .concat('', 'Ctrl-C stops everything.')
    .join('\n');
}

function places(options: Options, world: World): string[] {
  const { ports, database, env, dataDir } = world;
  const health = (service: (typeof SERVICES)[number]) =>
    `health and metrics at ${atHome(ports[`${service} management`])}`;
  const rows = [
    ['api-gateway', `${atHome(ports['api-gateway'])}, ${health('api-gateway')}`],
    ['auth-service', `${atHome(ports['auth-service'])}, ${health('auth-service')}`],
    ['vacancy-worker', health('vacancy-worker')],
    ['scheduler', health('scheduler')],
    ...sources(world),
    ['PostgreSQL', `127.0.0.1:${database.port}, database job_scope`],
    ['queue', env['REDIS_URL'] ? 'Redis' : 'PostgreSQL'],
    ['search', env['ELASTICSEARCH_URL'] ? 'Elasticsearch' : 'PostgreSQL'],
    ['mail', env['SMTP_URL'] ? 'sent by SMTP' : relative(root, mailFolder(world))],
    ['logs', `${relative(root, dataDir) || dataDir}/logs`],
  ];
  const byHand = options.without.map(
    (service) => `  start ${service} by: node ${serviceArgs(service, world).map(quote).join(' ')}`,
  );
  return [...rows.map(([name = '', where]) => `  ${name.padEnd(15)} ${where}`), ...byHand];
}

/** Where each source is. */
const sources = ({ env, ports }: World): string[][] =>
  SIMULATORS.map(({ source, variable }) => [
    source,
    `vacancies from ${env[variable] || `the simulator at ${atHome(ports[`${source} simulator`])}`}`,
  ]);

const account = ({ email, password, isNew, passwordFile }: Superuser): string[] =>
  isNew
    ? [`Superuser ${email}, password ${password}`, `(shown only now; kept in ${passwordFile})`, '']
    : [`Superuser ${email}, password in ${passwordFile}`, ''];

/** Each works as it stands, in any folder, in a POSIX shell; the third needs the second. */
function trials({ ports }: World, { email, passwordFile }: Superuser): string[] {
  const url = atHome(ports['api-gateway']);
  const json = `-H 'content-type: application/json'`;
  const login = `{"email":"${email}","password":"'"$(cat ${quote(passwordFile)})"'","transport":"header"}`;
  return [
    'Search without a login, log in, and have more collected; the other sources are asked by their names:',
    '',
    `  curl -s -G ${url}/api/v1/vacancies/search -d limit=3 --data-urlencode 'text=разработчик'`,
    '',
    `  TOKEN=$(curl -s ${url}/api/v1/auth/login ${json} -d '${login}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')`,
    '',
    `  curl -s ${url}/api/v1/collections -H "authorization: Bearer $TOKEN" -H "idempotency-key: $(date +%s)" ${json} -d '{"source":"headhunter","query":{"text":"node.js"}}'`,
  ];
}

const quote = (text: string): string => (/^[\w./=:-]+$/.test(text) ? text : `'${text.replaceAll(`'`, `'\\''`)}'`);
