import { type LayerRow, type Matrix, type NpmAllowance, contexts, layers } from './matrix.mjs';
import { disagreements, lintJob, lintTexts, probes } from './probe.fixture';

/** A matrix with one row changed, and where the probe must then disagree with the architecture. */
interface Loosening {
  readonly change: string;
  readonly matrix: Matrix;
  readonly tests: boolean;
  readonly layer: string;
  readonly scope?: string;
}

/** Layers that can be named in an import: the others have no entry point. */
const importable = Object.keys(layers).filter(
  (layer) => !['app', 'e2e', 'tools', 'crud', 'api-client'].includes(layer),
);
const probed = Object.entries(layers).filter(([layer]) => probes.some(({ project }) => project.layer === layer));

const withRow = (layer: string, row: LayerRow): Matrix => ({ contexts, layers: { ...layers, [layer]: row } });

const byImport = ([layer, row]: [string, LayerRow]): Loosening[] =>
  importable
    .filter((target) => target !== layer && !row.imports.includes(target))
    .map((target) => ({
      change: `${layer} may import ${target}`,
      matrix: withRow(layer, { ...row, imports: [...row.imports, target] }),
      tests: false,
      layer,
    }));

const byTestImport = ([layer, row]: [string, LayerRow]): Loosening[] =>
  importable
    .filter((target) => target !== layer && ![...row.imports, ...(row.testImports ?? [])].includes(target))
    .map((target) => ({
      change: `tests of ${layer} may import ${target}`,
      matrix: withRow(layer, { ...row, testImports: [...(row.testImports ?? []), target] }),
      tests: true,
      layer,
    }));

const WIDER: Record<NpmAllowance, readonly NpmAllowance[]> = {
  none: ['test', 'runtime', 'any'],
  test: ['runtime', 'any'],
  runtime: ['any'],
  any: [],
};

const byPackage = ([layer, row]: [string, LayerRow]): Loosening[] =>
  WIDER[row.npm].map((npm) => ({
    change: `${layer} may use npm: ${npm}`,
    matrix: withRow(layer, { ...row, npm }),
    tests: false,
    layer,
  }));

const byContext: Loosening[] = contexts.map((open) => ({
  change: `${open} is no longer kept from other contexts`,
  matrix: { contexts: contexts.filter((context) => context !== open), layers },
  tests: false,
  layer: 'application',
  scope: open,
}));

const loosenings = [
  ...probed.flatMap((row) => [...byImport(row), ...byTestImport(row), ...byPackage(row)]),
  ...byContext,
];

/** One project stands for its row: the probe asks the same of all. */
const probeFor = ({ scope, layer, tests }: Loosening) => {
  const found = probes.find(
    (probe) => probe.project.layer === layer && probe.tests === tests && (!scope || probe.project.scope === scope),
  );
  if (!found) throw new Error(`no project in ${layer}`);
  return found;
};

test('each row loosened in turn turns the probe red', () => {
  const runs = loosenings.map((loosening) => ({ ...loosening, probe: probeFor(loosening) }));
  const messages = lintTexts(runs.map(({ probe, matrix }) => lintJob(probe, matrix)));
  const green = runs.filter(({ probe }, index) => disagreements(probe, messages[index] ?? []).length === 0);
  expect(green.map(({ change }) => change)).toEqual([]);
});
