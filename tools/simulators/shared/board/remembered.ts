/** Pages of one search come one after the other, so a few remembered searches save nearly all repeated work. */
const CAPACITY = 8;

/** The last few results by key. They are forgotten when the version of what was searched changes. */
export class Remembered<T> {
  private results = new Map<string, T>();
  private version = -1;

  find(key: string, version: number, search: () => T): T {
    if (this.version !== version) this.results = new Map();
    this.version = version;
    const found = this.results.get(key) ?? search();
    this.results.delete(key);
    this.results.set(key, found);
    if (this.results.size > CAPACITY) this.results.delete(this.results.keys().next().value as string);
    return found;
  }
}
