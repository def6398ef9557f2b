import type { SimulatedApi } from '@job-scope/simulator-shared';
import type { VacancyBoard } from '../dataset/vacancy-board';
import { badRequest, internalError, notFound } from '../errors';
import type { SearchPages } from '../search/search-page';
import { directoryRoutes } from './directory-routes';
import type { TokenDesk } from './token-desk';
import { tokenRoutes } from './token-routes';
import { checkUserAgent } from './user-agent';
import { vacancyRoutes } from './vacancy-routes';

/** What api.hh.ru answers. */
export const headHunterApi = (board: VacancyBoard, pages: SearchPages, tokens: TokenDesk): SimulatedApi => ({
  routes(app) {
    app.addHook('onRequest', async (request) => checkUserAgent(request.headers));
    directoryRoutes(app, board.source.areas);
    tokenRoutes(app, tokens);
    app.register(async (guarded) => vacancyRoutes(guarded, board, pages, tokens));
  },
  notFound,
  badRequest,
  broken: internalError,
});
