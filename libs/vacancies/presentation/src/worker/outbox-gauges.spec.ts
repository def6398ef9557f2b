import type { OutboxBacklogView, ReadOutboxBacklog } from '@job-scope/vacancies-application';
import { register } from 'prom-client';
import { OutboxGauges } from './outbox-gauges';

const gaugesOn = (read: () => Promise<OutboxBacklogView>) => new OutboxGauges({ execute: read } as ReadOutboxBacklog);

describe('OutboxGauges', () => {
  beforeEach(() => register.clear());

  it('shows how much waits, and for how long', async () => {
    gaugesOn(async () => ({ pending: 7, setAside: 2, oldestAt: new Date(Date.now() - 90_000) }));
    const metrics = await register.metrics();
    expect(metrics).toContain('outbox_messages{state="pending"} 7');
    expect(metrics).toContain('outbox_messages{state="set-aside"} 2');
    expect(Number(/^outbox_oldest_age_seconds (\S+)$/m.exec(metrics)?.[1])).toBeGreaterThanOrEqual(90);
  });

  it('shows no age when nothing waits', async () => {
    gaugesOn(async () => ({ pending: 0, setAside: 0, oldestAt: null }));
    expect(await register.metrics()).toContain('outbox_oldest_age_seconds 0');
  });

  it('does not take the other metrics down with the database', async () => {
    gaugesOn(() => Promise.reject(new Error('no database')));
    await expect(register.metrics()).resolves.toContain('outbox_messages');
  });
});
