import type { OpenAPIObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import type { Response } from 'supertest';

/** Fails unless the document says that this operation may answer so: status, media type, and the body field by field. */
export type AnswerCheck = (method: string, url: string, response: Response) => void;

export const answersOf = (document: OpenAPIObject): AnswerCheck => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(withoutOtherFields(document), 'api');

  return (method, url, response) => {
    const path = Object.keys(document.paths).find((template) => fits(template, url));
    if (path === undefined) throw new Error(`the document has no path for ${url}`);
    const answer = ['paths', path, method, 'responses', String(response.status)];
    const schemas = at(document, answer);
    if (schemas === undefined) throw new Error(`${method} ${path} may not answer ${response.status}: ${response.text}`);
    const documented = Object.keys(at(document, [...answer, 'content']) ?? {});
    const answered = response.text ? [response.type] : [];
    const isDocumented = documented.length === 0 ? answered.length === 0 : documented.includes(answered[0] ?? '');
    if (!isDocumented) {
      throw new Error(`${method} ${path} answers ${response.status} as ${answered}, documented is ${documented}`);
    }
    if (!response.text) return;
    const pointer = [...answer, 'content', response.type, 'schema'].map(escaped).join('/');
    const validate = ajv.getSchema(`api#/${pointer}`);
    for (const part of partsOf(response)) {
      if (!validate?.(part)) throw new Error(`${method} ${path}: ${ajv.errorsText(validate?.errors)}`);
    }
  };
};

/** What the schema describes: the whole answer, but of a stream each event. */
const partsOf = ({ type, body, text }: Response): readonly unknown[] => {
  if (type !== 'text/event-stream') return [type.endsWith('json') ? body : text];
  const events = text.split('\n\n').filter((event) => /^data:/m.test(event));
  return events.map((event) => Object.fromEntries(event.split('\n').map((line) => line.split(/: (.*)/s, 2))));
};

const fits = (template: string, url: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url.split('?', 1)[0] ?? '');

const at = (value: unknown, path: readonly string[]): object | undefined =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value) as
    object | undefined;

/** JSON pointer (RFC 6901) in a URI fragment. */
const escaped = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The document allows fields that it does not name, so that more can come; what we answer today it must name. */
const withoutOtherFields = (document: OpenAPIObject): object =>
  JSON.parse(JSON.stringify(document), (_key, value) =>
    value?.type === 'object' && value.properties ? { ...value, additionalProperties: false } : value,
  ) as object;
