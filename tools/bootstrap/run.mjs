/**
 * What a newcomer types goes through here: `node tools/bootstrap/run.mjs <command> [arguments]`.
 * It runs on whatever Node the machine has, installs the locked dependencies if they are missing or stale, and hands
 * over to the Node that the project pins. No dependency, because none may be installed yet.
 */
const OLDEST_MAJOR = 18;

async function main() {
  // Imported one by one and late: an older Node could not even parse these files.
  const { explain } = await import('./bootstrap-error.mjs');
  try {
    const { findCommand } = await import('./commands.mjs');
    const { ensureInstalled } = await import('./install.mjs');
    const { handOver } = await import('./hand-over.mjs');
    const [name, ...args] = process.argv.slice(2);
    const command = findCommand(name, args);
    await ensureInstalled();
    handOver(command, args);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) {
  main();
} else {
  process.stderr.write(`Node ${OLDEST_MAJOR} or newer is needed to begin; this is ${process.version}.\n`);
  process.exit(1);
}
