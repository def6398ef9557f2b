import { onPath, type ServerSource } from './server';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser of `CHROMIUM_PATH`, or one on PATH. Each test starts its own, so that nothing is left over from another:
 * the "URL" is the path of the program.
 */
export function chromiumSource(): ServerSource {
  const path = process.env['CHROMIUM_PATH'] || NAMES.map(onPath).find((found) => found !== undefined);
  return path
    ? { start: async () => ({ url: path, stop: async () => {} }) }
    : { missing: `there is no CHROMIUM_PATH and no ${NAMES.join(', ')} on PATH` };
}
