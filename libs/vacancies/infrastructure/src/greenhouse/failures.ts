import { err, ok, type Result } from '@job-scope/kernel';
import type { SourceFailure } from '@job-scope/vacancies-ports';
import { rateLimited } from '../http-source/failures';
import type { Exchange } from '../http-source/http-exchange';

const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const REQUEST_TIMEOUT = 408;

/** The body of an answer, or what its refusal means for this board. */
export const readAnswer =
  (board: string) =>
  (exchange: Exchange, now: Date, attempt: number): Result<unknown, SourceFailure> => {
    const { status, body } = exchange;
    if ((status === 200 || status === NOT_MODIFIED) && body !== undefined) return ok(body);
    const answered = status === 200 ? 'something else than JSON' : String(status);
    const detail = `Greenhouse answered ${answered} for the board ${board}`;
    if (status === 429) return err(rateLimited(detail, exchange, now, attempt));
    if (status === 401) return err({ code: 'source.unauthorized', detail });
    // Boards are open to all: whoever refuses keeps us out.
    if (status === 403 || status === 451) return err({ code: 'source.blocked', detail });
    if (status === NOT_FOUND) return err({ code: 'source.query-refused', detail: `Greenhouse has no board ${board}` });
    if (status >= 400 && status < 500 && status !== REQUEST_TIMEOUT)
      return err({ code: 'source.query-refused', detail });
    return err({ code: 'source.unavailable', detail });
  };
