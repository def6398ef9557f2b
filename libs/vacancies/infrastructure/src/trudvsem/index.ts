export { TRUDVSEM_TERMS, type TrudvsemOptions } from './options';
export { TrudvsemVacancyRemapper } from './trudvsem-vacancy-remapper';
export { TrudvsemVacancySource } from './trudvsem-vacancy-source';
