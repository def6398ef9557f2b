import { portToken } from '@job-scope/kernel';
import type { UserChanged, UserDeleted } from '@job-scope/auth-domain';

/** Tells other contexts of users. */
export interface UserEventPublisher {
  /** Repeating it is harmless, and an event of a lower revision than one published before changes nothing. */
  publish(event: UserChanged | UserDeleted): Promise<void>;
}

export const USER_EVENT_PUBLISHER = portToken<UserEventPublisher>('auth/UserEventPublisher');
