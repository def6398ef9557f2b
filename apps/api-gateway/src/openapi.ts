import { readFile, writeFile } from 'node:fs/promises';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from './openapi/describe-api';
import { mergeDocuments } from './openapi/merge-documents';

/**
 * Writes the public OpenAPI document: `openapi.js <to> <document of auth-service>`. It needs neither settings nor a
 * running service.
 */
const main = async ([to, authDocument]: readonly string[]): Promise<void> => {
  if (!to || !authDocument) throw new Error('usage: openapi <file to write> <OpenAPI document of auth-service>');
  const theirs = JSON.parse(await readFile(authDocument, 'utf8')) as OpenAPIObject;
  await writeFile(to, `${JSON.stringify(mergeDocuments(await describeApi(), theirs), null, 2)}\n`);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
