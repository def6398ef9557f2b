import { aDeadLetter, aRun, aWindow, at } from '@job-scope/vacancies-testing';
import { aGateway, USER_IDS, type Call, type GatewayUnderTest } from './gateway.fixture';

const LETTERS = '/api/v1/dead-letters';
const GROUPS = '/api/v1/dead-letter-groups';
const NOWHERE = `${LETTERS}/00000000-0000-7000-8000-ffffffffffff`;

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

const call = (method: 'get' | 'post', url: string, options: Call = {}) =>
  gateway.call(method, url, { role: 'superuser', ...options });

/** A run that ended because of a window that was given up; gives the letter's address. */
const aLetter = async (changes: Partial<ReturnType<typeof aDeadLetter>> = {}) => {
  const run = aRun({ source: changes.source ?? 'headhunter' });
  const window = aWindow({ runId: run.id, state: 'failed' });
  await gateway.database.unitOfWork.run(async ({ collections, deadLetters }) => {
    await collections.addRun(run);
    await collections.startRun(run.id, at(1), 1_000);
    await collections.addWindows([window]);
    await deadLetters.add(aDeadLetter({ runId: run.id, windowId: window.id, ...changes }));
    await collections.finishRun(run.id, { outcome: 'failed', reason: 'why' }, at(2));
  });
  const [{ id }] = (await call('get', `${LETTERS}?limit=1`)).body.items;
  return { id: String(id), url: `${LETTERS}/${id}`, runId: run.id };
};

const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);

it('lists dead letters a page at a time, by what is asked for, and tells how many there are of a kind', async () => {
  const [one, two, three] = [await aLetter(), await aLetter({ source: 'trudvsem' }), await aLetter()];
  const first = await call('get', `${LETTERS}?limit=2`);
  expect(idsOf(first)).toEqual([three.id, two.id]);
  expect(idsOf(await call('get', `${LETTERS}?limit=2&cursor=${first.body.nextCursor}`))).toEqual([one.id]);
  expect(idsOf(await call('get', `${LETTERS}?source=trudvsem&reason=job.failed`))).toEqual([two.id]);
  expect(idsOf(await call('get', `${LETTERS}?state=discarded`))).toEqual([]);
  const group = { source: 'headhunter', reason: 'job.failed', count: 2 };
  expect((await call('get', GROUPS)).body.items).toMatchObject([group, { count: 1 }]);
});

it.each(['state=ended', 'source=a+b', 'reason=%00', 'limit=0', 'unknown=1'])(
  'refuses to list by ?%s',
  async (query) => {
    const { status, body } = await call('get', `${LETTERS}?${query}`);
    const [name] = query.split('=');
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'validation-failed', `/${name}`]);
  },
);

it('refuses the cursor of another list', async () => {
  await aLetter();
  await aLetter();
  const { nextCursor } = (await call('get', '/api/v1/collections?limit=1')).body;
  const { status, body } = await call('get', `${LETTERS}?cursor=${nextCursor}`);
  expect([status, body.code]).toEqual([400, 'dead-letters.cursor-expired']);
});

it('replays one, as often as it is asked to, and its run is under way again', async () => {
  const { id, url, runId } = await aLetter();
  const first = await call('post', `${url}/replay`);
  expect([first.status, first.body.state]).toEqual([200, 'replayed']);
  expect((await call('post', `${url}/replay`)).body).toEqual(first.body);
  expect((await call('get', url)).body).toEqual(first.body);
  expect((await call('get', `/api/v1/collections/${runId}`)).body).toMatchObject({
    status: 'collecting',
    outcome: null,
  });
  const events = (await call('get', `/api/v1/audit-events?subjectId=${id}`)).body.items;
  expect(events).toMatchObject([{ action: 'dead-letter.replayed', actor: { id: USER_IDS.superuser } }]);
  const late = await call('post', `${url}/discard`);
  expect([late.status, late.body.code]).toEqual([409, 'dead-letters.replayed']);
});

it('replays all that fits', async () => {
  await aLetter();
  await aLetter({ source: 'trudvsem' });
  const replay = async (body: object) => (await call('post', `${GROUPS}/replay`, { body })).body;
  expect(await replay({ source: 'trudvsem' })).toEqual({ replayed: 1, refused: 0, more: false });
  expect(await replay({})).toEqual({ replayed: 1, refused: 0, more: false });
  expect(await replay({})).toEqual({ replayed: 0, refused: 0, more: false });
  const refused = await call('post', `${GROUPS}/replay`, { body: { sauce: 'headhunter' } });
  expect([refused.status, refused.body.code]).toEqual([400, 'validation-failed']);
});

it('discards one, and then refuses to replay it', async () => {
  const { url } = await aLetter();
  expect((await call('post', `${url}/discard`)).body.state).toBe('discarded');
  const { status, body } = await call('post', `${url}/replay`);
  expect([status, body.code]).toEqual([409, 'dead-letters.discarded']);
});

it('is too late for a run that was cancelled', async () => {
  const { url, runId } = await aLetter();
  const cancelled = { outcome: 'cancelled', reason: null } as const;
  await gateway.database.unitOfWork.run((tx) => tx.collections.finishRun(runId, cancelled, at(3)));
  const { status, body } = await call('post', `${url}/replay`);
  expect([status, body.code]).toEqual([409, 'dead-letters.run-cancelled']);
});

it.each(['', '/replay', '/discard'])('is a 404 for a letter that is not there: %s', async (path) => {
  const { status, body } = await call(path === '' ? 'get' : 'post', `${NOWHERE}${path}`);
  expect([status, body.code]).toEqual([404, 'dead-letters.not-found']);
});
