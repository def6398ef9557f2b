import { areaDirectoryCases, describeAreaDirectory } from './area-directory.suite';
import { InMemoryAreas } from './in-memory-areas';
import { failedCases } from './suite';

const harnessOf = (Areas: typeof InMemoryAreas) => async () => {
  const areas = new Areas();
  return { directory: areas, reader: areas };
};

describeAreaDirectory('InMemoryAreas', harnessOf(InMemoryAreas));

class MixesSources extends InMemoryAreas {
  override async byKeys(keys: Parameters<InMemoryAreas['byKeys']>[0]) {
    const all = keys.flatMap(({ id }) => [{ source: 'headhunter', id } as const, { source: 'trudvsem', id } as const]);
    return super.byKeys(all);
  }
}

class WritesAll extends InMemoryAreas {
  override async replace(...[source, areas]: Parameters<InMemoryAreas['replace']>) {
    return { ...(await super.replace(source, areas)), written: areas.length };
  }
}

describe('the suite of AreaDirectory refuses', () => {
  it.each([
    [MixesSources, 'gives areas of several sources with their paths, and nothing of those it does not know'],
    [WritesAll, 'writes only what is other than before, and forgets what is no more'],
  ])('%p', async (Areas, title) => {
    expect(await failedCases(areaDirectoryCases, harnessOf(Areas))).toContain(title);
  });
});
