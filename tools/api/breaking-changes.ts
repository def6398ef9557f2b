import { operationsOf, type Content, type Document, type Operation, type Parameter } from './document';
import { SchemaComparison, type Direction } from './schema-changes';

/** What in `current` breaks a client that was made from `released`, in words. */
export function breakingChanges(released: Document, current: Document): string[] {
  const now = operationsOf(current);
  return [...operationsOf(released)].flatMap(([name, before]) => {
    const after = now.get(name);
    if (!after) return [`${name} is gone`];
    return new OperationComparison(released, current).breaks(before, after).map((change) => `${name}: ${change}`);
  });
}

class OperationComparison {
  private readonly request: SchemaComparison;
  private readonly answer: SchemaComparison;

  constructor(released: Document, current: Document) {
    this.request = new SchemaComparison(released, current, 'request');
    this.answer = new SchemaComparison(released, current, 'answer');
  }

  breaks(before: Operation, after: Operation): string[] {
    return [
      // Generated clients name their functions after it.
      ...(before.operationId === after.operationId ? [] : [`${before.operationId} is now ${after.operationId}`]),
      ...(before.security || !after.security ? [] : ['wants a login now']),
      ...this.parameters(before.parameters ?? [], after.parameters ?? []),
      ...this.body(before, after),
      ...this.answers(before, after),
    ];
  }

  private parameters(before: readonly Parameter[], after: readonly Parameter[]): string[] {
    const same = (one: Parameter) => (other: Parameter) => one.name === other.name && one.in === other.in;
    const demanded = after.filter((parameter) => parameter.required && !before.find(same(parameter))?.required);
    return [
      ...demanded.map(({ name }) => `the parameter ${name} is now required`),
      ...before.flatMap((parameter) => {
        const now = after.find(same(parameter));
        const at = `the parameter ${parameter.name}`;
        return now ? this.request.breaks(parameter.schema, now.schema, at) : [`${at} is gone`];
      }),
    ];
  }

  private body({ requestBody: before }: Operation, { requestBody: after }: Operation): string[] {
    if (!after) return before ? ['takes no body any more'] : [];
    return [
      ...(after.required && !before?.required ? ['a body is now required'] : []),
      ...this.content(before?.content, after.content, 'the body', 'request'),
    ];
  }

  private answers({ responses: before }: Operation, { responses: after }: Operation): string[] {
    return Object.entries(before).flatMap(([status, answer]) => {
      const now = after[status];
      // That something no longer fails in one of its ways breaks nobody.
      if (!now) return status < '400' ? [`no longer answers ${status}`] : [];
      const headers = Object.keys(answer.headers ?? {}).filter((name) => !now.headers?.[name]);
      return [
        ...headers.map((name) => `${status} is without the header ${name}`),
        ...this.content(answer.content, now.content, status, 'answer'),
      ];
    });
  }

  private content(before: Content = {}, after: Content = {}, at: string, direction: Direction): string[] {
    return Object.entries(before).flatMap(([mediaType, { schema }]) => {
      const now = after[mediaType];
      return now ? this[direction].breaks(schema, now.schema, at) : [`${at} is no longer ${mediaType}`];
    });
  }
}

/** A version that was not raised or of which no note stands in `docs/api-changes.md`; breaking changes need both. */
export function unannounced(released: Document, current: Document, notes: string): string[] {
  const { version } = current.info;
  const isRaised = majorOf(version) > majorOf(released.info.version);
  const isNoted = notes.split('\n').includes(`## ${version}`);
  return isRaised && isNoted ? [] : breakingChanges(released, current);
}

const majorOf = (version: string): number => Number(version.split('.')[0]);
