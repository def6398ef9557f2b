import type { ReadSavedSearchBacklog, SavedSearchBacklogView } from '@job-scope/vacancies-application';
import { register } from 'prom-client';
import { SavedSearchGauges } from './saved-search-gauges';

const gaugesOn = (read: () => Promise<SavedSearchBacklogView>) =>
  new SavedSearchGauges({ execute: read } as ReadSavedSearchBacklog);

describe('SavedSearchGauges', () => {
  beforeEach(() => register.clear());

  it('show how far looks and mails are behind now, not when they were read last', async () => {
    gaugesOn(async () => ({ due: 3, lateSeconds: 90, unsent: 2 }));
    const metrics = await register.metrics();
    expect(metrics).toContain('saved_searches_due 3');
    expect(metrics).toContain('saved_search_late_seconds 90');
    expect(metrics).toContain('notifications_unsent 2');
  });

  it('do not take the other metrics down with the database', async () => {
    gaugesOn(() => Promise.reject(new Error('no database')));
    await expect(register.metrics()).resolves.toContain('notifications_unsent');
  });
});
