import fc from 'fast-check';
import { PostingBoard, type PostingSource } from './posting-board';

const NOW = 1_793_610_000;
const SIZE = 20;

const SOURCE: PostingSource = {
  size: SIZE,
  idOf: (row) => `id-${row}`,
  rowOf: (id) => (/^id-\d+$/.test(id) ? Number(id.slice(3)) : undefined),
  modifiedAt: (row) => NOW - ((row * 7919) % 1000),
};

type Step = { kind: 'insert' | 'change' | 'delete' | 'restore'; pick: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('insert', 'change', 'delete', 'restore'),
  pick: fc.nat(),
});

interface Posting {
  open: boolean;
  edits: number;
}

/** What the board must say, kept in the plainest way. */
function play(postings: Map<string, Posting>, board: PostingBoard, { kind, pick }: Step, now: number): void {
  const id = [...postings.keys()][pick % postings.size] as string;
  const posting = postings.get(id) as Posting;
  const wasOpen = posting.open;
  switch (kind) {
    case 'insert':
      for (const added of board.insert(1 + (pick % 3), now)) postings.set(added, { open: true, edits: 0 });
      return;
    case 'change':
      expect(board.change(id, now)).toBe(wasOpen);
      if (wasOpen) posting.edits += 1;
      return;
    case 'delete':
      expect(board.delete(id)).toBe(wasOpen);
      posting.open = false;
      return;
    case 'restore':
      expect(board.restore(id, now)).toBe(wasOpen ? undefined : id);
      posting.open = true;
  }
}

describe('a board of postings', () => {
  it('knows which are open, in the order of their last change, whatever happens to them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const board = new PostingBoard(SOURCE);
        const postings = new Map(
          Array.from({ length: SIZE }, (_, row) => [SOURCE.idOf(row), { open: true, edits: 0 }] as const),
        );
        steps.forEach((each, index) => play(postings, board, each, NOW + index));

        const rows = Array.from({ length: board.open }, (_, rank) => board.rowAt(rank));
        const open = [...postings].filter(([, posting]) => posting.open).map(([id]) => id);
        expect(rows.map((row) => SOURCE.idOf(row)).toSorted()).toEqual(open.toSorted());
        const instants = rows.map((row) => board.modifiedAt(row));
        expect(instants).toEqual(instants.toSorted((left, right) => left - right));
        for (const [id, posting] of postings) {
          expect(board.find(id) !== undefined).toBe(posting.open);
          expect(board.editsOf(SOURCE.rowOf(id) as number)).toBe(posting.edits);
        }
      }),
    );
  });

  it('changes its version with everything that a search would notice', () => {
    const board = new PostingBoard(SOURCE);
    const versions = [
      board.version,
      ...[
        () => board.insert(1, NOW),
        () => board.change('id-3', NOW),
        () => board.delete('id-3'),
        () => board.restore('id-3', NOW),
      ].map((act) => (act(), board.version)),
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('finds the first change since an instant', () => {
    const board = new PostingBoard(SOURCE);
    fc.assert(
      fc.property(fc.integer({ min: NOW - 1100, max: NOW + 100 }), (instant) => {
        const older = Array.from({ length: SIZE }, (_, row) => SOURCE.modifiedAt(row)).filter((at) => at < instant);
        expect(board.firstRankSince(instant)).toBe(older.length);
      }),
    );
  });

  it('does not know what was never published', () => {
    const board = new PostingBoard(SOURCE);
    expect([board.find('id-20'), board.find('nonsense'), board.restore('id-20', NOW)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(board.change('id-20', NOW)).toBe(false);
  });
});
