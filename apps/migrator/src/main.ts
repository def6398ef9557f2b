import { loadSettings } from '@job-scope/platform-nest';
import { explain } from './explain';
import { migrate } from './migrate';
import { MigratorSettings } from './settings';

const main = async (): Promise<void> => {
  try {
    await migrate(loadSettings(MigratorSettings), (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    process.stderr.write(`The database is not migrated. ${explain(error)}\n`);
    process.exitCode = 1;
  }
};

void main();
