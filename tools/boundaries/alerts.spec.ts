import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const RULES = readFileSync(join(ROOT, 'infra/prometheus/alerts.yml'), 'utf8');

/** Of the expressions, without functions, labels and what they are grouped by. */
const metrics = [...RULES.matchAll(/^ +expr: (.*)$/gm)].flatMap(([, expression = '']) =>
  [...expression.replace(/\{.*?\}|by \(.*?\)/g, '').matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)].map(([name]) => name),
);

it('alerts by metrics that services tell', () => {
  expect(metrics.length).toBeGreaterThanOrEqual(7);
  const files = readdirSync(join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' });
  const told = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, 'libs', file), 'utf8'));
  const names = new Set(told.flatMap((text) => [...text.matchAll(/\bname: '([a-z_]+)'/g)].map(([, name]) => name)));
  expect(metrics.filter((name) => !names.has(name))).toEqual([]);
});
