import { KeptAnswers } from './kept-answers';

const [A, B, C] = ['a', 'b', 'c'].map((path) => new URL(`http://source/${path}`)) as [URL, URL, URL];
const answer = (etag: string, length = 10) => ({ etag, bytes: new Uint8Array(length), zipped: false });

describe('kept answers', () => {
  it('are found by their whole address, each the last that was kept', () => {
    const kept = new KeptAnswers();
    kept.keep(A, answer('1'));
    kept.keep(A, answer('2'));
    expect([kept.find(A)?.etag, kept.find(new URL('?content=true', A))]).toEqual(['2', undefined]);
  });

  it('go when they grow too many, the one that was asked for longest ago first', () => {
    const kept = new KeptAnswers(25);
    kept.keep(A, answer('a'));
    kept.keep(B, answer('b'));
    kept.find(A);
    kept.keep(C, answer('c'));
    expect([A, B, C].map((url) => kept.find(url)?.etag)).toEqual(['a', undefined, 'c']);
  });

  it('are counted by what is kept of them now', () => {
    const kept = new KeptAnswers(25);
    for (let time = 0; time < 5; time += 1) kept.keep(A, answer('a'));
    kept.keep(B, answer('b'));
    expect([A, B].map((url) => kept.find(url)?.etag)).toEqual(['a', 'b']);
  });

  it('make no room for one that is larger than all of it', () => {
    const kept = new KeptAnswers(25);
    kept.keep(A, answer('a'));
    kept.keep(B, answer('b', 26));
    expect([A, B].map((url) => kept.find(url)?.etag)).toEqual(['a', undefined]);
  });
});
