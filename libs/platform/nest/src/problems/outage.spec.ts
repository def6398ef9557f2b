import { isOutage } from './outage';

const coded = (code: string) => Object.assign(new Error('no matter'), { code });

describe('isOutage', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '08006', '53300', '57P01', '57P03'])('sees one in the code %s', (code) => {
    expect(isOutage(coded(code))).toBe(true);
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Query read timeout'])(
    'sees one where pg says "%s"',
    (message) => expect(isOutage(new Error(message))).toBe(true),
  );

  it('looks behind the error: at its cause, and at each of several attempts', () => {
    expect(isOutage(new Error('failed', { cause: coded('ECONNREFUSED') }))).toBe(true);
    expect(isOutage(new AggregateError([new Error('other'), coded('ECONNREFUSED')]))).toBe(true);
  });

  it.each([coded('23505'), coded('57014'), new TypeError('x is not a function'), 'ECONNREFUSED', undefined])(
    'sees a defect in %p',
    (error) => expect(isOutage(error)).toBe(false),
  );
});
