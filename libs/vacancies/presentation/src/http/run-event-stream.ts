import { RUN_EVENT_TYPES } from '@job-scope/vacancies-application';

const DATA = {
  type: 'object',
  required: ['at'],
  properties: { at: { type: 'string', format: 'date-time', description: 'When it happened.' } },
  additionalProperties: { type: ['string', 'number', 'null'] },
} as const;

/**
 * One event of the stream, with its fields as a browser's `EventSource` knows them. OpenAPI has a word of its own for the items of a
 * stream only since 3.2 (`itemSchema`); tools for 3.1 take the schema of `text/event-stream` for that of one event.
 */
const EVENT = {
  type: 'object',
  required: ['id', 'event', 'data'],
  properties: {
    id: {
      type: 'string',
      pattern: '^\\d{1,15}$',
      description: 'The number of the event in its run, from 1.',
      example: '3',
    },
    event: { type: 'string', enum: [...RUN_EVENT_TYPES], description: 'What happened.' },
    data: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: DATA,
      description: 'A JSON object: when it happened, and what it was about.',
      example: '{"at":"2026-05-01T12:00:00.000Z","found":240,"created":100}',
    },
  },
};

/** Documents the events of a run as they are streamed. */
export const RUN_EVENT_STREAM = {
  description: 'Server-sent events, one after another; the schema is that of each.',
  content: { 'text/event-stream': { schema: EVENT } },
} as const;
