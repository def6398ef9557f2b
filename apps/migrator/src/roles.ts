import type { Client } from 'pg';
import { scramVerifier } from './scram-verifier';
import type { MigratorSettings } from './settings';

/** One role per app; what each may do stands in the migrations, beside the tables. */
const passwordsOf = (settings: MigratorSettings): ReadonlyMap<string, string> =>
  new Map([
    ['job_scope_gateway', settings.gatewayDbPassword],
    ['job_scope_auth', settings.authDbPassword],
    ['job_scope_worker', settings.workerDbPassword],
    ['job_scope_scheduler', settings.schedulerDbPassword],
  ]);

/**
 * Makes the roles if they are not there, gives them their present passwords, and lets them, and nobody else but the
 * owner, connect. Repeating it is harmless; it is also how passwords are changed.
 */
export const ensureRoles = async (client: Client, settings: MigratorSettings): Promise<readonly string[]> => {
  const passwords = passwordsOf(settings);
  const names = [...passwords.keys()];
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
    names,
  ]);
  const existing = new Set(rows.map(({ rolname }) => rolname));
  for (const [name, password] of passwords) {
    if (!existing.has(name)) await client.query(`CREATE ROLE ${name}`);
    await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(scramVerifier(password))}`);
  }
  const database = client.escapeIdentifier(client.database ?? '');
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${names.join(', ')}`);
  return names;
};
