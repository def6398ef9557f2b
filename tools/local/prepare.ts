import { entryOf } from './build';
import { runOnce } from './run-once';
import { authSettings, databasePasswords, environmentWithout, type Ground } from './services';

const SUPERUSER_EMAIL = 'admin@example.com';
const PASSWORD_SECRET = 'superuser-password';

export interface Superuser {
  readonly email: string;
  /** Undefined when the superuser is older than our secrets: then only its owner knows. */
  readonly password: string | undefined;
  /** Its password was generated just now, and is to be shown this once. */
  readonly isNew: boolean;
  readonly passwordFile: string;
}

/** Brings the database up to date: schemas, roles, and what each may do. */
export async function migrate({ database, secrets, env }: Ground, signal: AbortSignal): Promise<void> {
  const settings = { DATABASE_URL: database.ownerUrl, ...databasePasswords(secrets) };
  // A file, so that `npm run db:migrate` finds this database too.
  const file = secrets.writeEnvironment('migrator.env', settings);
  const args = [`--env-file=${file}`, entryOf('migrator')];
  await runOnce({ what: 'The migration', args, env: environmentWithout(settings, env), signal });
}

/** Makes the first signing key and the first superuser, once. */
export async function prepareIdentity(ground: Ground, signal: AbortSignal): Promise<Superuser> {
  const settings = authSettings(ground);
  const env = { ...environmentWithout(settings, ground.env), ...settings };
  const command = (what: string, ...args: string[]) =>
    runOnce({ what, args: [entryOf('auth-service', 'cli'), ...args], env, signal });
  const [said] = await Promise.all([
    command('Making the superuser', 'superuser:create', '--email', SUPERUSER_EMAIL),
    command('Making the signing key', 'keys:ensure'),
  ]);
  const generated = /^password: (.+)$/m.exec(said)?.[1];
  const password = generated ? ground.secrets.write(PASSWORD_SECRET, generated) : ground.secrets.read(PASSWORD_SECRET);
  return {
    email: SUPERUSER_EMAIL,
    password,
    isNew: generated !== undefined,
    passwordFile: ground.secrets.path(PASSWORD_SECRET),
  };
}
