import { currencyRatesCases, describeCurrencyRates } from './currency-rates.suite';
import { FixedRates, type DatedRate } from './fixed-rates';
import { failedCases } from './suite';

const harnessOf = (Rates: typeof FixedRates) => async () => ({
  over: async (rates: readonly DatedRate[]) => new Rates(rates),
});

describeCurrencyRates('FixedRates', harnessOf(FixedRates));

class KnowsTheFuture extends FixedRates {
  override at() {
    return super.at(new Date('9999-01-01'));
  }
}

class ForgetsWhatIsOld extends FixedRates {
  override async at(day: Date) {
    const table = await super.at(day);
    const newest = Math.max(...[...table.values()].map(({ date }) => date.getTime()));
    return new Map([...table].filter(([, { date }]) => date.getTime() === newest));
  }
}

describe('the suite of CurrencyRates refuses', () => {
  it.each([
    [KnowsTheFuture, 'gives the newest rate that is not later than the day, with its own day'],
    [ForgetsWhatIsOld, 'gives every currency by its own newest day'],
  ])('%p', async (Rates, title) => {
    expect(await failedCases(currencyRatesCases, harnessOf(Rates as typeof FixedRates))).toContain(title);
  });
});
