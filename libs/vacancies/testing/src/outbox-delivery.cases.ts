import type { VacancyContextEvent } from '@job-scope/vacancies-domain';
import type { OutboxMessage } from '@job-scope/vacancies-ports';
import { append, claim, claimAll, delivered, failed, type OutboxFeedHarness } from './outbox-harness';
import type { SuiteCase } from './suite';

const ID = '01900000-0000-7000-8000-00000000000';
const EVENTS: readonly VacancyContextEvent[] = [
  { kind: 'collection-requested', runId: `${ID}1`, source: 'headhunter' },
  { kind: 'window-planned', windowId: `${ID}2`, runId: `${ID}1`, source: 'headhunter' },
  { kind: 'vacancy-changed', vacancyId: `${ID}3`, revision: 7 },
];

export const outboxDeliveryCases: readonly SuiteCase<OutboxFeedHarness>[] = [
  {
    title: 'brings every kind of event as it was appended, once, in the order of the appends',
    check: async ({ unitOfWork, feed }) => {
      await unitOfWork.run((tx) => tx.outbox.append(EVENTS));
      const seen: OutboxMessage[] = [];
      const claimed = await feed.consume(10, async (messages) => {
        seen.push(...messages);
        return delivered(messages);
      });
      expect(claimed).toBe(3);
      expect(seen.map(({ event }) => event)).toEqual(EVENTS);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(3);
      expect(await claimAll({ feed })).toEqual([]);
    },
  },
  {
    title: 'appends nothing when there is nothing to append, and does not ask for the delivery of nothing',
    check: async ({ unitOfWork, feed }) => {
      await unitOfWork.run((tx) => tx.outbox.append([]));
      const deliver = jest.fn();
      expect(await feed.consume(10, deliver)).toBe(0);
      expect(deliver).not.toHaveBeenCalled();
    },
  },
  {
    title: 'claims no more than asked for',
    check: async (harness) => {
      await append(harness, 'a1 b1 c1');
      expect(await claim(harness, delivered, 2)).toEqual(['a1', 'b1']);
      expect(await claim(harness, delivered, 2)).toEqual(['c1']);
    },
  },
  {
    title: 'gives everything back at once when the delivery throws, and passes the error on',
    check: async (harness) => {
      await append(harness, 'a1 b1');
      const explosion = new Error('crashed');
      const crashed = harness.feed.consume(10, () => Promise.reject(explosion));
      await expect(crashed).rejects.toBe(explosion);
      expect(await claim(harness)).toEqual(['a1', 'b1']);
    },
  },
  {
    title: 'gives back at once what the delivery says nothing of',
    check: async (harness) => {
      await append(harness, 'a1 b1 c1');
      expect(await claim(harness, ([first]) => delivered([first!]))).toEqual(['a1', 'b1', 'c1']);
      expect(await claim(harness)).toEqual(['b1', 'c1']);
    },
  },
  {
    title: 'lets a failed message come again, but not at once',
    check: async (harness) => {
      await append(harness, 'a1');
      expect(await claim(harness, failed)).toEqual(['a1']);
      expect(await claim(harness)).toEqual([]);
      expect(await harness.feed.backlog()).toMatchObject({ pending: 1, setAside: 0 });
      await harness.endWaits();
      expect(await claim(harness)).toEqual(['a1']);
      expect(await harness.feed.backlog()).toEqual({ pending: 0, oldestAt: null, setAside: 0 });
    },
  },
  {
    title: 'sets a message aside when it has failed too often',
    check: async (harness) => {
      await append(harness, 'a1');
      for (let attempt = 1; attempt <= harness.maxAttempts; attempt += 1) {
        expect(await harness.feed.backlog()).toMatchObject({ pending: 1, setAside: 0 });
        expect(await claim(harness, failed)).toEqual(['a1']);
        await harness.endWaits();
      }
      expect(await claim(harness)).toEqual([]);
      expect(await harness.feed.backlog()).toEqual({ pending: 0, oldestAt: null, setAside: 1 });
    },
  },
  {
    title: 'never sets a message aside because its receiver is away, however often it has failed before',
    check: async (harness) => {
      await append(harness, 'a1');
      for (let attempt = 0; attempt < 2 * harness.maxAttempts; attempt += 1) {
        const isAway = attempt >= harness.maxAttempts - 1;
        expect(await claim(harness, (messages) => failed(messages, isAway))).toEqual(['a1']);
        expect(await claim(harness)).toEqual([]);
        await harness.endWaits();
      }
      expect(await claim(harness)).toEqual(['a1']);
    },
  },
  {
    title: 'says how much waits, and since when',
    check: async (harness) => {
      expect(await harness.feed.backlog()).toEqual({ pending: 0, oldestAt: null, setAside: 0 });
      await append(harness, 'a1');
      const { oldestAt } = await harness.feed.backlog();
      expect(oldestAt).toBeInstanceOf(Date);
      await append(harness, 'a2 b1');
      expect(await harness.feed.backlog()).toEqual({ pending: 3, oldestAt, setAside: 0 });
    },
  },
];
