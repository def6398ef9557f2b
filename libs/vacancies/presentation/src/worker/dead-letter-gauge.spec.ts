import type { DeadLetterGroupView, ListDeadLetterGroups } from '@job-scope/vacancies-application';
import { register } from 'prom-client';
import { DeadLetterGauge } from './dead-letter-gauge';

const aGroup = (source: string, count: number): DeadLetterGroupView => {
  const at = new Date(0);
  return { source, reason: 'job.failed', count, firstAt: at, lastAt: at };
};
const gaugeOf = (execute: ListDeadLetterGroups['execute']) => new DeadLetterGauge({ execute } as ListDeadLetterGroups);

describe('DeadLetterGauge', () => {
  beforeEach(() => register.clear());

  it('shows how many wait for a person, and forgets groups of which none waits any more', async () => {
    let groups = [aGroup('headhunter', 3), aGroup('trudvsem', 1)];
    gaugeOf(async () => groups);
    expect(await register.metrics()).toContain('dead_letters{source="headhunter",reason="job.failed"} 3');
    groups = [aGroup('trudvsem', 2)];
    const metrics = await register.metrics();
    expect(metrics).toContain('dead_letters{source="trudvsem",reason="job.failed"} 2');
    expect(metrics).not.toContain('headhunter');
  });

  it('does not take the other metrics down with the database', async () => {
    gaugeOf(() => Promise.reject(new Error('no database')));
    await expect(register.metrics()).resolves.toContain('dead_letters');
  });
});
