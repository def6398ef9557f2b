import { createDataSource, loadSettings, runCommandLine, SystemClock, UuidV7Generator } from '@job-scope/platform-nest';
import { RemapVacancies } from '@job-scope/vacancies-application';
import { GreenhouseVacancyRemapper } from '@job-scope/vacancies-infrastructure/greenhouse';
import { HeadHunterVacancyRemapper } from '@job-scope/vacancies-infrastructure/headhunter';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import {
  PostgresCurrencyRates,
  PostgresVacancyPayloads,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { TrudvsemVacancyRemapper } from '@job-scope/vacancies-infrastructure/trudvsem';
import type { VacancyRemapper } from '@job-scope/vacancies-ports';
import { WorkerCommandLine } from '@job-scope/vacancies-presentation/cli';
import { runIndexCommand } from './index-commands';
import { WorkerSettings } from './settings';

/** The operator's commands, on the same settings as the service. Ctrl-C stops between two batches. */
const main = async (): Promise<number> => {
  const settings = loadSettings(WorkerSettings);
  const [command, ...args] = process.argv.slice(2);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const database = await createDataSource({ url: settings.databaseUrl, applicationName: 'worker-cli', poolSize: 4 });
  try {
    if (command === 'index') return await runIndexCommand(settings, database, args, stop.signal);
    const remappers: readonly VacancyRemapper[] = [
      new HeadHunterVacancyRemapper(),
      new TrudvsemVacancyRemapper(),
      new GreenhouseVacancyRemapper(),
    ];
    const remapVacancies = new RemapVacancies(
      new PostgresVacancyPayloads(database),
      new PostgresVacancyUnitOfWork(database, new UuidV7Generator()),
      new Map(remappers.map((remapper) => [remapper.name, remapper])),
      new PostgresCurrencyRates(database),
      new Sha256ContentHasher(),
      new SystemClock(),
    );
    const commandLine = new WorkerCommandLine(remapVacancies, process.stdout, process.stderr);
    return await commandLine.run(process.argv.slice(2), stop.signal);
  } finally {
    await database.destroy();
  }
};

runCommandLine(main);
