import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listen, runService } from '@job-scope/platform-nest';
import type { OpenAPIObject } from '@nestjs/swagger';
import { compose } from './compose';
import { createGateway } from './create-gateway';
import { GatewaySettings } from './settings';

/** The build writes it beside this program. */
const API_DOCUMENT = join(__dirname, 'openapi.json');

void runService({
  name: 'api-gateway',
  settingsClass: GatewaySettings,
  start: async (settings, { logger }) => {
    const apiDocument = JSON.parse(await readFile(API_DOCUMENT, 'utf8')) as OpenAPIObject;
    const { close, probes, ...composition } = await compose(settings, logger);
    const { allowedOrigins, host, port, trustedProxies } = settings;
    const app = await createGateway({ ...composition, apiDocument, allowedOrigins, logger, trustedProxies });
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
