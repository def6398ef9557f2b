import { RUN_EVENT_TYPES } from '@job-scope/vacancies-application';
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProperty, getSchemaPath } from '@nestjs/swagger';

const JSON_DATA = {
  type: 'string' as const,
  contentMediaType: 'application/json',
  contentSchema: {
    type: 'object',
    required: ['at'],
    properties: { at: { type: 'string', format: 'date-time', description: 'When it happened.' } },
    additionalProperties: { type: ['string', 'number', 'null'] },
  },
};

/** One event of the stream, with its fields as a browser's `EventSource` knows them. */
export class RunEventMessage {
  @ApiProperty({ pattern: '^\\d{1,15}$', description: 'The number of the event in its run, from 1.', example: '3' })
  id!: string;

  @ApiProperty({ enum: [...RUN_EVENT_TYPES], description: 'What happened.', example: 'page-stored' })
  event!: string;

  @ApiProperty({
    ...JSON_DATA,
    description: 'A JSON object: when it happened, and what it was about.',
    example: '{"at":"2026-05-01T12:00:00.000Z","found":240,"created":100}',
  })
  data!: string;
}

/**
 * Documents the events of a run as they are streamed. OpenAPI has a word of its own for the items of a stream only since
 * 3.2 (`itemSchema`); tools for 3.1 take the schema of `text/event-stream` for that of one event.
 */
export const ApiRunEvents = (): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(RunEventMessage),
    ApiOkResponse({
      description: 'Server-sent events, one after another; the schema is that of each.',
      content: { 'text/event-stream': { schema: { $ref: getSchemaPath(RunEventMessage) } } },
    }),
  );
