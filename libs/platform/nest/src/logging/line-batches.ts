import { Writable } from 'node:stream';

/**
 * Passes on what is written in one turn of the event loop as one piece. Standard output is written to a file or a pipe
 * at once, by one system call each time: a call for every line was a quarter of what a busy gateway did.
 */
export class LineBatches extends Writable {
  private waiting = '';

  constructor(private readonly target: NodeJS.WritableStream) {
    super({ decodeStrings: false });
  }

  /** Passes on what waits; for the end of the process, which does not come to another turn. */
  flush(): void {
    if (this.waiting === '') return;
    const text = this.waiting;
    this.waiting = '';
    this.target.write(text);
  }

  override _write(text: string, _encoding: string, done: () => void): void {
    if (this.waiting === '') setImmediate(() => this.flush());
    this.waiting += text;
    done();
  }
}

/** Of this process; also the last lines before it exits are written. */
export const standardOutput = new LineBatches(process.stdout);

process.on('exit', () => standardOutput.flush());
