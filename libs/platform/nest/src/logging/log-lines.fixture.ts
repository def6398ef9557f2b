import { Writable } from 'node:stream';

/** Collects the lines a logger writes. */
export class LogLines extends Writable {
  readonly lines: Record<string, unknown>[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
    done();
  }

  get text(): string {
    return JSON.stringify(this.lines);
  }

  withAction(action: string): Record<string, unknown>[] {
    return this.lines.filter((line) => line['event.action'] === action);
  }
}
