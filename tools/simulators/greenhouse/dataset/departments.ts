import type { JsonObject, RoleProfile } from '@job-scope/simulator-shared';
import { showBranch, type Branch } from './tree';

interface Department extends Branch {
  /** Ids of professions. */
  readonly roles?: readonly string[];
}

const OTHER: Department = { name: 'Operations' };

const DEPARTMENTS: readonly Department[] = [
  { name: 'R&D' },
  { name: 'Engineering', parent: 'R&D', roles: ['96', '104'] },
  { name: 'Quality', parent: 'R&D', roles: ['124'] },
  { name: 'Infrastructure', parent: 'R&D', roles: ['160', '113', '116'] },
  { name: 'Data', roles: ['165', '156', '10', '148', '150'] },
  { name: 'Product', roles: ['73', '107', '34'] },
  OTHER,
];

const BASE = 0;

export function showDepartment({ role }: RoleProfile, board: number): JsonObject {
  const department = DEPARTMENTS.find(({ roles }) => roles?.includes(role)) ?? OTHER;
  return showBranch(DEPARTMENTS, department, board, BASE);
}
