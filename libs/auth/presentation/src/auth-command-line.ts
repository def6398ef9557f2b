import { CreateSuperuser, EnsureSigningKey, RotateSigningKeys } from '@job-scope/auth-application';
import { parseArgs } from 'node:util';

const USAGE = `usage:
  superuser:create --email ADDRESS   make a superuser and show the password, once
  keys:ensure                        make the first signing key, if there is none
  keys:rotate                        publish a new signing key; it takes over by itself
`;

export interface CommandOutput {
  write(text: string): unknown;
}

/** What an operator may do at the command line, besides what users do over HTTP. */
export class AuthCommandLine {
  constructor(
    private readonly createSuperuser: CreateSuperuser,
    private readonly ensureSigningKey: EnsureSigningKey,
    private readonly rotateSigningKeys: RotateSigningKeys,
    private readonly out: CommandOutput,
    private readonly errors: CommandOutput,
  ) {}

  /** Returns the exit code: 0 done (or nothing to do), 1 failed, 2 not understood. */
  async run(args: readonly string[]): Promise<0 | 1 | 2> {
    const { name, email } = parse(args);
    if (name === 'superuser:create' && email !== undefined) return this.superuser(email);
    if (name === 'keys:ensure') return this.ensureKey();
    if (name === 'keys:rotate') return this.rotateKeys();
    this.errors.write(USAGE);
    return 2;
  }

  private async superuser(email: string): Promise<0 | 1> {
    const result = await this.createSuperuser.execute(email);
    if (!result.ok) return this.fail(`${email}: ${result.error.fields?.map(({ message }) => message).join(', ')}`);
    const { value } = result;
    this.out.write(
      value.created
        ? `superuser ${value.email} created\npassword: ${value.password}\n`
        : `user ${value.email} exists and is left unchanged\n`,
    );
    return 0;
  }

  private async ensureKey(): Promise<0> {
    const { created } = await this.ensureSigningKey.execute();
    this.out.write(created ? 'first signing key created\n' : 'a signing key exists\n');
    return 0;
  }

  private async rotateKeys(): Promise<0 | 1> {
    const result = await this.rotateSigningKeys.execute();
    if (!result.ok) return this.fail('there is no signing key to replace yet: run keys:ensure');
    const { kid, signFrom } = result.value;
    this.out.write(`signing key ${kid} is published, and signs from ${signFrom.toISOString()} on\n`);
    return 0;
  }

  private fail(reason: string): 1 {
    this.errors.write(`${reason}\n`);
    return 1;
  }
}

interface Command {
  readonly name?: string;
  readonly email?: string;
}

/** Without a name if it cannot be understood. */
const parse = (args: readonly string[]): Command => {
  try {
    const options = { email: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [name, ...rest] = positionals;
    return rest.length === 0 ? { name, email: values.email } : {};
  } catch {
    return {};
  }
};
