import { VirtualClock } from './clock';
import { ApiFailure } from './http/api-failure';
import type { SimulatedApi } from './http/app';
import type { JsonObject } from './json';
import { boardScenarios, EDIT_SCENARIO, type Board } from './scenarios/board';
import { itemScenarios, pageScenarios, type ItemShape } from './scenarios/items';
import { NETWORK_SCENARIOS } from './scenarios/network';
import type { World } from './scenarios/scenario';
import { assemble, listen, type RunningSimulator } from './simulator';

const PAGE = 10;

class StubFailure extends ApiFailure {
  body(requestId: string): JsonObject {
    return { failed: this.message, requestId };
  }
}

/** Numbers as vacancies: `/things?page=N` shows them, ten a page, the last first. */
export class StubBoard implements Board {
  readonly things: number[];
  private last: number;

  constructor(size: number) {
    this.things = Array.from({ length: size }, (_, index) => index + 1);
    this.last = size;
  }

  insert(count: number): string[] {
    const added = Array.from({ length: count }, () => (this.last += 1));
    this.things.push(...added);
    return added.map(String);
  }

  newest(count: number): string[] {
    return this.things
      .slice(Math.max(0, this.things.length - count))
      .reverse()
      .map(String);
  }

  delete(id: string): boolean {
    const index = this.things.indexOf(Number(id));
    return index >= 0 && this.things.splice(index, 1).length > 0;
  }

  restore(id: string): string | undefined {
    if (Number(id) > this.last || this.things.includes(Number(id))) return undefined;
    this.things.push(Number(id));
    return id;
  }

  change(id: string): boolean {
    return this.things.includes(Number(id));
  }
}

const SHAPE: ItemShape = {
  listPath: '/things?',
  read: ({ things }) => things as JsonObject[],
  write: (body, things) => ({ ...body, things }),
};

/** The smallest source there can be, on a real socket. */
export function startStub(size = 25, control = false): Promise<RunningSimulator> {
  const board = new StubBoard(size);
  const thing = (id: number) => ({ id: String(id), name: `Thing ${id}`.padEnd(120, '.'), place: 'here' });
  const api: SimulatedApi = {
    routes(app) {
      app.get<{ Querystring: { page?: string } }>('/things', ({ query }) => {
        const start = Number(query.page ?? 0) * PAGE;
        return {
          things: board.things
            .toReversed()
            .slice(start, start + PAGE)
            .map(thing),
        };
      });
      app.get('/other', () => ({ small: true }));
      app.get('/broken', () => {
        throw new Error('a bug');
      });
    },
    notFound: () => new StubFailure(404, 'nothing here'),
    badRequest: () => new StubFailure(400, 'unreadable'),
    broken: () => new StubFailure(500, 'broken'),
  };
  const isFirst = ({ query }: { query: unknown }) => ((query as { page?: string }).page ?? '0') === '0';
  const simulator = assemble<World & { readonly board: StubBoard }>({
    api,
    world: { board, clock: new VirtualClock(1_793_610_000) },
    scenarios: {
      ...NETWORK_SCENARIOS,
      ...itemScenarios(SHAPE, { name: null }, ['place', 'absent']),
      ...pageScenarios(SHAPE, isFirst),
      ...boardScenarios('/things?'),
      ...EDIT_SCENARIO,
    },
    scenarioPath: '/things',
    size,
    control,
  });
  return listen(simulator, {});
}

export interface Thing {
  readonly id: string;
  readonly name: string | null;
  readonly place: string | null;
}
