import data from './data/professional-roles.json';
import type { Locale } from './locale';

const POSITIONS = new Map(data.roles.map((role, position) => [role.id, position]));

/** A role is its position in the list of roles, so that a column can hold it. */
export function rolePosition(id: string): number | undefined {
  return POSITIONS.get(id);
}

export function roleReference(position: number, locale: Locale): { id: string; name: string } {
  const role = data.roles[position] as (typeof data.roles)[number];
  return { id: role.id, name: locale === 'EN' ? role.en : role.name };
}

/** Roles that stand beside this one in its first category. */
export function neighbouringRoles(id: string): readonly string[] {
  const category = data.categories.find(({ roles }) => roles.includes(id));
  return category?.roles.filter((role) => role !== id) ?? [];
}

export function acceptsIncompleteResumes(position: number): boolean {
  return data.roles[position]?.accept_incomplete_resumes ?? false;
}

/** The body of /professional_roles; one role may stand in several categories. */
export function professionalRoles(locale: Locale): { categories: unknown[] } {
  const role = (id: string) => {
    const position = rolePosition(id) as number;
    return {
      ...roleReference(position, locale),
      accept_incomplete_resumes: acceptsIncompleteResumes(position),
      is_default: false,
      select_deprecated: false,
      search_deprecated: false,
    };
  };
  const categories = data.categories.map((category) => ({
    id: category.id,
    name: locale === 'EN' ? category.en : category.name,
    roles: category.roles.map(role),
  }));
  return { categories };
}
