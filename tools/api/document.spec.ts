import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unannounced } from './breaking-changes';
import { operationsOf, readDocument, workspace, type Operation, type Parameter } from './document';

const document = readDocument('docs/openapi.json');
const operations = [...operationsOf(document)].map(([name, operation]) => ({ name, operation }));
const text = (path: string) => readFileSync(resolve(workspace, path), 'utf8');

/** Runs a program of this folder: what they use is for ES modules only. */
const node = (program: string, ...args: readonly string[]) => [join(workspace, 'tools/api', program), ...args];
const env = { ...process.env, NODE_OPTIONS: '' };
jest.setTimeout(60_000);

describe('libs/api-client', () => {
  it('is what is generated from docs/openapi.json today (renew it with `npx nx run api-client:generate`)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'job-scope-client-'));
    try {
      execFileSync(process.execPath, node('generate-client.mjs', folder), { env });
      const committed = join(workspace, 'libs/api-client/src/generated');
      expect(filesOf(committed)).toEqual(filesOf(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('has the version of the document', () => {
    expect(JSON.parse(text('libs/api-client/npm/package.json')).version).toBe(document.info.version);
  });
});

describe('docs/openapi.json', () => {
  it('breaks nobody who uses what was released, unless that is announced (docs/api-changes.md says how)', () => {
    const released = readDocument('docs/openapi.released.json');
    expect(unannounced(released, document, text('docs/api-changes.md'))).toEqual([]);
  });

  it('passes the linter', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, node('lint-document.mjs'), {
      env,
      encoding: 'utf8',
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });
});

describe.each(operations)('$name', ({ operation }) => {
  it('says what it does, who may ask, how it fails, and shows what must be given', () => {
    expect(operation.summary).toMatch(/^[A-Z].{5,}[^.]$/);
    expect(wrongProblems(operation)).toEqual([]);
    expect(operation.responses['503']?.description).toMatch(/^`unavailable`/);
    expect(hasLogin(operation)).toBe('401' in operation.responses && !TAKES_CREDENTIALS.has(operation.operationId));
    expect(
      (operation.parameters ?? []).filter(({ required, ...parameter }) => required && !isShown(parameter)),
    ).toEqual([]);
    expect(fieldsOf(operation).filter((field) => !isShown(field))).toEqual([]);
  });
});

/** They answer 401 to what the body or the cookie holds, not to who asks. */
const TAKES_CREDENTIALS = new Set(['logIn', 'refreshSession']);

const hasLogin = ({ security = [] }: Operation): boolean => security.length > 0;

/** Failures that are not documented as problems, or without their codes. */
function wrongProblems({ responses }: Operation): string[] {
  return Object.entries(responses)
    .filter(([status]) => status >= '400')
    .filter(
      ([, { description, content }]) => !/^`[a-z-.]+`/.test(description) || !content?.['application/problem+json'],
    )
    .map(([status]) => status);
}

/** What a body must have. */
function fieldsOf({ requestBody }: Operation): Parameter[] {
  const reference = requestBody?.content['application/json']?.schema?.$ref ?? '';
  const { properties = {}, required = [] } = document.components?.schemas?.[reference.split('/').at(-1) ?? ''] ?? {};
  return required.map((name) => ({ name, in: 'body', schema: properties[name] }));
}

/** An example is there, or a schema that needs none. */
const isShown = ({ example, schema = {} }: Parameter): boolean => {
  const { type, format, $ref, allOf, items } = schema;
  const isPlain = schema.enum ?? items?.enum ?? $ref ?? allOf;
  return (example ?? schema['example'] ?? format ?? isPlain) !== undefined || type === 'boolean';
};

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
