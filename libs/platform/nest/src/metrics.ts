import {
  Counter,
  Gauge,
  Histogram,
  register,
  type CounterConfiguration,
  type GaugeConfiguration,
  type HistogramConfiguration,
} from 'prom-client';

/** The counter of this name in the default registry, created when it is first asked for. */
export const counter = <L extends string>(options: CounterConfiguration<L>): Counter<L> =>
  (register.getSingleMetric(options.name) as Counter<L> | undefined) ?? new Counter(options);

interface GaugeOptions<L extends string> extends Omit<GaugeConfiguration<L>, 'collect'> {
  /** Sets it when it is read. If that fails it keeps its last value: the other metrics must be served all the same. */
  collect?(): void | Promise<void>;
}

/** The gauge of this name in the default registry, created when it is first asked for. */
export const gauge = <L extends string>({ collect, ...options }: GaugeOptions<L>): Gauge<L> =>
  (register.getSingleMetric(options.name) as Gauge<L> | undefined) ??
  new Gauge({ ...options, ...(collect && { collect: () => tried(collect) }) });

const tried = async (collect: () => void | Promise<void>): Promise<void> => {
  try {
    await collect();
  } catch {
    return;
  }
};

/** The histogram of this name in the default registry, created when it is first asked for. */
export const histogram = <L extends string>(options: HistogramConfiguration<L>): Histogram<L> =>
  (register.getSingleMetric(options.name) as Histogram<L> | undefined) ?? new Histogram(options);
