import { IsIn, IsInt, IsIP, Max, Min } from 'class-validator';
import { Setting } from './setting.decorator';
import { IsPort } from './setting-rules';

/** What every service can be told. A service extends it and must set `managementPort` to a default of its own. */
export abstract class ServiceSettings {
  @Setting({ describe: 'development, test or production' })
  @IsIn(['development', 'test', 'production'])
  nodeEnv: 'development' | 'test' | 'production' = 'production';

  @Setting({ describe: 'the least severe log level that is written: error, warn, info or debug' })
  @IsIn(['error', 'warn', 'info', 'debug'])
  logLevel: 'error' | 'warn' | 'info' | 'debug' = 'info';

  @Setting({ describe: 'the address of the management server (health and metrics); keep it private' })
  @IsIP()
  managementHost: string = '127.0.0.1';

  @Setting({ describe: 'the port of the management server' })
  @IsPort()
  managementPort: number = 0;

  @Setting({ describe: 'how many seconds a shutdown may take before the process is ended' })
  @IsInt()
  @Min(1)
  @Max(600)
  shutdownGraceSeconds: number = 10;
}
