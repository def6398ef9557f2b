import { counter, histogram } from '@job-scope/platform-nest';
import type { CollectionCountsView } from '@job-scope/vacancies-application';

const pagesTotal = counter({
  name: 'collection_pages_total',
  help: 'Pages of vacancies stored, by source',
  labelNames: ['source'],
});

const vacanciesTotal = counter({
  name: 'collection_vacancies_total',
  help: 'Vacancies collected, by source and by what became of them',
  labelNames: ['source', 'outcome'],
});

/** One step of a job. */
export const countStored = (source: string, counts: CollectionCountsView): void => {
  pagesTotal.inc({ source });
  for (const outcome of ['created', 'changed', 'unchanged', 'skipped'] as const) {
    vacanciesTotal.inc({ source, outcome }, counts[outcome]);
  }
};

export const deadLettersTotal = counter({
  name: 'dead_letters_total',
  help: 'Work that was given up for good, by source',
  labelNames: ['source'],
});

export const jobSeconds = histogram({
  name: 'collection_job_seconds',
  help: 'How long collection jobs took, by source, kind and end',
  labelNames: ['source', 'kind', 'end'],
  buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1_800],
});

export const eventsRelayedTotal = counter({
  name: 'outbox_relayed_total',
  help: 'Attempts to deliver an event of the outbox, by result',
  labelNames: ['result'],
});
