import type { VacancyContextEvent } from '@job-scope/vacancies-domain';
import { fromWire, toWire } from './wire-event';

const EVENTS: readonly [VacancyContextEvent, object][] = [
  [
    { kind: 'collection-requested', runId: 'r', source: 'headhunter' },
    { event: { name: 'collections.requested.v1' }, version: 1, aggregateId: 'r', revision: 1 },
  ],
  [
    { kind: 'window-planned', windowId: 'w', runId: 'r', source: 'headhunter' },
    { event: { name: 'collections.window-planned.v1' }, version: 1, aggregateId: 'w', revision: 1 },
  ],
  [
    { kind: 'work-replayed', deadLetterId: 'd', windowId: null, runId: 'r', source: 'headhunter' },
    { event: { name: 'collections.replayed.v1' }, version: 1, aggregateId: 'd', revision: 1 },
  ],
  [
    { kind: 'vacancy-changed', vacancyId: 'v', revision: 7 },
    { event: { name: 'vacancies.changed.v1' }, version: 1, aggregateId: 'v', revision: 7 },
  ],
];

it.each(EVENTS)('%p travels under its name and comes back', (event, wire) => {
  const sent = toWire(event);
  expect(sent).toMatchObject(wire);
  expect(fromWire(sent.event.name, JSON.parse(JSON.stringify(sent.event.payload)))).toEqual(event);
});

it('does not understand a source that this version cannot collect from', () => {
  const payload = { deadLetterId: 'd', runId: 'r', windowId: 'w', source: 'rabota' };
  expect(fromWire('collections.requested.v1', payload)).toBeUndefined();
  expect(fromWire('collections.window-planned.v1', payload)).toBeUndefined();
  expect(fromWire('collections.replayed.v1', payload)).toBeUndefined();
});
