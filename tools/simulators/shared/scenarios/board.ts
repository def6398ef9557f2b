import { idsOf, numberOf, type Activation, type Catalogue, type PathRule, type World } from './scenario';

/** The vacancies of a source, as far as scenarios change them. `now` is in seconds since the epoch. */
export interface Board {
  /** Publishes new vacancies. @returns their ids */
  insert(count: number, now: number): string[];
  /** @returns the ids of those that a list shows first; fewer when there are fewer */
  newest(count: number): string[];
  /** @returns whether there was such a vacancy */
  delete(id: string): boolean;
  /** Publishes a vacancy again that was taken off. @returns its id from now on, undefined when it was not off */
  restore(id: string, now: number): string | undefined;
}

export interface BoardWorld extends World {
  readonly board: Board;
}

/** A board whose vacancies can be edited in place. */
export interface EditableBoard extends Board {
  /** @returns whether there was such a vacancy */
  change(id: string, now: number): boolean;
}

const vacancies = { vacancies: { kind: 'integer', fallback: 1 } } as const;
/** The parameter of scenarios about certain vacancies. */
export const REQUIRED_IDS = { ids: { kind: 'ids', required: true } } as const;

const insert = (activation: Activation<BoardWorld>): string[] => {
  const { board, clock } = activation.world;
  return board.insert(numberOf(activation, 'vacancies'), clock.now());
};

/** What happens to vacancies while a collector reads. @param listPath where they are read page by page */
export const boardScenarios = (listPath: PathRule) =>
  ({
    insert_between_pages: {
      summary: 'before each page, some new vacancies appear and push the others back',
      path: listPath,
      parameters: vacancies,
      before: (_, activation) => {
        insert(activation);
      },
    },
    delete_between_pages: {
      summary: 'before each page, the newest vacancies disappear and pull the others forward',
      path: listPath,
      parameters: vacancies,
      before: (_, activation) => {
        const { board } = activation.world;
        for (const id of board.newest(numberOf(activation, 'vacancies'))) board.delete(id);
      },
    },
    insert: {
      summary: 'new vacancies appear now',
      parameters: vacancies,
      apply: (activation) => ({ ids: insert(activation) }),
    },
    delete: {
      summary: 'vacancies disappear altogether',
      parameters: REQUIRED_IDS,
      apply: (activation) => ({ ids: idsOf(activation).filter((id) => activation.world.board.delete(id)) }),
    },
    restore: {
      summary: 'vacancies that were taken off come back',
      parameters: REQUIRED_IDS,
      apply: (activation) => {
        const { board, clock } = activation.world;
        return { ids: idsOf(activation).flatMap((id) => board.restore(id, clock.now()) ?? []) };
      },
    },
  }) satisfies Catalogue<BoardWorld>;

export const EDIT_SCENARIO = {
  change: {
    summary: 'vacancies are edited now: other pay, other text',
    parameters: REQUIRED_IDS,
    apply: (activation) => {
      const { board, clock } = activation.world;
      return { ids: idsOf(activation).filter((id) => board.change(id, clock.now())) };
    },
  },
} satisfies Catalogue<World & { readonly board: EditableBoard }>;
