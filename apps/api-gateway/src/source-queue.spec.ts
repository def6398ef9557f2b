import { aRun, at, InMemorySourceRequestBudget } from '@job-scope/vacancies-testing';
import { aGateway, NOW, USER_IDS, type Call, type GatewayUnderTest } from './gateway.fixture';

const QUEUE = '/api/v1/sources/headhunter/queue';
const LIMITS = { requestsPerSecond: 1, burst: 1, maxBlockWaitMs: 0 };

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

const call = (method: 'get' | 'post', url: string, options: Call = {}) =>
  gateway.call(method, url, { role: 'superuser', ...options });

const trail = async () => {
  const { body } = await call('get', '/api/v1/audit-events?limit=10');
  return (body.items as { action: string }[]).map(({ action }) => action);
};

it('pauses a source and resumes it, each once however often it is asked', async () => {
  const idle = { source: 'headhunter', pausedSince: null, block: null, openRuns: 0 };
  expect((await call('get', QUEUE)).body).toEqual(idle);
  for (let time = 0; time < 2; time += 1) {
    const { status, body } = await call('post', `${QUEUE}/pause`);
    expect([status, body]).toEqual([200, { ...idle, pausedSince: NOW.toISOString() }]);
  }
  for (let time = 0; time < 2; time += 1) expect((await call('post', `${QUEUE}/resume`)).body).toEqual(idle);
  expect(await trail()).toEqual(['source.resumed', 'source.paused']);
});

it('V-18: shows why a source lets nobody in, and asks it again when a superuser says so', async () => {
  const until = new Date(Date.now() + 3_600_000);
  const budget = new InMemorySourceRequestBudget(gateway.buckets, LIMITS);
  await budget.block('headhunter', until, 'captcha');
  expect((await call('get', QUEUE)).body.block).toEqual({ until: until.toISOString(), reason: 'captcha' });
  expect((await call('post', `${QUEUE}/resume`)).body.block).toBeNull();
  expect(await budget.take('headhunter', new AbortController().signal)).toMatchObject({ ok: true });
});

it('cancels all open runs of a source, and of no other, once that is confirmed', async () => {
  const [one, two, other] = [aRun(), aRun(), aRun({ source: 'trudvsem' })];
  await gateway.database.unitOfWork.run(async ({ collections }) => {
    for (const run of [one, two, other]) await collections.addRun(run);
    await collections.startRun(two.id, at(1), 1_000);
  });
  expect((await call('get', QUEUE)).body.openRuns).toBe(2);

  const refused = await call('post', `${QUEUE}/clear`, { body: { confirm: 'trudvsem' } });
  expect([refused.status, refused.body.code]).toEqual([422, 'sources.not-confirmed']);
  expect((await call('get', QUEUE)).body.openRuns).toBe(2);

  const cleared = await call('post', `${QUEUE}/clear`, { body: { confirm: 'headhunter' } });
  expect([cleared.status, cleared.body]).toEqual([200, { cancelled: 2 }]);
  const { runs } = gateway.database.read();
  expect([one, two, other].map(({ id }) => runs.get(id)?.outcome)).toEqual(['cancelled', 'cancelled', null]);
  expect(await trail()).toEqual(['source.cleared', 'collection.cancelled', 'collection.cancelled']);
});

it('says who did it', async () => {
  await call('post', `${QUEUE}/pause`);
  const [event] = [...gateway.database.read().audit.values()];
  expect(event).toMatchObject({ actor: { id: USER_IDS.superuser }, subject: { kind: 'source', id: 'headhunter' } });
});

it.each(['', '/pause', '/resume', '/clear'])('knows no queue%s of a source that there is not', async (path) => {
  const method = path === '' ? 'get' : 'post';
  const body = path === '/clear' ? { confirm: 'nowhere' } : undefined;
  const answer = await call(method, `/api/v1/sources/nowhere/queue${path}`, body && { body });
  expect([answer.status, answer.body.code]).toEqual([404, 'sources.not-found']);
});

it('names what is missing of a confirmation', async () => {
  const { status, body } = await call('post', `${QUEUE}/clear`, { body: {} });
  expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'validation-failed', '/confirm']);
});
