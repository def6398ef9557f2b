import { rawNumber } from './raw-number';

/** A department or an office: some lie within others. */
export interface Branch {
  readonly name: string;
  readonly parent?: string;
}

const FIRST_ID = 4_000_100_000;
const PER_BOARD = 1000;

/** `{id, name, parent_id, child_ids}` of a branch. Every board has ids of its own. @param base where the ids of a kind begin */
export function showBranch(branches: readonly Branch[], branch: Branch, board: number, base: number) {
  const idOf = (each: Branch) => rawNumber(FIRST_ID + board * PER_BOARD + base + branches.indexOf(each));
  const parent = branches.find(({ name }) => name === branch.parent);
  return {
    id: idOf(branch),
    name: branch.name,
    parent_id: parent ? idOf(parent) : null,
    child_ids: branches.filter((each) => each.parent === branch.name).map(idOf),
  };
}
