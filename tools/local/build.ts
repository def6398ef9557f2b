import { join } from 'node:path';
import { SERVICES } from './options';
import { runOnce } from './run-once';
import { SIMULATORS, type SimulatedSource } from './simulators';
import { root } from './workspace';

const NX = join(root, 'node_modules/nx/dist/bin/nx.js');

export const simulatorOf = (source: SimulatedSource): string => join(root, 'dist/tools/simulators', source, 'main.js');

/** A built entry point of an app. */
export const entryOf = (app: string, entry = 'main'): string => join(root, 'dist/apps', app, `${entry}.js`);

/** Bundles what will be started; a matter of a second when nothing has changed. */
export async function build(signal: AbortSignal): Promise<void> {
  const projects = [...SERVICES, 'migrator', ...SIMULATORS.map(({ source }) => `simulator-${source}`)].join(',');
  const args = [NX, 'run-many', '--targets=bundle,openapi', `--projects=${projects}`, '--output-style=static'];
  await runOnce({ what: 'Building', args, signal });
}
