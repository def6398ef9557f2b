import { cronCalculatorCases } from './cron-calculator.suite';
import { FixedIntervalCron } from './fixed-interval-cron';
import { failedCases } from './suite';

/** Counts hours from midnight in UTC, whatever the expression and the time zone. */
class Careless extends FixedIntervalCron {
  override nextTimes(_cron: string, timeZone: string, after: Date, count: number) {
    return super.nextTimes('every 3600000 ms', timeZone, after, count);
  }
}

it('the suite of CronCalculator refuses one that reads neither fields nor time zones', async () => {
  const failed = await failedCases(cronCalculatorCases, async () => ({ cron: new Careless() }));
  expect(failed).toEqual(
    expect.arrayContaining([
      'reads the fields in the time zone',
      'is an hour earlier in summer',
      'refuses no cron at all',
      'refuses an unknown time zone',
    ]),
  );
});
