import { portToken } from '@job-scope/kernel';
import type { KeyRingTimes, SessionLimits } from '@job-scope/auth-domain';

/** Given by the settings of the service, once. */
export const SESSION_LIMITS = portToken<SessionLimits>('auth/SessionLimits');
export const KEY_RING_TIMES = portToken<KeyRingTimes>('auth/KeyRingTimes');
