import { Draw, monthlyPay, niceAmount, Weighted, type Outline } from '@job-scope/simulator-shared';
import type { WorkingOffice } from './offices';

/** Half of the jobs say nothing; of the others, some differ by zone and a few are paid by the hour. */
const SHAPES = Weighted.of({ none: 47, yearly: 40, zones: 9, hourly: 4 });
const HOURS_A_YEAR = 2080;
const SECOND_ZONE = 0.9;
const BLURB =
  '<p>The base pay range below is for this position. Individual pay depends on skills &amp; experience.</p>';

/** Hundredths of the currency, whatever it is; only the title tells what they are paid for. */
export interface PayRange {
  readonly min_cents: number;
  readonly max_cents: number;
  readonly currency_type: string;
  readonly title: string;
  readonly blurb: string;
}

export function inventPay(outline: Outline, office: WorkingOffice, edits: number): PayRange[] {
  const { dice } = outline;
  const yearly = monthlyPay(outline, 1) * office.yearly * (1 + edits / 20);
  const width = 1.15 + dice.unit(Draw.SalaryWidth) * 0.5;
  const range = (amount: number, title: string): PayRange => ({
    min_cents: niceAmount(amount) * 100,
    max_cents: niceAmount(amount * width) * 100,
    currency_type: office.currency,
    title,
    blurb: BLURB,
  });
  const town = office.name;
  switch (SHAPES.at(dice.unit(Draw.PayZones))) {
    case 'none':
      return [];
    case 'yearly':
      return [range(yearly, `${town} Salary Range`)];
    case 'zones':
      return [range(yearly, 'Zone 1 Salary Range'), range(yearly * SECOND_ZONE, 'Zone 2 Salary Range')];
    case 'hourly':
      return [range(yearly / HOURS_A_YEAR, 'Hourly Rate')];
  }
}
