import { runSql } from '@job-scope/platform-testing';
import type { Credentials, Stack } from '../stack';

export interface Account extends Credentials {
  /** As it is stored, which says with which parameters it was made. */
  readonly passwordHash: string;
}

/** New users without rights. They are copies of the superuser, whose password they share. */
export async function addAccounts({ databaseUrl, superuser }: Stack, count: number): Promise<readonly Account[]> {
  const rows = (await runSql(
    databaseUrl,
    `INSERT INTO auth.users
     SELECT (jsonb_populate_record(model, jsonb_build_object(
       'id', gen_random_uuid(), 'email', format('user-%s@example.com', number), 'superuser', false
     ))).*
     FROM auth.users AS model, generate_series(1, $2) AS number
     WHERE model.email = $1
     RETURNING email, password_hash`,
    [superuser.email, count],
  )) as { email: string; password_hash: string }[];
  return rows.map(({ email, password_hash }) => ({ email, password: superuser.password, passwordHash: password_hash }));
}
