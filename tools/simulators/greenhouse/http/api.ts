import { Remembered, type JsonObject, type PostingBoard, type SimulatedApi } from '@job-scope/simulator-shared';
import type { Board } from '../dataset/boards';
import { showContent, showHeader, showPay } from '../dataset/job';
import type { JobSource } from '../dataset/job-source';
import { badRequest, boardNotFound, internalError, jobNotFound, notFound } from '../errors';
import { answerConditionally } from './conditional';

export const API = '/v1/boards';

type OfBoard = { Params: { token: string }; Querystring: Record<string, string | undefined> };
type OfJob = OfBoard & { Params: { id: string } };

/** What boards-api.greenhouse.io answers. */
export const boardsApi = (source: JobSource, postings: PostingBoard): SimulatedApi => {
  const rows = new Remembered<readonly number[]>();

  const findBoard = (token: string) => source.boards.find((board) => board.token === token);

  /** The last updated first. */
  const rowsOf = (board: Board) =>
    rows.find(board.token, postings.version, () =>
      Array.from({ length: postings.open }, (_, index) => postings.rowAt(postings.open - 1 - index)).filter(
        (row) => source.boardOf(row) === board,
      ),
    );

  const show = (row: number, { content, pay }: { content: boolean; pay: boolean }): JsonObject => {
    const [draft, edition] = [source.draft(row), source.edition(row, postings)];
    return {
      ...showHeader(draft, edition),
      ...(content && showContent(draft, edition)),
      ...(pay && showPay(draft, edition)),
    };
  };

  return {
    routes(app) {
      answerConditionally(app);
      app.get<OfBoard>(`${API}/:token`, ({ params }) => {
        const board = findBoard(params.token);
        if (!board) throw boardNotFound();
        return { name: board.name, content: `&lt;p&gt;${board.name}&lt;/p&gt;` };
      });
      app.get<OfBoard>(`${API}/:token/jobs`, ({ params, query }) => {
        const board = findBoard(params.token);
        if (!board) throw boardNotFound();
        const content = query.content === 'true';
        const jobs = rowsOf(board).map((row) => show(row, { content, pay: false }));
        return { jobs, meta: { total: jobs.length } };
      });
      app.get<OfJob>(`${API}/:token/jobs/:id`, ({ params, query }) => {
        const row = postings.find(params.id);
        if (row === undefined || source.boardOf(row).token !== params.token) throw jobNotFound();
        return show(row, { content: true, pay: query.pay_transparency === 'true' });
      });
    },
    notFound,
    badRequest,
    broken: internalError,
  };
};
