import type { MailLinkTokens } from '@job-scope/auth-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface MailLinkTokensHarness {
  readonly tokens: MailLinkTokens;
  advance(ms: number): void;
}

const HOUR_MS = 3_600_000;
const CLAIMS = { userId: '00000000-0000-7000-8000-000000000001', email: 'ann+x@example.com' };
const STATE = '["ann@example.com",false,"$argon2id$…"]';

export const mailLinkTokensCases: readonly SuiteCase<MailLinkTokensHarness>[] = [
  {
    title: 'reads what it has issued, as often as it is asked',
    check: async ({ tokens }) => {
      for (const purpose of ['confirm-email', 'reset-password'] as const) {
        const token = await tokens.issue(purpose, CLAIMS, STATE, HOUR_MS);
        expect(await tokens.read(purpose, token)).toMatchObject(CLAIMS);
        expect(await tokens.read(purpose, token)).toMatchObject(CLAIMS);
      }
    },
  },
  {
    title: 'B-1: takes no token of one purpose for the other',
    check: async ({ tokens }) => {
      const confirm = await tokens.issue('confirm-email', CLAIMS, STATE, HOUR_MS);
      const reset = await tokens.issue('reset-password', CLAIMS, STATE, HOUR_MS);
      expect(await tokens.read('reset-password', confirm)).toBeUndefined();
      expect(await tokens.read('confirm-email', reset)).toBeUndefined();
    },
  },
  {
    title: 'is bound to the very state of the user it was made for',
    check: async ({ tokens }) => {
      const token = await tokens.issue('reset-password', CLAIMS, STATE, HOUR_MS);
      const read = await tokens.read('reset-password', token);
      expect(read?.isBoundTo(STATE)).toBe(true);
      for (const other of ['', STATE.toUpperCase(), `${STATE} `, STATE.slice(1)]) {
        expect([other, read?.isBoundTo(other)]).toEqual([other, false]);
      }
    },
  },
  {
    title: 'refuses a token when its time is over, and not before',
    check: async ({ tokens, advance }) => {
      const token = await tokens.issue('reset-password', CLAIMS, STATE, HOUR_MS);
      advance(HOUR_MS - 60_000);
      expect(await tokens.read('reset-password', token)).toBeDefined();
      advance(2 * 60_000);
      expect(await tokens.read('reset-password', token)).toBeUndefined();
    },
  },
  {
    title: 'B-15: refuses what is no token without failing',
    check: async ({ tokens }) => {
      for (const text of ['', 'x', 'a.b.c', '..', 'eyJhbGciOiJub25lIn0..', `${'A'.repeat(5000)}.e30.e30`]) {
        expect([text, await tokens.read('confirm-email', text)]).toEqual([text, undefined]);
      }
    },
  },
];

/** What every `MailLinkTokens` must do. */
export const describeMailLinkTokens = (name: string, open: OpenHarness<MailLinkTokensHarness>): void =>
  describeSuite(`${name}: MailLinkTokens`, mailLinkTokensCases, open);
