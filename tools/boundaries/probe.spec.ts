import { EXPECTED } from './expected.fixture';
import * as matrix from './matrix.mjs';
import { disagreements, lintJob, lintTexts, probes, projects } from './probe.fixture';

test('every pair of projects, and every package, is allowed or refused as the architecture says', () => {
  const messages = lintTexts(probes.map((probe) => lintJob(probe)));
  expect(probes.flatMap((probe, index) => disagreements(probe, messages[index] ?? []))).toEqual([]);
});

test('the probe covers every row of the matrix that has a project', () => {
  const rows = Object.keys(EXPECTED).sort();
  expect(rows).toEqual(Object.keys(matrix.layers).sort());
  const withoutProject = rows.filter((row) => !projects.some(({ layer }) => layer === row));
  expect(withoutProject).toEqual(['crud']);
});
