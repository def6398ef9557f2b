import type { JsonObject, PostingBoard, SimulatedApi } from '@job-scope/simulator-shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findRegion } from '../dataset/regions';
import type { VacancySource } from '../dataset/vacancy-source';
import { badRequest, internalError, notFound, SERVER_ERROR_PAGE } from '../errors';
import { MAX_LIMIT, readQuery, type QueryParameters } from '../search/query';
import type { Scope, VacancySearch } from '../search/vacancy-search';

export const API = '/api/v1/vacancies';

export interface PortalParts {
  readonly source: VacancySource;
  readonly board: PostingBoard;
  readonly search: VacancySearch;
  /** The first page index that is answered with 500. */
  readonly pageLimit: number;
}

/** What opendata.trudvsem.ru answers. */
export const portalApi = ({ source, board, search, pageLimit }: PortalParts): SimulatedApi => {
  const show = (row: number) => ({ vacancy: source.show(row, board) });

  /** @param scope undefined when the path names something that is not there, which is no error: nothing is found */
  const page = (request: FastifyRequest, reply: FastifyReply, scope: Scope | undefined) => {
    const query = readQuery(request.query as QueryParameters);
    const { limit, offset } = query;
    if (offset >= pageLimit) return reply.code(500).type('text/html; charset=utf-8').send(SERVER_ERROR_PAGE);
    const found = scope && search.find(scope, query);
    const total = found?.length ?? 0;
    const count = Math.max(0, Math.min(limit, total - offset * limit));
    const vacancies = Array.from({ length: count }, (_, index) => show(found?.row(offset * limit + index) as number));
    return envelope(vacancies, total, limit);
  };

  return {
    routes(app) {
      app.get(API, (request, reply) => page(request, reply, {}));
      app.get<{ Params: { code: string } }>(`${API}/region/:code`, (request, reply) => {
        const region = findRegion(request.params.code);
        return page(request, reply, region && { region });
      });
      app.get<{ Params: { ogrn: string } }>(`${API}/company/ogrn/:ogrn`, (request, reply) => {
        const company = source.companies.position(request.params.ogrn);
        return page(request, reply, company === undefined ? undefined : { company });
      });
      app.get<{ Params: { company: string; id: string } }>(`${API}/vacancy/:company/:id`, ({ params }) => {
        const row = board.find(params.id);
        const known = row !== undefined && source.companies.at(source.companyOf(row)).ogrn === params.company;
        return known ? envelope([show(row)], 1, MAX_LIMIT) : envelope([], 0, MAX_LIMIT);
      });
    },
    notFound,
    badRequest,
    broken: internalError,
  };
};

/** Without vacancies `results` is an empty object, not one with an empty list. */
const envelope = (vacancies: readonly JsonObject[], total: number, limit: number): JsonObject => ({
  status: '200',
  meta: { total, limit },
  results: vacancies.length === 0 ? {} : { vacancies },
});
