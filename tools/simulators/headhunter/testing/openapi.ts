import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import document from '../fixtures/headhunter-openapi.json';

type Schema = { [key: string]: unknown };

/** OpenAPI 3.0 says `nullable: true` where JSON Schema says `type: [..., "null"]`. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Schema;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]));
  return nullable === true && schema.type ? { ...schema, type: [schema.type, 'null'].flat() } : schema;
}

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(toJsonSchema(document) as Schema, 'hh');

/** Problems of a body against a schema of the official document by name; none when it is valid. */
export function problems(schemaName: string, body: unknown): string[] {
  return describe(validator(`hh#/components/schemas/${schemaName}`), body);
}

/** Problems of a body against what a path of the document answers with a status. */
export function responseProblems(path: keyof typeof document.paths, status: number, body: unknown): string[] {
  const escaped = path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  return describe(validator(`hh#/paths/${escaped}/get/responses/${status}/content/application~1json/schema`), body);
}

function validator(reference: string): ValidateFunction {
  return ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
}

function describe(validate: ValidateFunction, body: unknown): string[] {
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
