import { InMemoryRefreshClaims } from './in-memory-refresh-claims';
import { describeRefreshClaims, refreshClaimsCases } from './refresh-claims.suite';
import { failedCases } from './suite';

const harnessOf = (Claims: typeof InMemoryRefreshClaims) => async () => ({ claims: new Claims(() => 0) });

describeRefreshClaims('InMemoryRefreshClaims', harnessOf(InMemoryRefreshClaims));

class ForgetsWhatWasDone extends InMemoryRefreshClaims {
  override async done() {}
}

class GivesToAll extends InMemoryRefreshClaims {
  override async claim() {
    return true;
  }
}

describe('the suite of RefreshClaims refuses', () => {
  it.each([
    [ForgetsWhatWasDone, 'gives what was done again when it is due, and not before'],
    [GivesToAll, 'gives a task to one of all who want it at once, and another task to somebody, too'],
  ])('%p', async (Claims, title) => {
    expect(await failedCases(refreshClaimsCases, harnessOf(Claims))).toContain(title);
  });
});
