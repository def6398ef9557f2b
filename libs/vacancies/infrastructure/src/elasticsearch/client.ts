import { Client } from '@elastic/elasticsearch';
import type { ReadinessProbe } from '@job-scope/platform-nest';

/** With its one repetition still less than a relay may hold its claims: the idle limit of a transaction, 30 s. */
const LIMITS = { requestTimeout: 10_000, maxRetries: 1 };

/** Connects on first use, so that a service starts while Elasticsearch is away. The address may carry credentials. */
export const createElasticsearchClient = (url: string): Client => new Client({ node: url, ...LIMITS });

/** Search can be away for a while without the service being dead: degraded, not unready. */
export const elasticsearchProbe = (client: Client): ReadinessProbe => ({
  name: 'elasticsearch',
  required: false,
  check: async () => void (await client.ping({}, { requestTimeout: 1000, maxRetries: 0 })),
});
