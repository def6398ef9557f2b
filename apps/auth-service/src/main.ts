import { ReadOutboxBacklog, RelayOutbox } from '@job-scope/auth-application';
import { OutboxRelay } from '@job-scope/auth-presentation';
import { listen, observeOutbox, runService } from '@job-scope/platform-nest';
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
    const relay = new OutboxRelay(app.get(RelayOutbox), logger);
    observeOutbox(() => app.get(ReadOutboxBacklog).execute());
    const url = await listen(app, { host, port, variable: 'PORT' });
    relay.start();
    logger.info(`listening on ${url}`, { 'event.action': 'listening' });
    return {
      probes,
      close: async () => {
        await app.close();
        await relay.stop();
        await close();
      },
    };
  },
});
