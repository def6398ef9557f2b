import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';

type Named = Readonly<Record<string, unknown>>;

/** One document of two services: what `ours` says of the whole stays, what `theirs` adds must contradict nothing. */
export const mergeDocuments = (ours: OpenAPIObject, theirs: OpenAPIObject): OpenAPIObject => {
  const [a = {}, b = {}] = [ours.components, theirs.components];
  return {
    ...ours,
    tags: [...(ours.tags ?? []), ...(theirs.tags ?? [])],
    paths: union('path', ours.paths, theirs.paths),
    components: {
      schemas: union('schema', a.schemas, b.schemas),
      securitySchemes: union('security scheme', a.securitySchemes, b.securitySchemes),
    },
  } as OpenAPIObject;
};

const union = (what: string, ours: Named = {}, theirs: Named = {}): Named => {
  for (const name of Object.keys(ours)) {
    if (name in theirs && !isDeepStrictEqual(ours[name], theirs[name])) {
      throw new Error(`the two documents describe the ${what} ${name} differently`);
    }
  }
  const all = Object.entries({ ...ours, ...theirs });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
};
