import { err, ok, type Result } from '@job-scope/kernel';
import type { SourceFailure } from '@job-scope/vacancies-ports';
import { refusalOf } from '../http-source/failures';
import type { Exchange } from '../http-source/http-exchange';

const NOT_MODIFIED = 304;
const NOT_FOUND = 404;

/** The body of an answer, or what its refusal means for this board. */
export const readAnswer =
  (board: string) =>
  (exchange: Exchange, now: Date, attempt: number): Result<unknown, SourceFailure> => {
    const { status, body } = exchange;
    if ((status === 200 || status === NOT_MODIFIED) && body !== undefined) return ok(body);
    if (status === NOT_FOUND) return err({ code: 'source.query-refused', detail: `Greenhouse has no board ${board}` });
    const answered = status === 200 ? 'something else than JSON' : String(status);
    const detail = `Greenhouse answered ${answered} for the board ${board}`;
    return err(refusalOf(detail, status, exchange, now, attempt));
  };
