import type { User } from '@job-scope/auth-domain';

/** All of a user that superusers may see. */
export interface UserView {
  readonly id: string;
  readonly email: string;
  readonly displayName: string | null;
  readonly active: boolean;
  readonly superuser: boolean;
  readonly verified: boolean;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const toUserView = ({ passwordHash: _, ...view }: User): UserView => view;
