import { ProblemException } from '../problems/problem-exception';
import { expectedRevision, revisionETagOf } from './revision-etag';

describe('the entity tag of a revision', () => {
  it('is read back as it was given', () => {
    expect(expectedRevision(revisionETagOf({ revision: 12 }), 'things.changed')).toBe(12);
    expect(expectedRevision(' "12" ', 'things.changed')).toBe(12);
    expect(expectedRevision('"12-_x-9"', 'things.changed')).toBe(12);
  });

  it.each([undefined, '*', ' * '])('does not matter to If-Match: %s', (ifMatch) => {
    expect(expectedRevision(ifMatch, 'things.changed')).toBeUndefined();
  });

  it.each(['', '12', 'W/"12"', '"12", "13"', '"twelve"', '"-1"', 'W/"12-x"', '"12-"', `"${'9'.repeat(16)}"`])(
    'is not %s',
    (ifMatch) => {
      const refusal = () => expectedRevision(ifMatch, 'things.changed');
      expect(refusal).toThrow(ProblemException);
      expect(refusal).toThrow(expect.objectContaining({ status: 412, code: 'things.changed' }));
    },
  );
});
