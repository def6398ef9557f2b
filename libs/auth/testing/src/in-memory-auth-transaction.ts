import {
  isActiveSuperuser,
  type AuditRecord,
  type AuthContextEvent,
  type SigningKey,
  type User,
} from '@job-scope/auth-domain';
import { DOUBT_MS, type AuthOutboxMessage, type AuthTransaction, type UserRepository } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';

export interface StoredMessage {
  readonly message: AuthOutboxMessage;
  readonly appendedAt: Date;
  dueAt: Date;
  attempts: number;
  setAside: boolean;
}

export interface AuthState {
  users: User[];
  ring: readonly SigningKey[];
  outbox: StoredMessage[];
  /** Delivered or not. */
  readonly events: AuthContextEvent[];
  readonly audit: AuditRecord[];
  /** Numbers messages and audit events. */
  count: number;
}

export const transactionOn = (state: AuthState, clock: Clock): AuthTransaction => ({
  users: usersIn(state),
  signingKeys: {
    lockRing: async () => structuredClone(state.ring),
    saveRing: async (ring) => {
      state.ring = structuredClone(ring);
    },
  },
  outbox: { append: async (events) => events.forEach((event) => append(state, structuredClone(event), clock.now())) },
  audit: {
    append: async (event) => {
      state.count += 1;
      state.audit.push({ ...structuredClone(event), id: countedId(state.count), traceId: null });
    },
  },
});

const usersIn = (state: AuthState): UserRepository => {
  const isTaken = (user: User): boolean => state.users.some(({ id, email }) => email === user.email && id !== user.id);
  return {
    add: async (user) => {
      if (isTaken(user)) return false;
      state.users.push(structuredClone(user));
      return true;
    },
    lock: async (id) => structuredClone(state.users.find((user) => user.id === id)),
    save: async (user) => {
      if (isTaken(user)) return false;
      state.users = state.users.map((stored) => (stored.id === user.id ? structuredClone(user) : stored));
      return true;
    },
    remove: async (userId) => {
      state.users = state.users.filter(({ id }) => id !== userId);
    },
    lockActiveSuperusers: async () =>
      state.users.filter((user) => isActiveSuperuser(user) && user.verified).map(({ id }) => id),
  };
};

const append = (state: AuthState, event: AuthContextEvent, now: Date): void => {
  state.count += 1;
  const dueAt = new Date(now.getTime() + (event.kind === 'access-in-doubt' ? DOUBT_MS : 0));
  const message = { id: String(state.count), event, traceparent: null };
  state.outbox.push({ message, appendedAt: now, dueAt, attempts: 0, setAside: false });
  state.events.push(event);
};

const countedId = (count: number): string => `00000000-0000-7000-a000-${String(count).padStart(12, '0')}`;
