import type { VacancyContextEvent } from '@job-scope/vacancies-domain';
import type { Delivery, OutboxFeed, OutboxMessage, VacancyUnitOfWork } from '@job-scope/vacancies-ports';

/** An outbox with nothing in it. */
export interface OutboxFeedHarness {
  readonly unitOfWork: VacancyUnitOfWork;
  readonly feed: OutboxFeed;
  /** How often a message may fail before it is set aside; at least 2. */
  readonly maxAttempts: number;
  /** Makes every message that must wait because it failed available now. */
  endWaits(): Promise<void>;
}

/** An event of the aggregate that `letter` stands for. */
export const changed = (letter: string, revision: number): VacancyContextEvent => ({
  kind: 'vacancy-changed',
  vacancyId: `01900000-0000-7000-8000-${letter.charCodeAt(0).toString().padStart(12, '0')}`,
  revision,
});

/** `a1`: the first revision of the aggregate `a`. */
export const labelOf = ({ event }: OutboxMessage): string => {
  if (event.kind !== 'vacancy-changed') return event.kind;
  return `${String.fromCharCode(Number(event.vacancyId.slice(-12)))}${event.revision}`;
};

/** Appends `a1 b1 a2`, one transaction each. */
export const append = async ({ unitOfWork }: OutboxFeedHarness, labels: string): Promise<void> => {
  for (const [letter = '', ...revision] of labels.split(' ')) {
    await unitOfWork.run((tx) => tx.outbox.append([changed(letter, Number(revision.join('')))]));
  }
};

export const delivered = (messages: readonly OutboxMessage[]): readonly Delivery[] =>
  messages.map(({ id }) => ({ messageId: id }));

export const failed = (messages: readonly OutboxMessage[], outage?: boolean): readonly Delivery[] =>
  messages.map(({ id }) => ({ messageId: id, failure: 'no', outage }));

/** Claims once, settles the claims with `settle`, and names them. */
export const claim = async (
  { feed }: Pick<OutboxFeedHarness, 'feed'>,
  settle: (messages: readonly OutboxMessage[]) => readonly Delivery[] = delivered,
  limit = 100,
): Promise<readonly string[]> => {
  let labels: readonly string[] = [];
  await feed.consume(limit, async (messages) => {
    labels = messages.map(labelOf);
    return settle(messages);
  });
  return labels;
};

/** Claims and delivers until nothing can be claimed; names the messages in the order in which they came. */
export const claimAll = async (harness: Pick<OutboxFeedHarness, 'feed'>): Promise<readonly string[]> => {
  const labels = await claim(harness);
  return labels.length > 0 ? [...labels, ...(await claimAll(harness))] : labels;
};
