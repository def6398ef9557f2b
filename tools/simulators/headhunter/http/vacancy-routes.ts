import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { VacancyBoard } from '../dataset/vacancy-board';
import type { View } from '../dataset/vacancy-source';
import { badArguments, notFound } from '../errors';
import { ParameterReader, type QueryParameters } from '../search/parameter-reader';
import type { SearchPages } from '../search/search-page';
import { readView } from '../search/search-query';
import type { TokenDesk } from './token-desk';

type ById = { Params: { id: string } };

/** Vacancies and employers: these demand the application token, if there is one. */
export function vacancyRoutes(app: FastifyInstance, board: VacancyBoard, pages: SearchPages, tokens: TokenDesk): void {
  app.addHook('onRequest', async (request) => tokens.check(request.headers.authorization));

  app.get('/vacancies', (request) => pages.page(request.query as QueryParameters));

  app.get<ById>('/vacancies/:id', (request) => {
    const row = board.find(request.params.id);
    if (row === undefined) throw notFound();
    return board.detail(row, viewOf(request));
  });

  app.get<ById>('/employers/:id', (request) => {
    if (!/^\d+$/.test(request.params.id)) throw badArguments(['employer_id']);
    const { employers, areas } = board.source;
    const position = employers.position(request.params.id);
    if (position === undefined) throw notFound();
    const { locale, host } = viewOf(request);
    return employers.card(position, board.openVacanciesOf(position), areas, locale, host);
  });
}

function viewOf(request: FastifyRequest): View {
  const reader = new ParameterReader(request.query as QueryParameters);
  const view = readView(reader);
  reader.finish();
  return view;
}
