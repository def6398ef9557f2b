import { isIsoTime } from '@job-scope/kernel';
import { decodeCursor, encodeCursor, ProblemException } from '@job-scope/platform-nest';

/** Where an event stands in the list: its time, and among those of one millisecond its identifier. */
export interface AuditPosition {
  readonly at: Date;
  readonly id: string;
}

const LIST = 'audit-events';

export const cursorAfter = ({ at, id }: AuditPosition): string =>
  encodeCursor({ list: LIST, after: [at.toISOString(), id] });

/** What comes back from outside may have been altered on its way. */
export const positionIn = (cursor: string): AuditPosition => {
  const [at, id, ...more] = decodeCursor(LIST, cursor).after;
  if (typeof at === 'string' && isMoment(at) && typeof id === 'string' && UUID_V7.test(id) && more.length === 0) {
    return { at: new Date(at), id };
  }
  throw new ProblemException(400, 'cursor-invalid', {
    detail: 'The cursor is not one that this API has given.',
    errors: [{ pointer: '/cursor', message: 'is not a cursor of this API' }],
  });
};

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Of four-digit years: neither of the trails has to know others. */
const isMoment = (text: string): boolean => /^[1-9]\d{3}-/.test(text) && isIsoTime(text);
