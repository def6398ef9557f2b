import { isDeepStrictEqual } from 'node:util';
import type { Document, Schema } from './document';

/** Which way the values go: a request may not be refused that was taken, an answer may not hold what was not announced. */
export type Direction = 'request' | 'answer';

const LOWER_BOUNDS = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const UPPER_BOUNDS = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];

/** Finds how one schema breaks what another one promised. New values of an answer's `enum` are no break. */
export class SchemaComparison {
  private readonly seen = new Set<string>();

  constructor(
    private readonly released: Document,
    private readonly current: Document,
    private readonly direction: Direction,
  ) {}

  breaks(was: Schema | undefined, is: Schema | undefined, at: string): string[] {
    if (!was || !is) return was ? [`${at} is no longer described`] : [];
    // Types that refer to themselves are looked at once.
    const pair = `${was.$ref} ${is.$ref}`;
    if (was.$ref && is.$ref && this.seen.has(pair)) return [];
    this.seen.add(pair);
    const [before, after] = [resolved(was, this.released), resolved(is, this.current)];
    return [
      ...this.types(before, after, at),
      ...(this.direction === 'request' ? [...narrowedEnum(before, after, at), ...tightened(before, after, at)] : []),
      ...this.properties(before, after, at),
      ...this.breaks(before.items, after.items, `${at}[]`),
      ...this.variants(before, after, at),
    ];
  }

  private types(before: Schema, after: Schema, at: string): string[] {
    const [were, are] = [typesOf(before), typesOf(after)];
    const [promised, given] = this.direction === 'request' ? [are, were] : [were, are];
    const isBroken = promised.length > 0 && (given.length === 0 || given.some((type) => !includes(promised, type)));
    const format = before.format !== after.format && after.format !== undefined && this.direction === 'request';
    return [
      ...(isBroken ? [`${at} was ${were.join('|') || 'anything'} and is ${are.join('|') || 'anything'}`] : []),
      ...(format ? [`${at} must now be a ${after.format}`] : []),
    ];
  }

  private properties(before: Schema, after: Schema, at: string): string[] {
    const [were, are] = [before.properties ?? {}, after.properties ?? {}];
    const [mustBefore, mustNow] = [before.required ?? [], after.required ?? []];
    const demands =
      this.direction === 'request'
        ? mustNow.filter((name) => !mustBefore.includes(name)).map((name) => `${at}.${name} is now required`)
        : mustBefore
            .filter((name) => are[name] && !mustNow.includes(name))
            .map((name) => `${at}.${name} may now be absent`);
    const each = Object.entries(were).flatMap(([name, schema]) =>
      are[name] ? this.breaks(schema, are[name], `${at}.${name}`) : [`${at}.${name} is gone`],
    );
    return [...demands, ...each];
  }

  private variants(before: Schema, after: Schema, at: string): string[] {
    return (['allOf', 'oneOf', 'anyOf'] as const).flatMap((word) => {
      const [were, are] = [before[word] ?? [], after[word] ?? []];
      const more = are.length - were.length;
      const isBroken = word === 'allOf' ? more !== 0 : this.direction === 'request' ? more < 0 : more > 0;
      if (isBroken) return [`${at} has other alternatives (${word})`];
      return were.flatMap((schema, index) => (are[index] ? this.breaks(schema, are[index], at) : []));
    });
  }
}

const resolved = (schema: Schema, { components }: Document): Schema => {
  const { $ref, ...siblings } = schema;
  return $ref ? { ...components?.schemas?.[$ref.split('/').at(-1) ?? ''], ...siblings } : schema;
};

const typesOf = ({ type }: Schema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));

/** Whole numbers are numbers. */
const includes = (types: readonly string[], type: string): boolean =>
  types.includes(type) || (type === 'integer' && types.includes('number'));

function narrowedEnum(before: Schema, after: Schema, at: string): string[] {
  if (!after.enum) return [];
  if (!before.enum) return [`${at} takes only certain values now`];
  const gone = before.enum.filter((value) => !after.enum?.some((other) => isDeepStrictEqual(value, other)));
  return gone.map((value) => `${at} no longer takes ${JSON.stringify(value)}`);
}

function tightened(before: Schema, after: Schema, at: string): string[] {
  const tighter = (names: readonly string[], isTighter: (was: number, is: number) => boolean, none: number) =>
    names.filter((name) => isTighter(Number(before[name] ?? none), Number(after[name] ?? none)));
  const bounds = [
    ...tighter(LOWER_BOUNDS, (was, is) => is > was, -Infinity),
    ...tighter(UPPER_BOUNDS, (was, is) => is < was, Infinity),
  ];
  const closed = after.additionalProperties === false && before.additionalProperties !== false;
  return [
    ...bounds.map((name) => `${at} has a narrower ${name}`),
    ...(after.pattern !== undefined && after.pattern !== before.pattern ? [`${at} must match another pattern`] : []),
    ...(closed ? [`${at} takes no other properties now`] : []),
  ];
}
