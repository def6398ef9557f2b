import { ANALYTICS_PROFILES } from './analytics';
import { COMMERCE_PROFILES } from './commerce';
import { DELIVERY_PROFILES } from './delivery';
import { DEVELOPMENT_PROFILES } from './development';
import { ENGINEERING_PROFILES } from './engineering';
import { ENGLISH_PROFILES } from './english';
import { HEALTH_AND_TEACHING_PROFILES } from './health-and-teaching';
import { HOSPITALITY_PROFILES } from './hospitality';
import { OFFICE_PROFILES } from './office';
import { OPERATIONS_PROFILES } from './operations';
import { PRODUCT_PROFILES } from './product';
import type { RoleProfile } from './profile';

export type { RoleProfile } from './profile';

const TEMPLATES: readonly RoleProfile[] = [
  ...DEVELOPMENT_PROFILES,
  ...ENGLISH_PROFILES,
  ...ANALYTICS_PROFILES,
  ...OPERATIONS_PROFILES,
  ...PRODUCT_PROFILES,
  ...COMMERCE_PROFILES,
  ...OFFICE_PROFILES,
  ...DELIVERY_PROFILES,
  ...HOSPITALITY_PROFILES,
  ...HEALTH_AND_TEACHING_PROFILES,
  ...ENGINEERING_PROFILES,
];

/**
 * All professions the generator knows, biased towards IT like the items measured on the real site.
 * A template with technologies stands here once for each of them, its `{tech}` filled in.
 */
export const PROFILES: readonly RoleProfile[] = TEMPLATES.flatMap((template) => {
  const techs = template.techs ?? [''];
  return techs.map((tech) => {
    const fill = (texts: readonly string[]) => texts.map((text) => text.replaceAll('{tech}', tech));
    return {
      ...template,
      weight: template.weight / techs.length,
      titles: fill(template.titles),
      requirements: fill(template.requirements),
      duties: fill(template.duties),
      skills: fill(template.skills),
    };
  });
});
