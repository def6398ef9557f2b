import { counter } from '@job-scope/platform-nest';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { BlockCause } from '@job-scope/vacancies-ports';

const requestsTotal = counter({
  name: 'source_requests_total',
  help: 'Requests sent to vacancy sources, by HTTP status; `none` for those without a complete answer',
  labelNames: ['source', 'status'],
});

const blocksTotal = counter({
  name: 'source_blocks_total',
  help: 'Answers of vacancy sources that keep us out, by cause: captcha, ban or guard; somebody must look',
  labelNames: ['source', 'cause'],
});

export const countRequestTo = (source: SourceName, status: number | 'none'): void =>
  requestsTotal.inc({ source, status });

const CAUSES: readonly BlockCause[] = ['captcha', 'ban', 'guard'];

/** From nothing to one is a rise only for whom was shown the nothing. */
export const showNoBlocksOf = (source: SourceName): void => {
  for (const cause of CAUSES) blocksTotal.inc({ source, cause }, 0);
};

export const countBlockOf = (source: SourceName, cause: BlockCause): void => blocksTotal.inc({ source, cause });
