import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Every route of the router as `METHOD /pattern`, those of plugins included, in order; HEAD goes with GET. */
export const routesOf = (app: NestFastifyApplication): readonly string[] => {
  const segments: string[] = [];
  // One line per path segment, indented by four columns a level, with its methods in brackets.
  const lines = app.getHttpAdapter().getInstance().printRoutes().split('\n');
  const routes = lines.flatMap((line) => {
    const [, indent = '', segment = '', methods = ''] = /^([│ ]*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line) ?? [];
    segments.length = indent.length / 4;
    segments.push(segment);
    const shown = methods.split(', ').filter((method) => METHODS.has(method));
    return shown.map((method) => `${method} ${segments.join('')}`);
  });
  return routes.sort();
};
