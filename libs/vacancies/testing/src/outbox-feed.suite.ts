import { outboxDeliveryCases } from './outbox-delivery.cases';
import type { OutboxFeedHarness } from './outbox-harness';
import { outboxOrderCases } from './outbox-order.cases';
import { outboxWaitingCases } from './outbox-waiting.cases';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export const outboxFeedCases: readonly SuiteCase<OutboxFeedHarness>[] = [
  ...outboxDeliveryCases,
  ...outboxOrderCases,
  ...outboxWaitingCases,
];

/** What every `OutboxFeed` must do, with the `Outbox` at its other end. */
export const describeOutboxFeed = (name: string, open: OpenHarness<OutboxFeedHarness>): void =>
  describeSuite(`${name}: an OutboxFeed`, outboxFeedCases, open);
