import { Pool } from 'undici';
import type { Credentials } from '../stack';

export interface LogInClients {
  /** When each log-in so far was answered, in milliseconds since 1970. */
  readonly answeredAt: readonly number[];
  /** Rejects if one is refused. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** One client for each account, which logs in, and when it is in, logs in again. Resolves when each has once. */
export async function keepLoggingIn(gatewayUrl: string, accounts: readonly Credentials[]): Promise<LogInClients> {
  const pool = new Pool(gatewayUrl, { connections: accounts.length });
  const answeredAt: number[] = [];
  let going = true;
  const logIn = async ({ email, password }: Credentials): Promise<void> => {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password, transport: 'header' }),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`a login was answered with ${statusCode}: ${text}`);
    answeredAt.push(Date.now());
  };
  await Promise.all(accounts.map(logIn));
  const ended = Promise.all(
    accounts.map(async (account) => {
      while (going) await logIn(account);
    }),
  );
  const failed = new Promise<never>((_, reject) => void ended.catch(reject));
  // It is awaited beside the work.
  failed.catch(() => {});
  return {
    answeredAt,
    failed,
    stop: async () => {
      going = false;
      await ended;
      await pool.close();
    },
  };
}
