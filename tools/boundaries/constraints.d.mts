import type { Matrix } from './matrix.mjs';

export interface DepConstraint {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
  readonly allowedExternalImports?: readonly string[];
  readonly bannedExternalImports?: readonly string[];
}

export declare const depConstraints: (options: {
  matrix?: Matrix;
  devPackages: readonly string[];
  tests?: boolean;
}) => DepConstraint[];
