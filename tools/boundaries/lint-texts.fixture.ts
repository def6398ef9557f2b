import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const WORKSPACE = join(__dirname, '../..');
export const NX_RULE = '@nx/enforce-module-boundaries';

export interface LintJob {
  /** Where the text pretends to be, relative to the workspace; the file need not exist. */
  readonly filePath: string;
  readonly code: string;
  /** Options of the Nx rule to replace those of the real configuration. */
  readonly nxOptions?: Readonly<Record<string, unknown>>;
}

export interface LintMessage {
  readonly line: number;
  readonly ruleId: string | null;
  readonly messageId?: string;
  readonly message: string;
}

/** Lints through the real eslint.config.mjs; answers in the order of the jobs. */
export const lintTexts = (jobs: readonly LintJob[]): LintMessage[][] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'lint-texts.mjs')], {
    cwd: WORKSPACE,
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`linting failed: ${stderr}`);
  return JSON.parse(stdout);
};

/** One import per line, so that a message's line says which specifier it is about. */
export const importLines = (specifiers: readonly string[]): string =>
  specifiers.map((specifier) => `import '${specifier}';\n`).join('');

/** For each line of a text, what a rule reported there: its message id, or `undefined` where it is content. */
export const verdicts = (messages: readonly LintMessage[], ruleId: string, lines: number): (string | undefined)[] =>
  Array.from({ length: lines }, (_, index) => {
    const found = messages.find((message) => message.ruleId === ruleId && message.line === index + 1);
    return found && (found.messageId ?? found.message);
  });
