import { aGateway, USER_IDS, type Call, type GatewayUnderTest } from './gateway.fixture';

const INDEX = '/api/v1/search-index';
const OPERATIONS = `${INDEX}/operations`;

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

const call = (method: 'get' | 'post', url: string, options: Call = {}) =>
  gateway.call(method, url, { role: 'superuser', ...options });

it('tells how the indexes are', async () => {
  const { status, body } = await call('get', INDEX);
  const index = { engine: 'elasticsearch', state: 'absent', name: null, version: null, documents: 0 };
  expect([status, body]).toEqual([
    200,
    {
      ...{ stored: 0, lag: { pending: 0, oldestAt: null }, lastOperation: null },
      indexes: [{ ...index, refused: 0, refusals: [] }],
    },
  ]);
});

it.each(['create', 'rebuild', 'check', 'delete'])(
  'has a %s done, says where to follow it, and who asked',
  async (kind) => {
    const { status, body, headers } = await call('post', OPERATIONS, { body: { kind } });
    expect([status, body]).toMatchObject([
      202,
      { kind, status: 'requested', repair: false, processed: 0, total: null },
    ]);
    expect(headers['location']).toBe(`${OPERATIONS}/${body.id}`);
    expect((await call('get', headers['location']!)).body).toEqual(body);
    expect((await call('get', INDEX)).body.lastOperation).toEqual(body);
    const [entry] = await gateway.database.trail.list({ limit: 9 });
    expect(entry).toMatchObject({
      action: `search-index.${kind}`,
      actor: { id: USER_IDS.superuser },
      subject: { id: body.id },
    });
  },
);

it('has what a check finds repaired only on demand', async () => {
  const { body } = await call('post', OPERATIONS, { body: { kind: 'check', engine: 'elasticsearch', repair: true } });
  expect(body).toMatchObject({ engine: 'elasticsearch', repair: true });
});

it('does one thing at a time', async () => {
  await call('post', OPERATIONS, { body: { kind: 'rebuild' } });
  const { status, body } = await call('post', OPERATIONS, { body: { kind: 'check' } });
  expect([status, body.code]).toEqual([409, 'search-index.busy']);
});

it('keeps no index in an engine that is not there', async () => {
  const { status, body } = await call('post', OPERATIONS, { body: { kind: 'check', engine: 'postgres' } });
  expect([status, body.code]).toEqual([400, 'search-index.unknown-engine']);
});

it.each([
  ['kind', {}],
  ['kind', { kind: 'drop' }],
  ['engine', { kind: 'check', engine: 'solr' }],
  ['repair', { kind: 'check', repair: 'yes' }],
  ['name', { kind: 'check', name: 'vacancies' }],
])('names a wrong %s', async (name, body) => {
  const answer = await call('post', OPERATIONS, { body });
  expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([
    400,
    'validation-failed',
    `/${name}`,
  ]);
});

it('knows no other operations', async () => {
  const { status, body } = await call('get', `${OPERATIONS}/00000000-0000-7000-8000-ffffffffffff`);
  expect([status, body.code]).toEqual([404, 'search-index.operation-not-found']);
});
