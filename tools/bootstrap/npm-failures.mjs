import { root } from './workspace.mjs';

const REASONS = [
  [/ENOSPC/, 'The disk is full: about 1 GB is needed for the dependencies.'],
  [/\b(EACCES|EPERM|EROFS)\b/, `npm may not write here; check who owns this folder and ~/.npm: ${root}`],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b/,
    'The npm registry could not be reached; check the network and `npm config get registry`.',
  ],
  [
    /in sync|Missing: .* from lock file/,
    'package.json and package-lock.json disagree: run `npm install` and commit both.',
  ],
  [/EBADPLATFORM|EBADENGINE/, `A dependency does not support ${process.platform}/${process.arch}.`],
];

/** The reason in plain words when it is a known one; npm's own last lines in any case. */
export function explainNpmFailure(code, output) {
  const known = REASONS.find(([pattern]) => pattern.test(output));
  const lastLines = output.trim().split('\n').slice(-15).join('\n');
  return [`npm ci failed (${code}).`, known?.[1], lastLines].filter(Boolean).join('\n');
}
