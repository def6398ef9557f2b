import { parseScheduleDefinition, type ScheduleWish } from './schedule-definition';

const aWish = (changes: Partial<ScheduleWish> = {}): ScheduleWish => ({
  name: 'Moscow',
  description: null,
  source: 'headhunter',
  query: { areas: ['1'] },
  mode: 'full',
  maxRequests: null,
  cron: '0 */6 * * *',
  timeZone: 'Europe/Moscow',
  jitterSeconds: 0,
  overlap: 'skip',
  misfire: 'fire-once',
  misfireToleranceSeconds: 300,
  ...changes,
});

describe('parseScheduleDefinition', () => {
  it('takes what is right as it is, but for spaces around texts', () => {
    expect(parseScheduleDefinition(aWish())).toEqual({ ok: true, value: aWish() });
    const spaced = aWish({ name: ' Москва ', description: ' every\nmorning ' });
    const trimmed = aWish({ name: 'Москва', description: 'every\nmorning' });
    expect(parseScheduleDefinition(spaced)).toEqual({ ok: true, value: trimmed });
  });

  it('has no description for an empty one', () => {
    expect(parseScheduleDefinition(aWish({ description: '  ' }))).toEqual({ ok: true, value: aWish() });
  });

  it.each<[string, Partial<ScheduleWish>]>([
    ['/name', { name: ' ' }],
    ['/name', { name: 'a\u0000b' }],
    ['/name', { name: 'a'.repeat(101) }],
    ['/name', { name: undefined }],
    ['/description', { description: 'a'.repeat(1_001) }],
    ['/description', { description: 'a\u0000b' }],
    ['/source', { source: 'linkedin' }],
    ['/query', { query: null }],
    ['/query/texts', { query: { texts: 'a' } }],
    ['/cron', { cron: '' }],
    ['/cron', { cron: '*'.repeat(101) }],
    ['/timeZone', { timeZone: '' }],
    ['/jitterSeconds', { jitterSeconds: -1 }],
    ['/jitterSeconds', { jitterSeconds: 1.5 }],
    ['/jitterSeconds', { jitterSeconds: 3_601 }],
    ['/jitterSeconds', { jitterSeconds: '60' }],
    ['/overlap', { overlap: 'fire-once' }],
    ['/misfire', { misfire: 'queue' }],
    ['/misfireToleranceSeconds', { misfireToleranceSeconds: 86_401 }],
    ['/misfireToleranceSeconds', { misfireToleranceSeconds: Number.NaN }],
  ])('names %s in its refusal of %j', (pointer, changes) => {
    const error = { code: 'schedules.invalid', fields: [{ pointer, message: expect.any(String) }] };
    expect(parseScheduleDefinition(aWish(changes))).toEqual({ ok: false, error });
  });

  it('names all that is wrong at once', () => {
    const parsed = parseScheduleDefinition(aWish({ name: '', query: { text: '' }, overlap: null }));
    const pointers = parsed.ok ? [] : parsed.error.fields.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/name', '/overlap', '/query/text']);
  });
});
