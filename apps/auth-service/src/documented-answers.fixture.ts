import type { OpenAPIObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import type { Response } from 'supertest';

/** Fails unless the document says that the operation may answer so: status, media type, and the body field by field. */
export const answersOf = (document: OpenAPIObject) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(withoutOtherFields(document), 'api');

  return (method: 'get' | 'post', path: string, { status, text, type, body }: Response): void => {
    const answer = document.paths[path]?.[method]?.responses[String(status)];
    if (!answer) throw new Error(`${method} ${path} may not answer ${status}: ${text}`);
    const documented = 'content' in answer ? Object.keys(answer.content ?? {}) : [];
    expect(text ? [type] : []).toEqual(documented);
    if (!text) return;
    const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema'];
    const validate = ajv.getSchema(`api#/${pointer.map(escaped).join('/')}`);
    if (!validate?.(body)) throw new Error(`${method} ${path}: ${ajv.errorsText(validate?.errors)}`);
  };
};

/** JSON pointer (RFC 6901) in a URI fragment. */
const escaped = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The document allows fields that it does not name, so that more can come; what we answer today it must name. */
const withoutOtherFields = (document: OpenAPIObject): object =>
  JSON.parse(JSON.stringify(document), (_key, value) =>
    value?.type === 'object' && value.properties ? { ...value, additionalProperties: false } : value,
  ) as object;
