import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { mergeDocuments } from './openapi/merge-documents';

const WORKSPACE = resolve(__dirname, '../../..');
const run = promisify(execFile);

/** Runs the program that the build runs, from its source. */
const write = (app: string, ...args: readonly string[]) =>
  run(process.execPath, ['-r', '@swc-node/register', `apps/${app}/src/openapi.ts`, ...args], {
    cwd: WORKSPACE,
    env: { ...process.env, NODE_OPTIONS: '', TS_NODE_PROJECT: 'tsconfig.base.json' },
  });

let folder: string;
let generated: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'job-scope-openapi-'));
  const [ours, theirs] = [join(folder, 'gateway.json'), join(folder, 'auth.json')];
  await write('auth-service', theirs);
  await write('api-gateway', ours, theirs);
  generated = await readFile(ours, 'utf8');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('docs/openapi.json', () => {
  it('is what the programs say today (renew it with `npm run docs:generate`)', async () => {
    expect(await readFile(join(WORKSPACE, 'docs/openapi.json'), 'utf8')).toBe(generated);
  });

  it('names every operation once, and says of each what it answers when it fails', () => {
    const { paths } = JSON.parse(generated) as OpenAPIObject;
    const operations = Object.values(paths).flatMap((path) => Object.values(path as Record<string, Operation>));
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { operationId, responses } of operations) {
      expect([operationId, Object.keys(responses)]).toEqual([operationId, expect.arrayContaining(['429', '500'])]);
    }
  });

  it('says of each query that it can be too long, and of each text and list in it how long it may be', () => {
    const { paths } = JSON.parse(generated) as OpenAPIObject;
    const operations = Object.values(paths).flatMap((path) => Object.values(path as Record<string, Operation>));
    const queries = operations.flatMap(({ operationId, responses, parameters = [] }) =>
      parameters.filter((one) => one.in === 'query').map((one) => ({ ...one, operationId, responses })),
    );
    expect(queries).not.toEqual([]);
    for (const { operationId, responses, name, schema } of queries) {
      expect([operationId, Object.keys(responses)]).toEqual([operationId, expect.arrayContaining(['431'])]);
      expect([operationId, name, isBounded(schema)]).toEqual([operationId, name, true]);
    }
  });

  it('refers to nothing that is not in it', () => {
    const { components } = JSON.parse(generated) as OpenAPIObject;
    const known = Object.keys(components?.schemas ?? {});
    const references = [...generated.matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(known).toEqual(expect.arrayContaining([...new Set(references)]));
  });
});

interface Operation {
  readonly operationId: string;
  readonly responses: object;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: ParameterSchema }[];
}

interface ParameterSchema {
  readonly type: string;
  readonly maxItems?: number;
  readonly items?: ParameterSchema;
}

const isBounded = (schema: ParameterSchema): boolean => {
  if (schema.type === 'array') return schema.maxItems !== undefined && !!schema.items && isBounded(schema.items);
  return schema.type !== 'string' || ['maxLength', 'pattern', 'enum', 'format'].some((bound) => bound in schema);
};

describe('merging two documents', () => {
  const head = { openapi: '3.1.1', info: { title: '', version: '1' } };
  const document = (path: string, schema: object): OpenAPIObject => ({
    ...head,
    paths: { [path]: {} },
    components: { schemas: { Problem: schema } },
  });

  it('keeps what both say alike once', () => {
    const merged = mergeDocuments(document('/b', { type: 'object' }), document('/a', { type: 'object' }));
    expect(Object.keys(merged.paths)).toEqual(['/a', '/b']);
    expect(merged.components?.schemas).toEqual({ Problem: { type: 'object' } });
  });

  it('fails when the two contradict each other', () => {
    const merge = () => mergeDocuments(document('/a', { type: 'object' }), document('/b', { type: 'string' }));
    expect(merge).toThrow('schema Problem differently');
  });
});
