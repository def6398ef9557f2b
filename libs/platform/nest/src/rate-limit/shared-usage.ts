/** What one replica has let through under a key since it last said so. */
export interface Usage {
  readonly key: string;
  readonly requests: number;
}

/** What all replicas together have let through in the present window of a key. */
export interface WindowUsage {
  readonly requests: number;
  readonly leftMs: number;
}

/** Where replicas tell each other what they have let through. */
export interface SharedUsage {
  /**
   * Adds to what was used in the window of each key, or begins a new one, in one round trip. No key twice. Answers in the
   * order of what was added.
   */
  add(used: readonly Usage[], windowMs: number): Promise<readonly WindowUsage[]>;
}

/** Shared by nobody outside of this process: for tests. */
export class InMemorySharedUsage implements SharedUsage {
  private readonly windows = new Map<string, { readonly requests: number; readonly endsAt: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  async add(used: readonly Usage[], windowMs: number): Promise<readonly WindowUsage[]> {
    const now = this.now();
    return used.map(({ key, requests }) => {
      const known = this.windows.get(key);
      const open = known && known.endsAt > now ? known : { requests: 0, endsAt: now + windowMs };
      const window = { ...open, requests: open.requests + requests };
      this.windows.set(key, window);
      return { requests: window.requests, leftMs: window.endsAt - now };
    });
  }
}
