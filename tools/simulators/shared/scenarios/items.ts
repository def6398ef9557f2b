import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '../json';
import { numberOf, type Catalogue, type PathRule } from './scenario';

/** Where a source keeps vacancies in its answers. */
export interface ItemShape {
  /** The lists, for scenarios that make sense only there. */
  readonly listPath: PathRule;
  /** The vacancies of an answer: those of a list, or the one that was asked for. */
  read(body: JsonObject): readonly JsonObject[];
  /** The same answer with other vacancies. */
  write(body: JsonObject, items: readonly JsonObject[]): JsonObject;
}

export type ItemChange = (item: JsonObject, index: number) => JsonObject;

/** Changes every vacancy of an answer. */
export const mapItems = ({ read, write }: ItemShape, body: JsonObject, change: ItemChange): JsonObject =>
  write(body, read(body).map(change));

/** What a source does to the vacancies that it serves. @param spoil values of wrong types @param nullable fields that may be null */
export const itemScenarios = (shape: ItemShape, spoil: JsonObject, nullable: readonly string[]) =>
  ({
    unknown_fields: {
      summary: 'fields that no document knows, in the envelope and in every item',
      rewrite: (body) => ({
        ...mapItems(shape, body, (item) => ({ ...item, brand_new_field: { id: 'X', levels: [1, null] } })),
        brand_new_envelope_field: 'surprise',
      }),
    },
    null_fields: {
      summary: 'every field that may be null is null, in every item',
      rewrite: (body) => mapItems(shape, body, (item) => ({ ...item, ...nullsFor(nullable, item) })),
    },
    malformed_item: {
      summary: 'the item at a position of each page has values of wrong types',
      path: shape.listPath,
      parameters: { position: { kind: 'integer', fallback: 0 } },
      rewrite: (body, activation) =>
        mapItems(shape, body, (item, index) =>
          index === numberOf(activation, 'position') ? { ...item, ...spoil } : item,
        ),
    },
  }) satisfies Catalogue;

/** Only fields that the item has: a null must not appear where the source sends nothing. */
function nullsFor(fields: readonly string[], item: JsonObject): JsonObject {
  return Object.fromEntries(fields.filter((field) => field in item).map((field) => [field, null]));
}

/** @param isFirst whether a request asks for the first page */
export const pageScenarios = (shape: ItemShape, isFirst: (request: FastifyRequest) => boolean) =>
  ({
    duplicates: {
      summary: 'each page begins with the last items of the page before; nothing is left out',
      path: shape.listPath,
      parameters: { items: { kind: 'integer', fallback: 1 } },
      rewrite: (body, activation, request) => {
        const items = shape.read(body);
        const repeated = (isFirst(request) ? [] : (activation.memory.get('tail') ?? [])) as JsonObject[];
        activation.memory.set('tail', items.slice(-numberOf(activation, 'items')));
        return shape.write(body, [...repeated, ...items]);
      },
    },
  }) satisfies Catalogue;
