import {
  answer,
  boardScenarios,
  idsOf,
  itemScenarios,
  mapItems,
  NETWORK_SCENARIOS,
  numberOf,
  pageScenarios,
  REQUIRED_IDS,
  type Catalogue,
  type ItemShape,
  type JsonObject,
} from '@job-scope/simulator-shared';
import { captchaRequired, forbidden } from '../errors';
import type { HeadHunterWorld } from './world';

const SEARCH = '/vacancies?';
const SPOILT = { name: null, area: 'Москва', salary: 'по договорённости', published_at: 'вчера' };
/** All that the document allows to be null and that the generator ever fills. */
const NULLABLE = ['department', 'salary', 'salary_range', 'address', 'schedule', 'experience', 'employment', 'premium'];

const ITEMS: ItemShape = {
  listPath: SEARCH,
  read: (body) => (Array.isArray(body.items) ? (body.items as JsonObject[]) : [body]),
  write: (body, items) => (Array.isArray(body.items) ? { ...body, items } : (items[0] as JsonObject)),
};

const isFirstPage = ({ query }: { query: unknown }) => Number((query as { page?: string }).page ?? 0) === 0;
const board = boardScenarios(SEARCH);

/** All scenarios by name: things that real sources do to a collector. */
export const SCENARIOS: Catalogue<HeadHunterWorld> = {
  captcha: {
    summary: '403 captcha_required',
    before: () => {
      throw captchaRequired();
    },
  },
  ban: {
    summary: '403 forbidden for some seconds; directories still answer',
    parameters: { seconds: { kind: 'integer', fallback: 60 } },
    before: () => {
      throw forbidden();
    },
    lasts: (activation) =>
      activation.world.clock.elapsed() - activation.startedAt < numberOf(activation, 'seconds') * 1000,
  },
  service_unavailable: {
    summary: '503 with a JSON error',
    before: (exchange) =>
      answer(exchange, 503, 'application/json', JSON.stringify({ errors: [{ type: 'service_unavailable' }] })),
  },
  blocked_html: {
    summary: '403 with an HTML page, as a protection against robots answers',
    before: (exchange) => answer(exchange, 403, 'text/html; charset=utf-8', '<html><body>Access denied</body></html>'),
  },
  ok_with_errors: {
    summary: '200 whose body is an error',
    before: (exchange) =>
      answer(
        exchange,
        200,
        'application/json',
        JSON.stringify({ request_id: exchange.request.id, errors: [{ type: 'forbidden' }] }),
      ),
  },
  ...NETWORK_SCENARIOS,
  ...itemScenarios(ITEMS, SPOILT, NULLABLE),
  null_employer: {
    summary: 'employer is null, for the given ids or for all',
    parameters: { ids: { kind: 'ids' } },
    rewrite: (body, activation) => {
      const ids = idsOf(activation);
      return mapItems(ITEMS, body, (item) =>
        ids.length === 0 || ids.includes(item.id as string) ? { ...item, employer: null } : item,
      );
    },
  },
  ...pageScenarios(ITEMS, isFirstPage),
  ...board,
  archive: {
    summary: 'vacancies leave the search; their pages stay, archived',
    parameters: REQUIRED_IDS,
    apply: (activation) => ({ ids: idsOf(activation).filter((id) => activation.world.board.archive(id)) }),
  },
  restore: { ...board.restore, summary: 'archived vacancies come back, each with a new id' },
  revoke_token: {
    summary: 'the current application token is revoked',
    apply: ({ world }) => {
      world.tokens.revoke();
      return {};
    },
  },
};
