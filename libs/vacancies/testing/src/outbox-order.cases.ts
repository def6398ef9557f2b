import fc from 'fast-check';
import type { OutboxMessage } from '@job-scope/vacancies-ports';
import { append, changed, claim, claimAll, delivered, failed, labelOf, type OutboxFeedHarness } from './outbox-harness';
import type { SuiteCase } from './suite';

/** Holds a claim open until `release` is called; `claimed` resolves when the claim is held. */
const heldClaim = (harness: OutboxFeedHarness, limit: number) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let done: Promise<number> = Promise.resolve(0);
  const claimed = new Promise<readonly string[]>((resolve, reject) => {
    done = harness.feed.consume(limit, async (messages) => {
      resolve(messages.map(labelOf));
      await released;
      return delivered(messages);
    });
    done.catch(reject);
  });
  return { claimed, finish: () => (release(), done) };
};

/** Fails a message as often as `failures` says for it, then delivers it and notes that in `log`. */
const flakyDelivery = (failures: Map<string, number>, log: string[]) => async (messages: readonly OutboxMessage[]) =>
  messages.map((message) => {
    const label = labelOf(message);
    const left = failures.get(label) ?? 0;
    failures.set(label, left - 1);
    if (left > 0) return { messageId: message.id, failure: 'not yet' };
    log.push(label);
    return { messageId: message.id };
  });

export const outboxOrderCases: readonly SuiteCase<OutboxFeedHarness>[] = [
  {
    title: 'brings the events of an aggregate in their order',
    check: async (harness) => {
      await append(harness, 'a1 b1 a2 a3 b2');
      const labels = await claimAll(harness);
      expect(labels.filter((label) => label.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
      expect(labels.filter((label) => label.startsWith('b'))).toEqual(['b1', 'b2']);
    },
  },
  {
    title: 'holds later events of an aggregate back behind one that failed, and no other aggregate',
    check: async (harness) => {
      await append(harness, 'a1 a2 b1');
      const failA1 = (messages: readonly OutboxMessage[]) =>
        messages.flatMap((message) => (labelOf(message) === 'a1' ? failed : delivered)([message]));
      await claim(harness, failA1);
      expect(await claimAll(harness)).not.toContain('a2');
      await harness.endWaits();
      expect(await claimAll(harness)).toEqual(['a1', 'a2']);
    },
  },
  {
    title: 'lets an aggregate go on past a message that was set aside',
    check: async (harness) => {
      await append(harness, 'a1 a2');
      for (let attempt = 1; attempt <= harness.maxAttempts; attempt += 1) {
        await claim(harness, ([first]) => failed([first!]));
        await harness.endWaits();
      }
      expect(await claimAll(harness)).toEqual(['a2']);
    },
  },
  {
    title: 'gives no message that one relay holds, nor a later one of its aggregate, to another',
    check: async (harness) => {
      await append(harness, 'a1 a2 b1 c1');
      const first = heldClaim(harness, 1);
      expect(await first.claimed).toEqual(['a1']);
      const second = heldClaim(harness, 1);
      expect(await second.claimed).toEqual(['b1']);
      expect(await claim(harness)).toEqual(['c1']);
      expect(await claim(harness)).toEqual([]);
      await Promise.all([first.finish(), second.finish()]);
      expect(await claimAll(harness)).toEqual(['a2']);
    },
  },
  {
    title: 'keeps bringing what comes while a claim is held',
    check: async (harness) => {
      await append(harness, 'a1');
      const held = heldClaim(harness, 10);
      await held.claimed;
      await append(harness, 'a2 b1');
      expect(await claimAll(harness)).toEqual(['b1']);
      await held.finish();
      expect(await claimAll(harness)).toEqual(['a2']);
    },
  },
  {
    title: 'delivers everything once and in order per aggregate, for any events, failures and number of relays',
    check: async (harness) => {
      const aggregates = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 20 });
      const failureCounts = fc.array(fc.nat(harness.maxAttempts - 1), { maxLength: 20 });
      const relays = fc.integer({ min: 1, max: 3 });
      const property = fc.asyncProperty(aggregates, failureCounts, relays, async (letters, counts, width) => {
        const revisions = new Map<string, number>();
        const events = letters.map((letter) => {
          revisions.set(letter, (revisions.get(letter) ?? 0) + 1);
          return { letter, revision: revisions.get(letter)! };
        });
        for (const { letter, revision } of events) {
          await harness.unitOfWork.run((tx) => tx.outbox.append([changed(letter, revision)]));
        }
        const labels = events.map(({ letter, revision }) => `${letter}${revision}`);
        const failures = new Map(labels.map((label, index) => [label, counts[index] ?? 0]));
        const log: string[] = [];
        const relay = () => harness.feed.consume(3, flakyDelivery(failures, log));
        while ((await harness.feed.backlog()).pending > 0) {
          await Promise.all(Array.from({ length: width }, relay));
          await harness.endWaits();
        }
        for (const letter of revisions.keys()) {
          const own = (list: readonly string[]) => list.filter((label) => label.startsWith(letter));
          expect(own(log)).toEqual(own(labels));
        }
        expect(await harness.feed.backlog()).toMatchObject({ setAside: 0 });
      });
      await fc.assert(property, { numRuns: 15 });
    },
  },
];
