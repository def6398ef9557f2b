import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundariesPage } from './generate-docs';

test('docs/boundaries.md is what the matrix generates (renew it with `npx nx run boundaries:docs`)', () => {
  expect(readFileSync(join(__dirname, '../../docs/boundaries.md'), 'utf8')).toBe(boundariesPage());
});
