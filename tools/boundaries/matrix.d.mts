/** What npm packages a layer may import: see matrix.mjs. */
export type NpmAllowance = 'none' | 'test' | 'runtime' | 'any';

export interface LayerRow {
  readonly at: string;
  readonly imports: readonly string[];
  readonly testImports?: readonly string[];
  readonly npm: NpmAllowance;
  readonly pure?: boolean;
}

export interface Matrix {
  readonly contexts: readonly string[];
  readonly layers: Readonly<Record<string, LayerRow>>;
}

export declare const contexts: Matrix['contexts'];
export declare const layers: Matrix['layers'];
export declare const apps: Readonly<Record<string, readonly string[]>>;
export declare const testPackages: readonly string[];
export declare const testFiles: readonly string[];
