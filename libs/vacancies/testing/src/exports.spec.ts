import type { VacancyExport } from '@job-scope/vacancies-ports';
import { describeExportFiles, exportFilesCases } from './export-files.suite';
import { describeExports, exportsCases } from './exports.suite';
import { InMemoryExportFiles, InMemoryExports } from './in-memory-exports';
import { failedCases } from './suite';

const openWith = (Exports: new () => InMemoryExports) => async () => {
  const both = new Exports();
  return { store: both, queue: both };
};

const filesWith = (Files: new () => InMemoryExportFiles) => async () => {
  const both = new Files();
  return { files: both, reader: both };
};

describeExports('InMemoryExports', openWith(InMemoryExports));
describeExportFiles('InMemoryExportFiles', filesWith(InMemoryExportFiles));

class KeepsWhatThrew extends InMemoryExports {
  override async advance(now: Date, work: (open: VacancyExport) => Promise<VacancyExport>) {
    return super.advance(now, async (open) => {
      this.rows.set(open.id, { ...open, status: 'running' });
      return work(open);
    });
  }
}

class ForgetsBeforeFilesAreGone extends InMemoryExports {
  override async forgetExpired(...[now, limit, remove]: Parameters<InMemoryExports['forgetExpired']>) {
    let expired: readonly VacancyExport[] = [];
    const count = await super.forgetExpired(now, limit, async (all) => void (expired = all));
    if (count > 0) await remove(expired);
    return count;
  }
}

class AppendsOnly extends InMemoryExportFiles {
  override async write(...[name, , text]: Parameters<InMemoryExportFiles['write']>) {
    return super.write(name, Buffer.byteLength(this.parts.get(name.id) ?? ''), text);
  }
}

class ListsThoseOfAll extends InMemoryExports {
  override async ofOwner(...[, now, page]: Parameters<InMemoryExports['ofOwner']>) {
    const owners = [...this.rows.values()].map(({ ownerId }) => ownerId);
    return super.ofOwner(owners.at(-1) ?? '', now, page);
  }
}

it('the suites can fail', async () => {
  expect(await failedCases(exportsCases, openWith(KeepsWhatThrew))).toEqual([
    'leaves one as it was when work on it throws',
  ]);
  expect(await failedCases(exportsCases, openWith(ListsThoseOfAll))).toContain(
    'lists every export of a user once, the newest first, whatever the size of a page, and none that is expired',
  );
  expect(await failedCases(exportsCases, openWith(ForgetsBeforeFilesAreGone))).toEqual([
    'forgets what is expired when its file is gone, and nothing else',
  ]);
  expect(await failedCases(exportFilesCases, filesWith(AppendsOnly))).toContain(
    'writes anew what a worker wrote that died before it said so',
  );
});
