import { isIsoTime } from './iso-time';

it('knows every time that is written by toISOString', () => {
  for (const time of [0, -1, 1_795_551_748_123, 8.64e15]) expect(isIsoTime(new Date(time).toISOString())).toBe(true);
});

it.each([
  '',
  '2026-05-01',
  '2026-05-01T12:00:00Z',
  '2026-05-01T12:00:00.000+00:00',
  '2026-02-30T00:00:00.000Z',
  0,
  null,
])('takes %j for none', (value) => expect(isIsoTime(value)).toBe(false));
