import type { AccountMail } from '@job-scope/auth-ports';
import { accountMailerCases, describeAccountMailer, type AccountMailerHarness } from './account-mailer.suite';
import { FakeAccountMailer } from './fakes';
import { failedCases } from './suite';

const harnessOf = (Mailer: typeof FakeAccountMailer) => async (): Promise<AccountMailerHarness> => {
  const mailer = new Mailer();
  const setDown = (down: boolean) => {
    mailer.down = down;
  };
  return { mailer, arrived: () => mailer.sent, setDown };
};

describeAccountMailer('FakeAccountMailer', harnessOf(FakeAccountMailer));

class GivesUpOnOutages extends FakeAccountMailer {
  override async send(mail: AccountMail): Promise<'sent' | 'refused'> {
    return this.down ? 'refused' : super.send(mail);
  }
}

class TriesForEver extends FakeAccountMailer {
  override async send(mail: AccountMail): Promise<'sent' | 'refused'> {
    if ((await super.send(mail)) === 'refused') throw new Error('refused');
    return 'sent';
  }
}

describe('the suite of AccountMailer refuses', () => {
  it.each([
    [GivesUpOnOutages, 'fails while no mail can be sent'],
    [TriesForEver, 'says that a mail is refused'],
  ])('%p', async (Mailer, title) => {
    const failed = await failedCases(accountMailerCases, harnessOf(Mailer));
    expect(failed).toEqual([expect.stringContaining(title)]);
  });
});
