import { CreateRateLimits1763900000000 } from './1763900000000-create-rate-limits';

/** What belongs to no context, because every service with an HTTP door uses it. */
export const platformMigrations = {
  schema: 'platform',
  migrations: [CreateRateLimits1763900000000],
};
