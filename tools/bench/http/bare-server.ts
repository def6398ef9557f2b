import Fastify from 'fastify';

/**
 * The least that an answer can cost on this machine: Fastify with one route, no hook, no log, and a body like that of
 * the gateway's `GET /api/v1/sources`.
 */
const SOURCES = { items: [{ name: 'headhunter', title: 'HeadHunter', attributionUrl: 'https://hh.ru' }] };

const app = Fastify();
app.get('/api/v1/sources', async () => SOURCES);

void app.listen({ host: '127.0.0.1', port: 0 }).then((url) => process.stdout.write(`listening at ${url}\n`));
