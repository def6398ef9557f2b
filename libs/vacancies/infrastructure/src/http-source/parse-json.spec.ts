import { parseJson } from './parse-json';

describe('parseJson', () => {
  it.each([
    ['{"id":9007199254740993}', { id: '9007199254740993' }],
    ['{"ids":[-9007199254740993,9223372036854775807]}', { ids: ['-9007199254740993', '9223372036854775807'] }],
    ['{"id":9007199254740991}', { id: 9_007_199_254_740_991 }],
    ['{"id":4000000000,"text":"1234567890123456"}', { id: 4_000_000_000, text: '1234567890123456' }],
    ['{"share":0.1234567890123456}', { share: 0.123_456_789_012_345_6 }],
  ])('V-6: reads %s and changes no digit of an identifier', (text, value) => expect(parseJson(text)).toEqual(value));

  it('leaves out what PostgreSQL cannot store', () => {
    expect(parseJson('{"text":"a\\u0000b\\ud800c","smile":"\\ud83d\\ude00"}')).toEqual({ text: 'abc', smile: '😀' });
  });

  it('throws at what is not JSON', () => expect(() => parseJson('{"id":9007199254740993')).toThrow(SyntaxError));
});
