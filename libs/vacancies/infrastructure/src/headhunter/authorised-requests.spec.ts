import { ok } from '@job-scope/kernel';
import type { ApplicationTokens } from './application-tokens';
import { errors, json, startHttpStub, type HttpStub } from '../http-source/http-stub.fixture';
import { anItem } from './sample.fixture';
import { ALL, answerOf, NEVER, sourceAt } from './stubbed-source.fixture';

const refusal = (value: string) => json(403, errors({ type: 'oauth', value }));

describe('HeadHunterVacancySource with a token desk', () => {
  let stub: HttpStub;
  const refusedOnes: (string | undefined)[] = [];
  const tokens: ApplicationTokens = {
    token: async (refused) => {
      refusedOnes.push(refused);
      return { result: ok(refused === undefined ? 'old-token' : 'new-token'), requests: refused === undefined ? 0 : 1 };
    },
  };
  beforeEach(async () => {
    stub = await startHttpStub();
    refusedOnes.length = 0;
  });
  afterEach(() => stub.close());

  const source = () => sourceAt(stub.baseUrl, undefined, undefined, tokens);
  const page = () => source().page(ALL, NEVER);
  const sent = () => stub.requests.map(({ headers }) => headers.authorization);

  it.each(['token_revoked', 'token_expired', 'bad_authorization'])(
    'sends a request that is refused as %s once more, with another token',
    async (value) => {
      stub.respond = (request, response) =>
        (request.headers.authorization === 'Bearer new-token' ? json(200, answerOf([anItem()])) : refusal(value))(
          request,
          response,
        );
      await expect(page()).resolves.toMatchObject({ ok: true, value: { found: 1, requests: 3 } });
      expect(sent()).toEqual(['Bearer old-token', 'Bearer new-token']);
      expect(refusedOnes).toEqual([undefined, 'old-token']);
    },
  );

  it('gives up when the other token is refused, too', async () => {
    stub.respond = refusal('token_revoked');
    await expect(page()).resolves.toMatchObject({ ok: false, error: { code: 'source.unauthorized' } });
    expect(stub.requests).toHaveLength(2);
  });

  it('asks for no other token when that would not help', async () => {
    stub.respond = refusal('application_not_found');
    await expect(page()).resolves.toMatchObject({ ok: false, error: { code: 'source.unauthorized' } });
    expect(refusedOnes).toEqual([undefined]);
  });

  it('shows no token to directories', async () => {
    const categories = [{ roles: [{ id: '96', name: 'Программист' }] }];
    stub.respond = (request, response) =>
      json(200, request.url === '/areas' ? [{ id: '1', name: 'Москва' }] : { categories })(request, response);
    const day = new Date('2026-01-01T00:00:00Z');
    const slice = { publishedFrom: day, publishedTo: new Date(day.getTime() + 300_000), filters: {} };
    await source().split({ query: {}, slice }, NEVER);
    expect(stub.requests.map(({ url }) => url.pathname)).toEqual(['/areas', '/professional_roles']);
    expect(sent()).toEqual([undefined, undefined]);
  });
});
