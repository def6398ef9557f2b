import { normalise } from '@job-scope/simulator-shared';

type Node = { kind: 'term'; needle: string } | { kind: 'not'; of: Node } | { kind: 'all' | 'any'; of: Node[] };

type Token = { kind: 'open' | 'close' | 'or' | 'not' } | { kind: 'term'; needle: string };

const TOKEN = /"[^"]*"?|[()]|[^\s()"]+/gu;
const KEYWORDS: Record<string, Token['kind']> = { '(': 'open', ')': 'close', OR: 'or', NOT: 'not' };

/**
 * The query language of `text`, as far as it is documented: words (all must occur), OR, NOT, AND, parentheses,
 * "phrases" and a trailing `*`. Like the real one it never fails: a stray operator is passed over.
 */
export class TextQuery {
  private constructor(private readonly root: Node) {}

  /** @returns undefined when the text holds no word at all, which filters nothing */
  static parse(text: string): TextQuery | undefined {
    const root = new Parser(tokenise(text)).parse();
    return root && new TextQuery(root);
  }

  /** @param text normalised */
  matches(text: string): boolean {
    return evaluate(this.root, text);
  }

  /** The words that are looked for (not those after NOT), for marking them; `*` is kept at the end of a prefix. */
  words(): string[] {
    return [...new Set(needles(this.root).flatMap(toWords))];
  }
}

function tokenise(text: string): Token[] {
  return (text.match(TOKEN) ?? []).flatMap((raw): Token[] => {
    const kind = KEYWORDS[raw];
    if (kind && kind !== 'term') return [{ kind }];
    if (raw === 'AND') return [];
    const words = normalise(raw);
    if (words === ' ') return [];
    // A needle without the closing space finds words that only begin like it.
    return [{ kind: 'term', needle: raw.endsWith('*') ? words.trimEnd() : words }];
  });
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Node | undefined {
    const parts: Node[] = [];
    while (this.at < this.tokens.length) {
      const part = this.any();
      if (part) parts.push(part);
      else this.at += 1;
    }
    return combine('all', parts);
  }

  private any(): Node | undefined {
    const branches = [this.all()];
    while (this.accept('or')) branches.push(this.all());
    return combine('any', branches);
  }

  private all(): Node | undefined {
    const parts: (Node | undefined)[] = [];
    while (this.at < this.tokens.length && !this.sees('or') && !this.sees('close')) parts.push(this.unary());
    return combine('all', parts);
  }

  private unary(): Node | undefined {
    if (this.accept('not')) {
      const of = this.sees('or') || this.sees('close') ? undefined : this.unary();
      return of && { kind: 'not', of };
    }
    if (this.accept('open')) {
      const inner = this.any();
      this.accept('close');
      return inner;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    return token?.kind === 'term' ? token : undefined;
  }

  private sees(kind: Token['kind']): boolean {
    return this.tokens[this.at]?.kind === kind;
  }

  private accept(kind: Token['kind']): boolean {
    if (!this.sees(kind)) return false;
    this.at += 1;
    return true;
  }
}

function combine(kind: 'all' | 'any', parts: (Node | undefined)[]): Node | undefined {
  const of = parts.filter((part) => part !== undefined);
  return of.length > 1 ? { kind, of } : of[0];
}

function evaluate(node: Node, text: string): boolean {
  switch (node.kind) {
    case 'term':
      return text.includes(node.needle);
    case 'not':
      return !evaluate(node.of, text);
    case 'all':
      return node.of.every((part) => evaluate(part, text));
    case 'any':
      return node.of.some((part) => evaluate(part, text));
  }
}

function needles(node: Node): string[] {
  if (node.kind === 'not') return [];
  return node.kind === 'term' ? [node.needle] : node.of.flatMap(needles);
}

function toWords(needle: string): string[] {
  const words = needle.trim().split(' ');
  return needle.endsWith(' ') ? words : [...words.slice(0, -1), `${words.at(-1)}*`];
}
