import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import options from './esbuild.config.cjs';

const root = join(__dirname, '../..');
const PAGE = join(root, 'docs/settings.md');
const BUNDLE = join(root, 'dist/settings.js');

/** What `describeSettings` of platform-nest says of one variable. */
interface SettingRow {
  readonly variable: string;
  readonly default?: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly description: string;
}

interface AppSettings {
  readonly app: string;
  readonly rows: readonly SettingRow[];
}

const HEAD = `# Settings

Generated from the settings class of each app (\`npm run docs:generate\`); do not edit.

Settings are environment variables. For each \`X\` there is \`X_FILE\`, the path of a file that holds the value: meant for
secrets. An empty value counts as not set. What is wrong or missing ends the app with exit code 1 and a line for each variable:
what it got, and what it wants.
`;

/** Asks the settings classes themselves. They belong to the apps, which no tool may import, so they are bundled like them. */
async function readSettings(): Promise<readonly AppSettings[]> {
  const apps = globSync('apps/*/src/settings.ts', { cwd: root })
    .sort()
    .map((file) => file.split('/')[1] ?? '');
  const contents = [
    `import { describeSettings } from '@job-scope/platform-nest';`,
    ...apps.map((app, index) => `import * as app${index} from './apps/${app}/src/settings';`),
    `const classOf = (module) => Object.entries(module).find(([name]) => name.endsWith('Settings'))[1];`,
    `const describe = (module) => describeSettings(classOf(module));`,
    `const settings = [${apps.map((app, index) => `{ app: '${app}', rows: describe(app${index}) }`)}];`,
    `process.stdout.write(JSON.stringify(settings));`,
  ].join('\n');
  await build({
    ...options,
    stdin: { contents, resolveDir: root },
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    tsconfig: join(root, 'tsconfig.json'),
  });
  return JSON.parse(execFileSync(process.execPath, [BUNDLE], { encoding: 'utf8' })) as readonly AppSettings[];
}

const valueOf = ({ default: value, required }: SettingRow): string =>
  required ? '**required**' : value === undefined ? 'not set' : value === '' ? 'empty' : `\`${value}\``;

const tableOf = ({ app, rows }: AppSettings): string =>
  [
    `## ${app}`,
    '',
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...rows.map(
      (row) => `| \`${row.variable}\` | ${valueOf(row)} | ${row.description}${row.secret ? ' (secret)' : ''} |`,
    ),
    '',
  ].join('\n');

/** The page `docs/settings.md`. */
export async function settingsPage(): Promise<string> {
  const text = [HEAD, ...(await readSettings()).map(tableOf)].join('\n');
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

if (require.main === module) void settingsPage().then((page) => writeFile(PAGE, page));
