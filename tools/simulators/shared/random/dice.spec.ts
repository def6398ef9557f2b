import fc from 'fast-check';
import { Dice } from './dice';
import { Draw } from './draw';
import { Weighted } from './weighted';

describe('dice', () => {
  it('fall alike for the same seed, row and draw, in whatever order they are thrown', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(1_000_000), (seed, row) => {
        const [one, other] = [new Dice(seed, row), new Dice(seed, row)];
        const first = [one.unit(Draw.Title), one.unit(Draw.SalaryLevel)];
        expect([other.unit(Draw.SalaryLevel), other.unit(Draw.Title)]).toEqual(first.toReversed());
      }),
    );
  });

  it('choose by weight, and never what weighs nothing', () => {
    const choice = Weighted.of({ never: 0, one: 1, three: 3 });
    const drawn = Array.from({ length: 4000 }, (_, row) => choice.at(new Dice(1, row).unit(Draw.Title)));
    const count = (value: string) => drawn.filter((each) => each === value).length;
    expect(count('never')).toBe(0);
    expect(Math.abs(count('one') / 4000 - 0.25)).toBeLessThan(0.03);
    expect(choice.at(0)).toBe('one');
  });
});
