import { CreateSuperuser, EnsureSigningKey, RotateSigningKeys } from '@job-scope/auth-application';
import { Argon2PasswordHasher, RandomPasswordGenerator } from '@job-scope/auth-infrastructure/argon2';
import { EcKeyPairMaker, KeySealer } from '@job-scope/auth-infrastructure/jwt';
import { authEntities, PostgresAuthUnitOfWork, PostgresUserReader } from '@job-scope/auth-infrastructure/postgres';
import { AuthCommandLine } from '@job-scope/auth-presentation';
import {
  createDataSource,
  loadSettings,
  runCommandLine,
  silentLogger,
  SystemClock,
  UuidV7Generator,
} from '@job-scope/platform-nest';
import { keyRingTimesOf } from './limits';
import { AuthSettings } from './settings';

/** The operator's commands, on the same settings as the service. */
const main = async (): Promise<number> => {
  const settings = loadSettings(AuthSettings);
  const database = await createDataSource({
    url: settings.databaseUrl,
    applicationName: 'auth-cli',
    entities: authEntities,
    poolSize: 1,
  });
  try {
    const [clock, ids] = [new SystemClock(), new UuidV7Generator()];
    const unitOfWork = new PostgresAuthUnitOfWork(database, ids, silentLogger);
    const pairs = new EcKeyPairMaker(new KeySealer(settings.keyEncryptionKey));
    const commandLine = new AuthCommandLine(
      new CreateSuperuser(
        new PostgresUserReader(database),
        new RandomPasswordGenerator(),
        new Argon2PasswordHasher(),
        unitOfWork,
        ids,
        clock,
      ),
      new EnsureSigningKey(unitOfWork, pairs, clock),
      new RotateSigningKeys(unitOfWork, pairs, clock, keyRingTimesOf(settings)),
      process.stdout,
      process.stderr,
    );
    return await commandLine.run(process.argv.slice(2));
  } finally {
    await database.destroy();
  }
};

runCommandLine(main);
