import { Draw } from '../random/draw';
import type { Outline } from './outline';

/** Pay by experience against the typical pay of a profile. */
const EXPERIENCE_LEVEL: Record<string, number> = {
  noExperience: 0.5,
  between1And3: 0.75,
  between3And6: 1.15,
  moreThan6: 1.5,
};

/** Rubles a month, before rounding. @param payLevel pay of the place against Moscow */
export function monthlyPay({ dice, profile, experience }: Outline, payLevel: number): number {
  const level = EXPERIENCE_LEVEL[experience] as number;
  return profile.salary * level * payLevel * (0.8 + dice.unit(Draw.SalaryLevel) * 0.45);
}

/** Two significant digits, as employers write them: 85 000, 140 000, 350. */
export function niceAmount(amount: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1);
  return Math.max(step, Math.round(amount / step) * step);
}
