import { isUuid } from './uuid';

it.each(['00000000-0000-7000-8000-ffffffffffff', '01A20F24-06E5-71A2-AFC1-7E0340A7EBEA'])('%s is a UUID', (text) =>
  expect(isUuid(text)).toBe(true),
);

it.each([
  ...['', '01a20f24', '01a20f24-06e5-71a2-afc1-7e0340a7ebeg', '01a20f2406e571a2afc17e0340a7ebea', 7, null, undefined],
  '01a20f24-06e5-71a2-afc1-7e0340a7ebea\n',
])('%j is none', (value) => expect(isUuid(value)).toBe(false));
