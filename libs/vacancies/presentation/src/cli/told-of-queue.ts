import type { SourceQueueView } from '@job-scope/vacancies-application';

/** The lines for people. */
export const toldOfQueue = ({ pausedSince, block, openRuns }: SourceQueueView): string =>
  [
    pausedSince ? `paused since ${pausedSince.toISOString()}` : 'not paused',
    ...(block ? [`blocked until ${block.until.toISOString()}: ${block.reason}`] : []),
    `${openRuns} open runs`,
  ].join('\n');
