/** Asks one thing the service needs; rejects when it is not there. */
export interface ReadinessProbe {
  readonly name: string;
  /** Without a required one the service is not ready; without another it is degraded. */
  readonly required: boolean;
  check(): Promise<void>;
}

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unready' | 'starting' | 'draining';
  /** Names of the probes that failed. */
  readonly missing: readonly string[];
}

const PROBE_TIMEOUT_MS = 2_000;

/** Asks all probes at once; one that does not answer within 2 s has failed. */
export async function askProbes(probes: readonly ReadinessProbe[]): Promise<Readiness> {
  const failed = (await Promise.all(probes.map(async (probe) => ((await passes(probe)) ? [] : [probe])))).flat();
  const status = failed.some(({ required }) => required) ? 'unready' : failed.length > 0 ? 'degraded' : 'ready';
  return { status, missing: failed.map(({ name }) => name) };
}

async function passes(probe: ReadinessProbe): Promise<boolean> {
  const timeout = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  const late = new Promise<boolean>((resolve) => {
    timeout.addEventListener('abort', () => resolve(false), { once: true });
  });
  const asked = probe.check().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
