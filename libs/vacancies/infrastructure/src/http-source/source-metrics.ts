import { counter } from '@job-scope/platform-nest';
import type { SourceName } from '@job-scope/vacancies-domain';

const requestsTotal = counter({
  name: 'source_requests_total',
  help: 'Requests sent to vacancy sources, by HTTP status; `none` for those without a complete answer',
  labelNames: ['source', 'status'],
});

const blocksTotal = counter({
  name: 'source_blocks_total',
  help: 'Answers of vacancy sources that keep us out, a captcha or a ban: somebody must look',
  labelNames: ['source'],
});

export const countRequestTo = (source: SourceName, status: number | 'none'): void =>
  requestsTotal.inc({ source, status });

export const countBlockOf = (source: SourceName): void => blocksTotal.inc({ source });
