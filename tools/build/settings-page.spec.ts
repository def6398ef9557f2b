import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsPage } from './settings-page';

test('docs/settings.md is what the settings classes say (renew it with `npm run docs:generate`)', async () => {
  expect(await settingsPage()).toBe(readFileSync(join(__dirname, '../../docs/settings.md'), 'utf8'));
});
