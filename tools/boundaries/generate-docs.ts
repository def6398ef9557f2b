import { writeFileSync } from 'node:fs';
import { apps, layers, testFiles, testPackages } from './matrix.mjs';
import { type Gate, PLANTED } from './planted';

const code = (name: string) => `\`${name}\``;
const list = (names: readonly string[] = []) => names.map(code).join(', ') || '—';

/** A Markdown table with aligned columns, as Prettier writes it. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};

const NPM = {
  none: 'none',
  test: list(testPackages),
  runtime: 'any of `dependencies`',
  any: 'any',
} as const;

const layerTable = table(
  ['layer', 'folder', 'may import', 'its tests also', 'npm', 'pure'],
  Object.entries(layers).map(([layer, row]) => [
    layer,
    code(row.at),
    list(row.imports),
    list(row.testImports),
    NPM[row.npm],
    row.pure ? 'yes' : '',
  ]),
);

const appRows = Object.entries(apps)
  .map(([app, entries]) => `- **${app}**: ${list(entries)}`)
  .join('\n');

const gateTable = table(
  ['gate', 'where', 'run it'],
  [
    ['Nx rule', '`@nx/enforce-module-boundaries` in `eslint.config.mjs`', '`npx nx run-many -t lint`'],
    ['purity lint', '`purity.mjs` for pure layers, `restrictions.mjs` for all code', 'the same run'],
    [
      'isolated compile',
      '`isolated-compile.ts`: a layer, what its row allows, and nothing else',
      '`npx nx run boundaries:isolated`',
    ],
  ],
);

const GATES: Readonly<Record<Gate, string>> = { nx: 'Nx rule', purity: 'purity lint', compile: 'isolated compile' };

const plantedTable = table(
  ['planted in a domain library', 'text', ...Object.values(GATES)],
  PLANTED.map(({ title, code: text, caughtBy }) => [
    title,
    code(text.replaceAll('\n', ' ')),
    ...(Object.keys(GATES) as Gate[]).map((gate) => (caughtBy.includes(gate) ? 'red' : '')),
  ]),
);

const caughtByNx = PLANTED.filter(({ caughtBy }) => caughtBy.includes('nx')).length;

/** The text of docs/boundaries.md. */
export const boundariesPage = (): string => `# Boundaries

_Generated from \`tools/boundaries/matrix.mjs\` by \`tools/boundaries/generate-docs.ts\`; a test keeps it current. Do not edit._

## Who may import what

${layerTable}

A layer of a context sees only its own context, \`kernel\` and \`platform\`; only apps compose contexts. _Pure_ layers also know no
Node module, no global of the host, no clock and no randomness: those come through ports. Tests are the files
${list(testFiles)}; they may use development packages, and in layers without npm ${list(testPackages)}.

Each app has a row of its own, so that what it runs on can be read in one line:

${appRows}

## Three gates

${gateTable}

One gate is not enough. Of ${PLANTED.length} violations planted by \`planted.spec.ts\`, the Nx rule sees ${caughtByNx}; together the three see all:

${plantedTable}

The gates are tested too. A probe lints an import for every pair of projects and for every declared package, and each row of the
matrix loosened in turn must turn it red. Without a cached project graph the Nx rule would pass everything in silence, so
\`eslint.config.mjs\` makes the graph first, and a canary proves that a known violation is red.

## Try it

1. Write \`import '@job-scope/vacancies-infrastructure/postgres';\` into a file of \`libs/vacancies/domain/src\`.
2. \`npx nx run vacancies-domain:lint\` names the layer, and \`npx nx run boundaries:isolated\` cannot find the module.
3. Try to get around it with any line of the table above. \`eslint-disable\` has no effect here.

To change a rule, change its row in \`matrix.mjs\` and in \`expected.fixture.ts\`, and run \`npx nx run boundaries:docs\`.
`;

if (require.main === module) writeFileSync('docs/boundaries.md', boundariesPage());
