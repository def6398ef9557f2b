import fc from 'fast-check';
import { GeneratedSource } from './generated/generated-source';
import { VacancyBoard } from './vacancy-board';

const NOW = 1_793_610_000;
const SIZE = 25;

type State = 'open' | 'archived' | 'deleted';
type Step = { kind: 'insert' | 'archive' | 'delete' | 'restore'; pick: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('insert', 'archive', 'delete', 'restore'),
  pick: fc.nat(),
});

/** What the board must say, kept in the plainest way: a state for each id that ever was. */
function playOnModel(states: Map<string, State>, board: VacancyBoard, { kind, pick }: Step, now: number) {
  const id = [...states.keys()][pick % states.size] as string;
  const state = states.get(id);
  switch (kind) {
    case 'insert':
      for (const added of board.insert(1 + (pick % 3), now)) states.set(added, 'open');
      return;
    case 'archive':
      expect(board.archive(id)).toBe(state === 'open');
      if (state === 'open') states.set(id, 'archived');
      return;
    case 'delete':
      expect(board.delete(id)).toBe(state !== 'deleted');
      states.set(id, 'deleted');
      return;
    case 'restore': {
      const restored = board.restore(id, now);
      expect(restored !== undefined).toBe(state === 'archived');
      if (restored) states.set(restored, 'open');
    }
  }
}

describe('the board', () => {
  it('knows every vacancy and shows the open ones in order, whatever happens to them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const source = new GeneratedSource(SIZE, 1, NOW);
        const board = new VacancyBoard(source);
        const states = new Map<string, State>(Array.from({ length: SIZE }, (_, row) => [source.idOf(row), 'open']));
        steps.forEach((each, index) => playOnModel(states, board, each, NOW + index));

        const rows = Array.from({ length: board.open }, (_, rank) => board.rowAt(rank));
        const open = [...states].filter(([, state]) => state === 'open').map(([id]) => id);
        expect(rows.map((row) => source.idOf(row)).toSorted()).toEqual(open.toSorted());
        const instants = rows.map((row) => board.column('publishedAt')[row] as number);
        expect(instants).toEqual(instants.toSorted((left, right) => left - right));
        for (const [id, state] of states) expect(board.find(id) === undefined).toBe(state === 'deleted');
      }),
    );
  });

  it('finds the first publication since an instant', () => {
    const board = new VacancyBoard(new GeneratedSource(200, 1, NOW));
    const publishedAt = board.column('publishedAt');
    fc.assert(
      fc.property(fc.integer({ min: NOW - 40 * 86_400, max: NOW + 86_400 }), (instant) => {
        const older = [...publishedAt].filter((published) => published < instant).length;
        expect(board.firstRankSince(instant)).toBe(older);
      }),
    );
  });
});
