import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';

const inWorkspace = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The document has whole events, as the field `data` of each is text; what the generated client yields is that, parsed. */
function showDataOfEvents({ paths, components }) {
  const { data } = components.schemas.RunEventMessage.properties;
  const { content } = paths['/api/v1/collections/{id}/events'].get.responses['200'];
  content['text/event-stream'].schema = data.contentSchema;
}

/** The client gives CSV as text and JSON Lines as a `Blob`, by their media types; the generator looks at the first one only. */
function showBothKindsOfFiles({ paths }) {
  for (const path of ['/api/v1/vacancies/export', '/api/v1/exports/{id}/file']) {
    const { content } = paths[path].get.responses['200'];
    content['text/csv'].schema = { oneOf: [{ type: 'string' }, { type: 'string', format: 'binary' }] };
  }
}

/** `generate-client.mjs [<folder>]`: writes the client of `docs/openapi.json`, by default to where it is committed. */
await createClient({
  input: JSON.parse(readFileSync(inWorkspace('docs/openapi.json'), 'utf8')),
  output: {
    path: process.argv[2] ?? inWorkspace('libs/api-client/src/generated'),
    module: { extension: '.ts' },
    header: ['// Generated from docs/openapi.json (npx nx run api-client:generate); do not edit.'],
  },
  parser: {
    patch: {
      input: (document) => {
        showDataOfEvents(document);
        showBothKindsOfFiles(document);
      },
    },
  },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  logs: { level: 'silent', file: false },
});
