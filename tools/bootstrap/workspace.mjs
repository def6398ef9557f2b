import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Databases, secrets, logs and locks of this clone; another folder gives a second, independent stack. */
export const dataDir = resolve(root, process.env.JOB_SCOPE_DATA_DIR || '.data');
