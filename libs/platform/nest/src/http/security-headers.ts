import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * For answers that are data: whatever a browser takes one for, it may load nothing, run nothing and be framed by nobody.
 * Pages say for themselves what they need.
 */
export const securityHeaders = (https: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
  },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: https,
  xFrameOptions: { action: 'deny' },
});
