import { resolve } from 'node:path';

export const root = resolve(__dirname, '../..');

/** Databases, secrets, logs and locks of this clone; another folder gives a second, independent stack. */
export const dataDir = resolve(root, process.env['JOB_SCOPE_DATA_DIR'] || '.data');
