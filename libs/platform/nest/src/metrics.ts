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

/** The gauge of this name in the default registry, created when it is first asked for. */
export const gauge = <L extends string>(options: GaugeConfiguration<L>): Gauge<L> =>
  (register.getSingleMetric(options.name) as Gauge<L> | undefined) ?? new Gauge(options);

/** The histogram of this name in the default registry, created when it is first asked for. */
export const histogram = <L extends string>(options: HistogramConfiguration<L>): Histogram<L> =>
  (register.getSingleMetric(options.name) as Histogram<L> | undefined) ?? new Histogram(options);
