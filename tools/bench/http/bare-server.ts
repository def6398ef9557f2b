import Fastify from 'fastify';

/**
 * The least that an answer can cost on this machine: Fastify with no hook, no log, and bodies like those of the gateway.
 */
const SOURCES = { items: [{ name: 'headhunter', title: 'HeadHunter', attributionUrl: 'https://hh.ru' }] };

const PROFILE = {
  id: '0199e9d5-6a3c-7f0e-8a53-2f5d4c1b7a90',
  email: 'admin@example.com',
  displayName: null,
  superuser: true,
  verified: true,
  createdAt: '2026-11-24T12:00:00.000Z',
};

const app = Fastify();
app.get('/api/v1/sources', async () => SOURCES);
app.get('/api/v1/auth/me', async () => PROFILE);

void app.listen({ host: '127.0.0.1', port: 0 }).then((url) => process.stdout.write(`listening at ${url}\n`));
