import type { IdGenerator } from '@job-scope/kernel';

/** Identifiers that look like UUIDv7, sort in the order they were made, and are the same in every run of a test. */
export class SequentialIds implements IdGenerator {
  private made = 0;

  /** `kind`: three hexadecimal digits that tell the identifiers of two generators apart. */
  constructor(private readonly kind = '000') {}

  next(): string {
    this.made += 1;
    return `01900000-0000-7${this.kind}-8000-${this.made.toString(16).padStart(12, '0')}`;
  }
}
