import fc from 'fast-check';
import { storableJson, storableText } from './storable';

const anyText = fc.string({ unit: 'binary' });

describe('storableText', () => {
  it('leaves out what PostgreSQL cannot hold', () => expect(storableText('a\0b\0')).toBe('ab'));

  it.each([null, undefined])('keeps %p absent', (text) => expect(storableText(text)).toBeNull());

  it('changes nothing else', () => {
    fc.assert(fc.property(anyText, (text) => storableText(text.replaceAll('\0', '')) === text.replaceAll('\0', '')));
  });
});

describe('storableJson', () => {
  it('leaves out what jsonb cannot hold, in keys and values, however deep', () => {
    const value = { 'k\0': ['\0', { deep: 'a\ud800b', emoji: '🚀', text: '\\u0000' }] };
    expect(JSON.parse(storableJson(value))).toEqual({ k: ['', { deep: 'ab', emoji: '🚀', text: '\\u0000' }] });
  });

  it('keeps absent values as null', () => expect(storableJson(undefined)).toBe('null'));

  it('keeps every value that jsonb can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => storableJson(value) === JSON.stringify(value)),
    );
  });

  it('leaves no escape that jsonb refuses, whatever comes', () => {
    const property = fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const unescaped = storableJson(value).replaceAll('\\\\', '');
      expect(unescaped).not.toMatch(/\\u(0000|d[89a-f])/);
    });
    fc.assert(property);
  });
});
