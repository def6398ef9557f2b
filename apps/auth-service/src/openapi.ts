import { writeFile } from 'node:fs/promises';
import { describeApi } from './describe-api';

/** Writes the OpenAPI document to the path given as the argument. */
const main = async ([path]: readonly string[]): Promise<void> => {
  if (path === undefined) throw new Error('usage: openapi FILE');
  await writeFile(path, `${JSON.stringify(await describeApi(), null, 2)}\n`);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
