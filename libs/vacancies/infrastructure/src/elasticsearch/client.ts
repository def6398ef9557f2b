import { Client } from '@elastic/elasticsearch';
import type { ReadinessProbe } from '@job-scope/platform-nest';

/** Connects on first use, so that a service starts while Elasticsearch is away. The address may carry credentials. */
export const createElasticsearchClient = (url: string): Client => new Client({ node: url, requestTimeout: 30_000 });

/** Search can be away for a while without the service being dead: degraded, not unready. */
export const elasticsearchProbe = (client: Client): ReadinessProbe => ({
  name: 'elasticsearch',
  required: false,
  check: async () => void (await client.ping({}, { requestTimeout: 1000, maxRetries: 0 })),
});
