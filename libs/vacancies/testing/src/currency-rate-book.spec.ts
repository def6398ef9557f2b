import { currencyRateBookCases, describeCurrencyRateBook } from './currency-rate-book.suite';
import { InMemoryCurrencyRateBook } from './in-memory-currency-rate-book';
import { failedCases } from './suite';

const harnessOf = (Book: typeof InMemoryCurrencyRateBook) => async () => {
  const book = new Book();
  return { book, rates: book };
};

describeCurrencyRateBook('InMemoryCurrencyRateBook', harnessOf(InMemoryCurrencyRateBook));

class Overwrites extends InMemoryCurrencyRateBook {
  private others: InMemoryCurrencyRateBook[] = [];
  override async note(...args: Parameters<InMemoryCurrencyRateBook['note']>) {
    const newest = new InMemoryCurrencyRateBook();
    this.others = [newest, ...this.others];
    return newest.note(...args);
  }
  override async at(day: Date) {
    for (const book of this.others) if ((await book.at(day)).size > 0) return book.at(day);
    return super.at(day);
  }
}

it('the suite of CurrencyRateBook refuses one that overwrites a day', async () => {
  expect(await failedCases(currencyRateBookCases, harnessOf(Overwrites))).toEqual([
    'lets stand what is noted of a day, and notes what is not',
  ]);
});
