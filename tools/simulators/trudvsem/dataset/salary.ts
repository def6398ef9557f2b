import { Draw, monthlyPay, niceAmount, Weighted, type JsonObject, type Outline } from '@job-scope/simulator-shared';

/** `equal` is how the portal often writes a lower bound alone. */
const SHAPES = Weighted.of({ unknown: 12, from: 38, equal: 25, both: 22, to: 3 });

/** Rubles a month; 0 where nothing is said, never null. */
export function inventSalary(outline: Outline, payLevel: number, edits: number): JsonObject {
  const { dice } = outline;
  const low = niceAmount(monthlyPay(outline, payLevel) * (1 + edits / 10));
  const high = niceAmount(low * (1.1 + dice.unit(Draw.SalaryWidth) * 0.7));
  const said = (salary: string, min: number, max: number) => ({ salary, salary_min: min, salary_max: max });
  switch (SHAPES.at(dice.unit(Draw.SalaryShape))) {
    case 'unknown':
      return said('от 0', 0, 0);
    case 'from':
      return said(`от ${low}`, low, 0);
    case 'equal':
      return said(`от ${low}`, low, low);
    case 'both':
      return said(`от ${low} до ${high}`, low, high);
    case 'to':
      return said(`от 0 до ${high}`, 0, high);
  }
}
