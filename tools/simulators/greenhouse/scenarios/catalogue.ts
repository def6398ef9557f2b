import {
  boardScenarios,
  EDIT_SCENARIO,
  itemScenarios,
  NETWORK_SCENARIOS,
  numberOf,
  type BoardWorld,
  type Catalogue,
  type ItemShape,
  type JsonObject,
  type PostingBoard,
} from '@job-scope/simulator-shared';

export interface BoardsWorld extends BoardWorld {
  readonly board: PostingBoard;
}

const LISTS = /^\/v1\/boards\/[^/]+\/jobs$/;
const SPOILT = { title: null, location: 'Remote', updated_at: 'yesterday', departments: {}, content: 7 };
const NULLABLE = [
  'internal_job_id',
  'metadata',
  'requisition_id',
  'first_published',
  'company_name',
  'content',
  'departments',
  'offices',
  'pay_input_ranges',
];

const JOBS: ItemShape = {
  listPath: LISTS,
  read: (body) => (Array.isArray(body.jobs) ? (body.jobs as JsonObject[]) : [body]),
  write: (body, jobs) => (Array.isArray(body.jobs) ? { ...body, jobs } : (jobs[0] as JsonObject)),
};

const { insert, ...board } = boardScenarios(LISTS);

/** All scenarios by name. There are no pages here, so nothing can happen between them. */
export const SCENARIOS: Catalogue<BoardsWorld> = {
  ...NETWORK_SCENARIOS,
  ...itemScenarios(JOBS, SPOILT, NULLABLE),
  duplicates: {
    summary: 'a board names its first jobs again at the end',
    path: LISTS,
    parameters: { items: { kind: 'integer', fallback: 1 } },
    rewrite: (body, activation) => {
      const jobs = JOBS.read(body);
      return JOBS.write(body, [...jobs, ...jobs.slice(0, numberOf(activation, 'items'))]);
    },
  },
  insert: { ...insert, summary: 'new jobs appear now, each on the board that its id belongs to' },
  ...EDIT_SCENARIO,
  delete: {
    ...board.delete,
    summary: 'jobs are taken off: the board does not name them and their pages are not found',
  },
  restore: { ...board.restore, summary: 'jobs that were taken off come back, each with its old id' },
};
