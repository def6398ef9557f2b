/**
 * Lints texts as if they were files of the workspace, through the real configuration. Runs as a process of its own,
 * because ESLint loads its configuration by import(), which Jest would send through its own module registry.
 *
 * stdin: a list of jobs { filePath, code, nxOptions? }; stdout: the messages of each job, in order.
 * `nxOptions` replaces options of the Nx rule.
 */
import { text } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';

const NX_RULE = '@nx/enforce-module-boundaries';
const jobs = JSON.parse(await text(process.stdin));
await createProjectGraphAsync({ exitOnError: false });
const real = new ESLint();

const linterFor = async ({ filePath, nxOptions }) => {
  if (!nxOptions) return real;
  const [severity, options] = (await real.calculateConfigForFile(filePath)).rules[NX_RULE];
  return new ESLint({ overrideConfig: { rules: { [NX_RULE]: [severity, { ...options, ...nxOptions }] } } });
};

const results = [];
for (const job of jobs) {
  const linter = await linterFor(job);
  const [result] = await linter.lintText(job.code, { filePath: job.filePath });
  results.push(result.messages.map(({ line, ruleId, messageId, message }) => ({ line, ruleId, messageId, message })));
}
process.stdout.write(JSON.stringify(results));
