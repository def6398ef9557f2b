import { contexts, layers, testPackages } from './matrix.mjs';

const withSubpaths = (packages) => packages.flatMap((name) => [name, `${name}/**`]);

/** The npm half of one Nx constraint. A ban must name the package and its subpaths; an empty allow list bans everything. */
const npmConstraint = (allowance, devPackages) =>
  ({
    none: { allowedExternalImports: [] },
    test: { allowedExternalImports: withSubpaths(testPackages) },
    runtime: { bannedExternalImports: withSubpaths(devPackages) },
    any: {},
  })[allowance];

const npmInTests = (allowance) => (allowance === 'none' ? 'test' : allowance === 'runtime' ? 'any' : allowance);

/**
 * `depConstraints` of `@nx/enforce-module-boundaries`: one per layer and one per context; an import must satisfy both.
 *
 * @param {{ matrix?: import('./matrix.mjs').Matrix, devPackages: string[], tests?: boolean }} options
 *   `devPackages` are the devDependencies of package.json, which shipped code must not need; `tests` asks for the wider
 *   allowance of test files.
 */
export const depConstraints = ({ matrix = { contexts, layers }, devPackages, tests = false }) => [
  ...Object.entries(matrix.layers).map(([layer, row]) => ({
    sourceTag: `type:${layer}`,
    onlyDependOnLibsWithTags: [...row.imports, ...((tests && row.testImports) || [])].map((name) => `type:${name}`),
    ...npmConstraint(tests ? npmInTests(row.npm) : row.npm, devPackages),
  })),
  ...matrix.contexts.map((context) => ({
    sourceTag: `scope:${context}`,
    onlyDependOnLibsWithTags: [context, 'shared', 'platform'].map((scope) => `scope:${scope}`),
  })),
];
