/** A whole answer as it came over the wire, with the entity tag that the source gave it. */
export interface KeptAnswer {
  readonly etag: string;
  readonly bytes: Uint8Array;
  readonly zipped: boolean;
}

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Answers to ask for again only if they have changed. A tag is sent only while the answer that it stands for is at hand,
 * so that "not modified" always has a meaning here: nothing that was received and not stored can get lost by it. When
 * they grow too many, those that were asked for longest ago go first.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, KeptAnswer>();
  private bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  find({ href }: URL): KeptAnswer | undefined {
    const answer = this.drop(href);
    if (answer) this.add(href, answer);
    return answer;
  }

  keep({ href }: URL, answer: KeptAnswer): void {
    this.drop(href);
    if (answer.bytes.length > this.maxBytes) return;
    this.add(href, answer);
    for (const [oldest] of this.kept) {
      if (this.bytes <= this.maxBytes) return;
      this.drop(oldest);
    }
  }

  private add(href: string, answer: KeptAnswer): void {
    this.kept.set(href, answer);
    this.bytes += answer.bytes.length;
  }

  private drop(href: string): KeptAnswer | undefined {
    const answer = this.kept.get(href);
    if (answer && this.kept.delete(href)) this.bytes -= answer.bytes.length;
    return answer;
  }
}
