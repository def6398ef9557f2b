import type { CancelSignal } from './cancel-signal';

/** A signal that pure code can raise itself, and that also follows its parent: `AbortController` without the platform. */
export class CancelScope implements CancelSignal {
  private readonly listeners = new Set<() => void>();
  private raised = false;

  constructor(private readonly parent: CancelSignal) {
    if (parent.aborted) this.raised = true;
    else parent.addEventListener('abort', this.cancel, { once: true });
  }

  get aborted(): boolean {
    return this.raised;
  }

  /** Raises the signal and lets go of the parent; call it when the scope ends, however it ends. */
  readonly cancel = (): void => {
    this.parent.removeEventListener('abort', this.cancel);
    if (this.raised) return;
    this.raised = true;
    for (const listener of [...this.listeners]) listener();
    this.listeners.clear();
  };

  addEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }
}
