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
  app.post('/form', { config: { takesForm: true } }, async () => ({}));
  return (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    headers: Record<string, string>,
    payload?: string,
    url = '/',
  ) => app.inject({ method, url, headers: { ...HOST, ...headers }, payload }).then(({ statusCode }) => statusCode);
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

describe('B-10: forms that pages post', () => {
  const send = setUp();
  const post = (headers: Record<string, string>, type = 'application/x-www-form-urlencoded') =>
    send('POST', { 'content-type': type, ...headers }, 'a=1', '/form');

  it.each([
    ['tells that it is ours', { 'sec-fetch-site': 'same-origin' }],
    ['tells that it is ours, and hides its address', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['names our origin, in an old browser', { origin: 'https://jobs.example' }],
  ])('pass when the page %s', async (_, headers) => expect(await post(headers)).toBe(200));

  it.each([
    ['says nothing', {}],
    ['is of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['is of a neighbouring subdomain', { 'sec-fetch-site': 'same-site' }],
    ['is no page at all', { 'sec-fetch-site': 'none' }],
    ['is of our other front end', { 'sec-fetch-site': 'cross-site', origin: 'https://front.example' }],
    ['contradicts itself', { 'sec-fetch-site': 'cross-site', origin: 'https://jobs.example' }],
    ['is of our other front end, in an old browser', { origin: 'https://front.example' }],
    ['is sandboxed, in an old browser', { origin: 'null' }],
    ['is of a site whose name begins like ours', { origin: 'https://jobs.example.evil.example' }],
  ])('are refused when the page %s', async (_, headers: Record<string, string>) =>
    expect(await post(headers)).toBe(403),
  );

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'are of no other type: %s',
    async (type) => expect(await post({ 'sec-fetch-site': 'same-origin' }, type)).toBe(415),
  );
});
