import {
  answer,
  boardScenarios,
  EDIT_SCENARIO,
  itemScenarios,
  NETWORK_SCENARIOS,
  pageScenarios,
  type BoardWorld,
  type Catalogue,
  type ItemShape,
  type JsonObject,
  type PostingBoard,
} from '@job-scope/simulator-shared';
import { errorBody, SERVER_ERROR_PAGE } from '../errors';

export interface PortalWorld extends BoardWorld {
  readonly board: PostingBoard;
}

/** Lists of all, of a region and of a company; not the page of one vacancy, which begins alike. */
const LISTS = /^\/api\/v1\/vacancies(\/region\/[^/]+|\/company\/ogrn\/[^/]+)?$/;
const SPOILT = {
  'job-name': null,
  region: 'Москва',
  salary_min: 'по договорённости',
  'creation-date': 'вчера',
  addresses: ['г. Москва'],
};
const NULLABLE = [
  'company',
  'salary',
  'duty',
  'requirements',
  'category',
  'requirement',
  'addresses',
  'schedule',
  'employment',
  'social_protected',
  'term',
  'contact_list',
  'contact_person',
  'skills',
];

type Results = { vacancies?: readonly { vacancy: JsonObject }[] };

const ITEMS: ItemShape = {
  listPath: LISTS,
  read: ({ results }) => ((results as Results).vacancies ?? []).map(({ vacancy }) => vacancy),
  write: (body, items) => ({
    ...body,
    results: items.length === 0 ? {} : { vacancies: items.map((vacancy) => ({ vacancy })) },
  }),
};

const isFirstPage = ({ query }: { query: unknown }) => Number((query as { offset?: string }).offset ?? 0) === 0;
const board = boardScenarios(LISTS);

/** All scenarios by name. */
export const SCENARIOS: Catalogue<PortalWorld> = {
  server_error: {
    summary: '500 with an HTML page, as at a page too deep',
    before: (exchange) => answer(exchange, 500, 'text/html; charset=utf-8', SERVER_ERROR_PAGE),
  },
  ok_with_error: {
    summary: '200 whose body says that the status is 500',
    before: (exchange) =>
      answer(exchange, 200, 'application/json', JSON.stringify(errorBody(500, 'Internal Server Error'))),
  },
  ...NETWORK_SCENARIOS,
  ...itemScenarios(ITEMS, SPOILT, NULLABLE),
  ...pageScenarios(ITEMS, isFirstPage),
  ...board,
  ...EDIT_SCENARIO,
  delete: { ...board.delete, summary: 'vacancies are closed: no list and no page shows them' },
  restore: { ...board.restore, summary: 'closed vacancies come back, each with its old id' },
};
