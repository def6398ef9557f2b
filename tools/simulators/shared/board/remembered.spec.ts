import { Remembered } from './remembered';

describe('remembered searches', () => {
  it('are not made twice until what they searched changes', () => {
    const remembered = new Remembered<number>();
    let searches = 0;
    const find = (key: string, version: number) => remembered.find(key, version, () => (searches += 1));
    expect([find('a', 0), find('b', 0), find('a', 0)]).toEqual([1, 2, 1]);
    expect([find('a', 1), find('b', 1)]).toEqual([3, 4]);
  });

  it('are only the last few', () => {
    const remembered = new Remembered<string>();
    const find = (key: string) => remembered.find(key, 0, () => `${key} again`);
    remembered.find('first', 0, () => 'first');
    for (let index = 0; index < 7; index += 1) find(String(index));
    expect(find('first')).toBe('first');
    for (let index = 10; index < 18; index += 1) find(String(index));
    expect(find('first')).toBe('first again');
  });
});
