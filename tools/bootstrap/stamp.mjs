/**
 * Knows whether node_modules holds what the lock file says. The stamp is written by the root package's `postinstall`,
 * which npm runs last: an interrupted install, and one with `--ignore-scripts`, leave none.
 */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inRoot } from './workspace.mjs';

const STAMP = inRoot('node_modules', '.job-scope-stamp');

/** Dependencies hold binaries for one platform and one version of Node. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['package-lock.json', '.nvmrc']) hash.update(readFileSync(inRoot(file)));
  return hash.digest('hex');
}

export function isInstalled() {
  try {
    return readFileSync(STAMP, 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(STAMP, fingerprint());
}
