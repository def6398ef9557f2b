import { spread, table, verdict } from '../report';
import type { SearchRatio, Side } from './search-ratio';

const LEAST_RATE = 0.7;
const MOST_P99 = 2;

/** What came of each search, as Markdown; goals only where the engine is Elasticsearch. */
export const reportOf = ({ name, engine, gateway, rateRatio, p99Ratio }: SearchRatio, hasGoals: boolean): string => {
  const rows = [
    ...sideRows('engine alone', engine),
    ...sideRows('gateway', gateway),
    ['ratio of the rates', ...spread(rateRatio, 2)],
    ['ratio of the p99', ...spread(p99Ratio, 2)],
  ];
  const goals = [
    verdict(rateRatio.median >= LEAST_RATE, `a median of ${LEAST_RATE} or more of the engine's own rate`),
    verdict(p99Ratio.median <= MOST_P99, `a median p99 of no more than ${MOST_P99} times the engine's own`),
  ];
  const lines = [`### ${name}`, '', table(['', 'min', 'median', 'max'], rows)];
  return ['', ...lines, ...(hasGoals ? ['', `Goals ${goals.join('; ')}.`] : [])].join('\n');
};

const sideRows = (who: string, { rate, p50, p99 }: Side): readonly (readonly string[])[] => [
  [`${who}, searches/s`, ...spread(rate)],
  [`${who}, p50 ms`, ...spread(p50, 1)],
  [`${who}, p99 ms`, ...spread(p99, 1)],
];
