import { inOtherLayout } from './keyboard-layout';

describe('a text in the other layout', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['Hfphf,jnxbr', 'Разработчик'],
    ['руддщ', 'hello'],
    ['юТУЕ', '.NET'],
    ['b;tdcr -jgsn "vjcrdf"', 'ижевск -опыт "москва"'],
    ['ыйд 12', 'sql 12'],
  ])('of %s is %s', (typed, meant) => expect(inOtherLayout(typed)).toBe(meant));

  it.each(['', '42', '"-"', '!!!', '1С developer', 'привет, world'])('is not to be had of «%s»', (typed) =>
    expect(inOtherLayout(typed)).toBeUndefined(),
  );
});
