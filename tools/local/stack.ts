import { Child, type ChildOptions } from './child';

/** What was started, to be stopped in the opposite order. */
export class Stack {
  /** Rejects with a child's last words as soon as one ends that nobody told to. */
  readonly broken: Promise<never>;
  private breakWith!: (reason: Error) => void;
  private readonly stops: (() => Promise<void>)[] = [];
  private stopping = false;

  constructor() {
    this.broken = new Promise((_, reject) => (this.breakWith = reject));
  }

  /** Starts a child and watches over it. */
  launch(options: ChildOptions): Child {
    const child = new Child(options);
    this.stops.push(() => child.stop());
    void child.exited.then((how) => {
      if (!this.stopping) this.breakWith(child.failure(`${child.name} ended unexpectedly (${how}).`));
    });
    return child;
  }

  onStop(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  /** Stops everything, also what comes after something that cannot be stopped. */
  async stop(): Promise<void> {
    this.stopping = true;
    const failures: unknown[] = [];
    for (const stop of this.stops.reverse()) {
      await stop().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
