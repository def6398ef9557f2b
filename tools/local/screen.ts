import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number, details: { requests: number; rate: number }): void;
  end(): void;
}

/** What the person at the keyboard sees. Without a terminal the same lines come without a moving bar. */
export class Screen {
  private muted = false;

  constructor(private readonly output: NodeJS.WriteStream) {
    // A closed terminal must not keep the launcher from stopping what it started.
    output.on('error', () => {});
  }

  say(text: string): void {
    this.write(`${text}\n`);
  }

  /** Nothing is said from now on: what is still going on is of no interest any more. */
  mute(): void {
    this.muted = true;
  }

  /** Says what is being done, and how long it took. */
  async step<T>(what: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    this.write(`  ${what} … `);
    try {
      const result = await work();
      this.say(`${((performance.now() - started) / 1000).toFixed(1)} s`);
      return result;
    } catch (error) {
      this.say('failed');
      throw error;
    }
  }

  progress(title: string): Progress {
    const bar = new SingleBar({
      stream: this.output,
      format: this.output.isTTY
        ? `  ${title} {bar} {percentage}% | {value} of {total} vacancies | {requests} requests | {rate}/s | {left} left`
        : `  ${title}: {percentage}%, {value} of {total} vacancies, {requests} requests, {rate}/s, {left} left`,
      barsize: 25,
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    });
    let started = false;
    return {
      update: (done, total, { requests, rate }) => {
        // Until the source has said how much there is, there is no progress to show.
        if (total === 0) return;
        const left = rate > 0 ? duration((total - done) / rate) : '…';
        const payload = { requests, rate: Math.round(rate), left };
        if (!started) bar.start(total, done, payload);
        started = true;
        bar.setTotal(total);
        bar.update(done, payload);
      },
      end: () => bar.stop(),
    };
  }

  private write(text: string): void {
    if (!this.muted) this.output.write(text);
  }
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
