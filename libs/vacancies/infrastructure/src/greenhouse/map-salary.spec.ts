import { aJob, payShown } from './job.fixture';
import { mapVacancy } from './map-vacancy';

const salaryOf = (changes: Record<string, unknown>) => {
  const result = mapVacancy(aJob(changes));
  if (!result.ok) throw new Error(result.error.reason);
  const { salary } = result.value;
  return salary && [salary.fromMinor, salary.toMinor, salary.currency, salary.period, salary.gross];
};

const range = (min_cents: unknown, max_cents: unknown, currency_type = 'USD', title = 'Salary Range') => ({
  ...{ min_cents, max_cents, currency_type, title },
  blurb: '<p>Base pay.</p>',
});

describe('the pay of a job', () => {
  it.each([
    [[], null],
    [[range(12_000_000, 18_000_000)], [1_000_000, 1_500_000, 'USD', 'month', null]],
    [[range(10_000_000, 18_500_000)], [833_333, 1_541_667, 'USD', 'month', null]],
    [[range(2_550, 4_000, 'USD', 'Hourly Rate')], [2_550, 4_000, 'USD', 'hour', null]],
    [[range(500_000, 700_000, 'EUR', 'Monthly salary')], [500_000, 700_000, 'EUR', 'month', null]],
    [[range(1_200_000_000, 1_800_000_000, 'JPY')], [1_000_000, 1_500_000, 'JPY', 'month', null]],
    [
      [range(12_000_000, 18_000_000), range(9_600_000, 14_400_000)],
      [800_000, 1_500_000, 'USD', 'month', null],
    ],
    [
      [range(12_000_000, 18_000_000), range(1, 2, 'EUR')],
      [1_000_000, 1_500_000, 'USD', 'month', null],
    ],
    [
      [range(12_000_000, 18_000_000), range(2_000, 3_000, 'USD', 'Per hour')],
      [1_000_000, 1_500_000, 'USD', 'month', null],
    ],
    [[range(12_000_000, null)], [1_000_000, null, 'USD', 'month', null]],
    [[range(0, 0)], null],
  ])(
    'V-1: %j is %j: a year is twelve months, zones are put together, and 0 is unknown',
    (pay_input_ranges, expected) => {
      expect(salaryOf({ pay_input_ranges })).toEqual(expected);
    },
  );

  it.each([
    [
      ['Berlin Salary Range', '120,000', '180,000 EUR'],
      [1_000_000, 1_500_000, 'EUR', 'month', null],
    ],
    [
      ['Salary Range', '$120,000', '$180,000 USD'],
      [1_000_000, 1_500_000, 'USD', 'month', null],
    ],
    [
      ['Gehalt', '120.000', '180.000 EUR'],
      [1_000_000, 1_500_000, 'EUR', 'month', null],
    ],
    [
      ['Hourly Rate', '25.50', '40 USD'],
      [2_550, 4_000, 'USD', 'hour', null],
    ],
    [
      ['Salary', '120&nbsp;000', '180&nbsp;000 EUR'],
      [1_000_000, 1_500_000, 'EUR', 'month', null],
    ],
    [['Salary', 'competitive', 'very USD'], null],
    [['Salary', '120,000', '180,000'], null],
    [['Salary', '180,000', '120,000 USD'], null],
  ])('is read from the description as well: %j', ([title = '', from = '', to = ''], expected) => {
    expect(salaryOf({ content: payShown(title, from, to) })).toEqual(expected);
  });

  it.each([
    [[range('much', 1)], 'pay_input_ranges[0].min_cents must be a number, is "much"'],
    [[range(2_400, 1_200)], 'pay_input_ranges the lower bound exceeds the upper'],
    [[range(1_200, 2_400, 'dollars')], 'pay_input_ranges dollars is not an ISO 4217 code'],
  ])('V-6: rejects %j', (pay_input_ranges, reason) => {
    expect(mapVacancy(aJob({ pay_input_ranges }))).toMatchObject({ ok: false, error: { reason } });
  });
});
