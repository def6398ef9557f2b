import { OUTBOX_EVENT_NAMES, parseOutboxEvent } from './outbox-event';

const run = { runId: 'r', source: 'headhunter' };
const window = { windowId: 'w', ...run };
const replay = { deadLetterId: 'd', ...window };
const vacancy = { vacancyId: 'v', revision: 3 };

describe('parseOutboxEvent', () => {
  it.each([
    ['collections.requested.v1', run],
    ['collections.window-planned.v1', window],
    ['collections.replayed.v1', replay],
    ['collections.replayed.v1', { ...replay, windowId: null }],
    ['vacancies.changed.v1', vacancy],
  ])('reads %s', (name, payload) => expect(parseOutboxEvent(name, payload)).toEqual({ name, payload }));

  it('knows every name it claims', () => {
    const everything = { ...run, ...replay, ...vacancy };
    expect(OUTBOX_EVENT_NAMES.map((name) => parseOutboxEvent(name, everything)?.name)).toEqual(OUTBOX_EVENT_NAMES);
  });

  it('passes over fields that a later version added', () => {
    expect(parseOutboxEvent('vacancies.changed.v1', { ...vacancy, reason: 'salary' })?.payload).toEqual(vacancy);
  });

  it.each([
    ['vacancies.changed.v2', vacancy],
    ['vacancies.changed.v1', { ...vacancy, revision: '3' }],
    ['vacancies.changed.v1', null],
    ['collections.requested.v1', { source: 'headhunter' }],
    ['collections.window-planned.v1', run],
    ['collections.replayed.v1', window],
    ['collections.replayed.v1', { ...run, deadLetterId: 'd' }],
  ])('refuses %s with %p', (name, payload) => expect(parseOutboxEvent(name, payload)).toBeUndefined());
});
