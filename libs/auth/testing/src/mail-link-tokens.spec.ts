import type { MailLinkPurpose } from '@job-scope/auth-domain';
import type { MailLinkClaims, ReadMailLink } from '@job-scope/auth-ports';
import { FakeMailLinkTokens, ManualClock } from './fakes';
import { describeMailLinkTokens, mailLinkTokensCases, type MailLinkTokensHarness } from './mail-link-tokens.suite';
import { failedCases } from './suite';

const harnessOf = (Tokens: typeof FakeMailLinkTokens) => async (): Promise<MailLinkTokensHarness> => {
  const clock = new ManualClock(new Date('2026-03-01T10:00:00Z'));
  return { tokens: new Tokens(clock), advance: (ms) => clock.advance(ms) };
};

describeMailLinkTokens('FakeMailLinkTokens', harnessOf(FakeMailLinkTokens));

class KnowsNoPurpose extends FakeMailLinkTokens {
  override async read(purpose: MailLinkPurpose, token: string): Promise<ReadMailLink | undefined> {
    return super.read(purpose, token.replace(/^[\w-]+(?=:)/, purpose));
  }
}

class BoundToNothing extends FakeMailLinkTokens {
  override async read(purpose: MailLinkPurpose, token: string): Promise<ReadMailLink | undefined> {
    const read = await super.read(purpose, token);
    return read && { ...read, isBoundTo: () => true };
  }
}

class GoodForEver extends FakeMailLinkTokens {
  override issue(purpose: MailLinkPurpose, claims: MailLinkClaims, state: string): Promise<string> {
    return super.issue(purpose, claims, state, Number.MAX_SAFE_INTEGER / 2);
  }
}

class FailsOnGarbage extends FakeMailLinkTokens {
  override async read(purpose: MailLinkPurpose, token: string): Promise<ReadMailLink | undefined> {
    JSON.parse(token.slice(token.indexOf(':') + 1));
    return super.read(purpose, token);
  }
}

describe('the suite of MailLinkTokens refuses', () => {
  it.each([
    [KnowsNoPurpose, 'B-1: takes no token of one purpose'],
    [BoundToNothing, 'is bound to the very state'],
    [GoodForEver, 'refuses a token when its time is over'],
    [FailsOnGarbage, 'B-15: refuses what is no token'],
  ])('%p', async (Tokens, title) => {
    const failed = await failedCases(mailLinkTokensCases, harnessOf(Tokens));
    expect(failed).toEqual([expect.stringContaining(title)]);
  });
});
