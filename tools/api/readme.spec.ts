import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { workspace } from './document';

jest.setTimeout(60_000);

/** What readers are expected to have. */
const GIVEN = 'declare const email: string, password: string, id: string;\n';

const readme = readFileSync(resolve(workspace, 'libs/api-client/README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);

/** The faults of a program in the folder of the client, as a browser's or Node's own would see it. */
const faultsOf = (code: string): readonly string[] => {
  const file = join(workspace, 'libs/api-client/src/readme.ts');
  const options: ts.CompilerOptions = {
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true, noEmit: true, skipLibCheck: true },
    ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true, types: [] },
    lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'].map((name) => `lib.${name}.d.ts`),
    paths: { '@job-scope/api-client': [join(workspace, 'libs/api-client/src/index.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, target, ...rest) =>
    path === file ? ts.createSourceFile(path, code, target) : getSourceFile(path, target, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '');
};

describe('libs/api-client/README.md', () => {
  it('shows code that compiles, one block after another', () => {
    expect(blocks.length).toBeGreaterThan(4);
    expect(faultsOf(GIVEN + blocks.join('\n'))).toEqual([]);
  });

  it('would not, if it asked for what the API does not know', () => {
    const wrong = blocks.map((code) => code.replace(`sort: 'published'`, `sort: 'date'`)).join('\n');
    expect(faultsOf(GIVEN + wrong)).toEqual([expect.stringContaining(`'"date"'`)]);
  });
});
