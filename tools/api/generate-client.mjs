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

/** `generate-client.mjs [<folder>]`: writes the client of `docs/openapi.json`, by default to where it is committed. */
await createClient({
  input: JSON.parse(readFileSync(inWorkspace('docs/openapi.json'), 'utf8')),
  output: {
    path: process.argv[2] ?? inWorkspace('libs/api-client/src/generated'),
    module: { extension: '.ts' },
    header: ['// Generated from docs/openapi.json (npx nx run api-client:generate); do not edit.'],
  },
  parser: { patch: { input: showDataOfEvents } },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  logs: { level: 'silent', file: false },
});
