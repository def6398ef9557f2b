import { ProblemException } from '@job-scope/platform-nest';
import fastify from 'fastify';
import { refuseCrossSite } from './refuse-cross-site';

const JSON_BODY = { 'content-type': 'application/json' };
const HOST = { host: 'jobs.example' };

const setUp = () => {
  const app = fastify();
  refuseCrossSite(app, ['https://front.example']);
  app.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof ProblemException ? error.status : 500).send(),
  );
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, {}));
  app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/', handler: async () => ({}) });
  return (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', headers: Record<string, string>, payload?: string) =>
    app.inject({ method, url: '/', headers: { ...HOST, ...headers }, payload }).then(({ statusCode }) => statusCode);
};

describe('B-10: requests that pages make', () => {
  const send = setUp();

  it.each([
    ['of the same origin', { 'sec-fetch-site': 'same-origin' }],
    ['of the user alone', { 'sec-fetch-site': 'none' }],
    ['of the same origin, in an old browser', { origin: 'https://jobs.example' }],
    ['of our other front end', { 'sec-fetch-site': 'cross-site', origin: 'https://front.example' }],
    ['of a program', {}],
  ])('pass when they are %s', async (_, headers) => {
    expect(await send('POST', { ...headers, ...JSON_BODY }, '{}')).toBe(200);
  });

  it.each([
    ['of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['of a neighbouring subdomain', { 'sec-fetch-site': 'same-site', origin: 'https://other.example' }],
    ['of another site, in an old browser', { origin: 'https://evil.example' }],
    ['of a sandboxed page', { origin: 'null' }],
    ['of a site whose name begins like ours', { origin: 'https://jobs.example.evil.example' }],
  ])('are refused when they are %s', async (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      expect(await send(method, { ...headers, ...JSON_BODY }, '{}')).toBe(403);
    }
    expect(await send('GET', headers)).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json', ''])(
    'are refused with a body of the type "%s", which a form can send',
    async (type) => expect(await send('POST', { 'content-type': type }, '{}')).toBe(415),
  );

  it('pass without a body, and with JSON in any spelling', async () => {
    expect(await send('POST', {})).toBe(200);
    expect(await send('POST', { 'content-type': 'Application/JSON; charset=utf-8' }, '{}')).toBe(200);
  });
});
