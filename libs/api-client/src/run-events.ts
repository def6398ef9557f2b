import {
  followCollectionRun,
  type FollowCollectionRunData,
  type FollowCollectionRunResponses,
  type Options,
  type RunEventMessage,
} from './generated/index.ts';

export interface RunEvent {
  readonly id: string;
  readonly event: RunEventMessage['event'];
  readonly data: FollowCollectionRunResponses[200];
}

const NO_CONTENT = 204;

/**
 * What happens to a run, until it is over or `signal` is aborted. A lost connection is taken up again behind the last event; a
 * refusal is thrown as its problem. The generated function would ask again for ever, after a refusal and after the end as well.
 */
export async function* runEvents(options: Options<FollowCollectionRunData>): AsyncGenerator<RunEvent, void, undefined> {
  let refusal: unknown;
  let last = { id: '', event: '' };
  const fetch = options.fetch ?? options.client?.getConfig().fetch ?? globalThis.fetch;
  const { stream } = await followCollectionRun({
    ...options,
    fetch: async (...request) => {
      const answer = await fetch(...request);
      const isRefused = answer.status >= 400 && answer.status < 500;
      if (isRefused) refusal = await answer.json().catch(() => new Error(`refused with ${answer.status}`));
      return isRefused || answer.status === NO_CONTENT ? new Response('') : answer;
    },
    onSseEvent: ({ id = '', event = '' }) => {
      last = { id, event };
    },
  });
  for await (const data of stream) yield { ...last, data } as RunEvent;
  if (refusal !== undefined) throw refusal;
}
