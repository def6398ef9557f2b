import { counter } from '@job-scope/platform-nest';

export const looksTotal = counter({
  name: 'saved_search_looks_total',
  help: 'Looks for new matches of saved searches, by result',
  labelNames: ['result'],
});

export const matchesTotal = counter({
  name: 'saved_search_matches_total',
  help: 'Vacancies that saved searches tell of',
  labelNames: [],
});

export const notificationsTotal = counter({
  name: 'notifications_total',
  help: 'Attempts to send a mail about new vacancies, by what became of them',
  labelNames: ['outcome'],
});
