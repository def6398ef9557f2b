import fc from 'fast-check';
import { decodeCursor, encodeCursor, readCursor } from './cursor';
import { ProblemException } from './problems/problem-exception';

const codeOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemException) return `${error.status} ${error.code}`;
    throw error;
  }
  return 'no error';
};

const position = fc.record({
  list: fc.string(),
  after: fc.array(
    fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.constant(null),
    ),
  ),
});

describe('cursor', () => {
  it('comes back as the position it was made of', () => {
    fc.assert(
      fc.property(position, ({ list, after }) => {
        const cursor = encodeCursor({ list, after });
        expect(decodeCursor(list, cursor)).toEqual({ list, after });
        expect(readCursor(cursor, 'a.cursor-expired')).toEqual({ list, after });
      }),
    );
  });

  it('can stand in a URL as it is', () => {
    fc.assert(
      fc.property(position, (one) => {
        const cursor = encodeCursor(one);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it('answers any other text with a 400 problem, never another error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => Buffer.from(text).toString('base64url')),
        ),
        (text) => {
          expect(codeOf(() => decodeCursor('list', text))).toMatch(/^400 cursor-(invalid|expired)$/);
          expect(codeOf(() => readCursor(text, 'a.cursor-expired'))).toBe('400 a.cursor-expired');
        },
      ),
    );
  });

  it('is taken by each list that is named', () => {
    const cursor = encodeCursor({ list: 'b', after: [1] });
    expect(decodeCursor(['a', 'b'], cursor).list).toBe('b');
  });

  it('has expired for another list or of another version', () => {
    expect(codeOf(() => decodeCursor('a', encodeCursor({ list: 'b', after: [] })))).toBe('400 cursor-expired');
    const older = Buffer.from(JSON.stringify([0, 'a', 1])).toString('base64url');
    expect(codeOf(() => decodeCursor('a', older))).toBe('400 cursor-expired');
    expect(codeOf(() => readCursor(older, 'a.cursor-expired'))).toBe('400 a.cursor-expired');
  });
});
