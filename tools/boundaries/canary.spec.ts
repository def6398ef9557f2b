import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NX_RULE, WORKSPACE, lintTexts } from './lint-texts.fixture';

const filePath = 'libs/vacancies/domain/src/canary.ts';
const code = "import '@job-scope/auth-domain';\n";

test('a known violation is red through the real configuration', () => {
  const [messages] = lintTexts([{ filePath, code }]);
  expect(messages).toContainEqual(
    expect.objectContaining({ ruleId: NX_RULE, messageId: 'onlyTagsConstraintViolation', line: 1 }),
  );
});

test('it is red from the command line even when no project graph is cached, where the Nx rule alone passes', () => {
  const emptyCache = mkdtempSync(join(tmpdir(), 'no-graph-'));
  try {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', filePath],
      {
        cwd: WORKSPACE,
        input: code,
        encoding: 'utf8',
        env: { ...process.env, NX_WORKSPACE_DATA_DIRECTORY: emptyCache },
      },
    );
    expect(stdout).toContain(NX_RULE);
    expect(status).toBe(1);
  } finally {
    rmSync(emptyCache, { recursive: true });
  }
});
