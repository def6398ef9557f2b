import { request } from 'node:http';
import { once } from 'node:events';
import type { RunningSimulator } from '@job-scope/simulator-shared';
import { startHeadHunterSimulator } from './index';
import { USER_AGENT } from './testing/client';

let simulator: RunningSimulator;
const headers = { 'hh-user-agent': USER_AGENT };
const vacancies = () => fetch(`${simulator.url}/vacancies`, { headers });

beforeEach(async () => {
  simulator = await startHeadHunterSimulator({ size: 40 });
});
afterEach(() => simulator.stop());

describe('a simulator on a real socket', () => {
  it('answers on the address it tells', async () => {
    expect(simulator.url).toBe(`http://127.0.0.1:${simulator.port}`);
    expect(await (await vacancies()).json()).toMatchObject({ found: simulator.size, per_page: 20 });
  });

  it('refuses a client that does not say who it is', async () => {
    const answer = await once(request(`${simulator.url}/areas`, { setDefaultHeaders: true }).end(), 'response');
    expect(answer[0].statusCode).toBe(400);
  });

  it('resets the connection when told to', async () => {
    simulator.control.scenario({ name: 'reset', count: 1 });
    await expect(vacancies()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await vacancies()).status).toBe(200);
    expect(simulator.control.requests().map(({ status }) => status)).toEqual([null, 200]);
  });

  it('hangs until the client gives up', async () => {
    simulator.control.scenario({ name: 'hang', count: 1 });
    const answer = fetch(`${simulator.url}/vacancies`, { headers, signal: AbortSignal.timeout(50) });
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('answers late when it is slow', async () => {
    simulator.control.scenario({ name: 'slow', delay: 30, count: 1 });
    const early = fetch(`${simulator.url}/vacancies`, { headers, signal: AbortSignal.timeout(5) });
    await expect(early).rejects.toMatchObject({ name: 'TimeoutError' });
    simulator.control.scenario({ name: 'slow', delay: 30, count: 1 });
    expect((await vacancies()).status).toBe(200);
  });

  it('breaks a compressed body off in the middle', async () => {
    simulator.control.scenario({ name: 'truncated_gzip', count: 1 });
    await expect(vacancies().then((answer) => answer.json())).rejects.toMatchObject({ name: 'SyntaxError' });
  });
});
