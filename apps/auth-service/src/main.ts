import { listen, runService } from '@job-scope/platform-nest';
import { compose } from './compose';
import { createAuthService } from './create-auth-service';
import { AuthSettings } from './settings';

void runService({
  name: 'auth-service',
  settingsClass: AuthSettings,
  start: async (settings, { logger }) => {
    const { bindings, probes, close } = await compose(settings, logger);
    const { host, port, trustedProxies } = settings;
    const app = await createAuthService(bindings, { logger, trustedProxies });
    const url = await listen(app, { host, port, variable: 'PORT' });
    logger.info(`listening on ${url}`, { 'event.action': 'listening' });
    return {
      probes,
      close: async () => {
        await app.close();
        await close();
      },
    };
  },
});
