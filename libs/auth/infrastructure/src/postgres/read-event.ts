import type { AuthContextEvent } from '@job-scope/auth-domain';
import { EVENT_NAMES } from './outbox';

type Kind = AuthContextEvent['kind'];
type Check = (value: unknown) => boolean;
type Forms = {
  readonly [Event in AuthContextEvent as Event['kind']]: Readonly<Record<Exclude<keyof Event, 'kind'>, Check>>;
};

const isText: Check = (value) => typeof value === 'string';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isTime: Check = (value) => isText(value) && !Number.isNaN(Date.parse(String(value)));

const FORMS: Forms = {
  'user-changed': {
    userId: isText,
    email: isText,
    verified: isFlag,
    active: isFlag,
    superuser: isFlag,
    revision: Number.isSafeInteger,
  },
  'user-deleted': { userId: isText, revision: Number.isSafeInteger },
  'access-in-doubt': { userId: isText, denialId: isText },
  'sessions-to-end': { userId: isText, reason: isText, openedUntil: isTime, except: isTextOrNull },
  'mail-wanted': { userId: isText, mail: isText, to: isText, language: isText },
};

const KINDS: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(EVENT_NAMES) as Kind[]).map((kind) => [EVENT_NAMES[kind], kind]),
);

/** The event of a stored payload; undefined if it has not the form that goes with the name. */
export const readEvent = (name: string, payload: unknown): AuthContextEvent | undefined => {
  const kind = KINDS.get(name);
  if (!kind || typeof payload !== 'object' || payload === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...payload };
  if (!Object.entries(FORMS[kind]).every(([field, isGood]) => isGood(fields[field]))) return undefined;
  const event = { ...fields, kind } as AuthContextEvent;
  return event.kind === 'sessions-to-end' ? { ...event, openedUntil: new Date(event.openedUntil) } : event;
};
