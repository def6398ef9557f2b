export { TrudvsemVacancyRemapper } from './trudvsem-vacancy-remapper';
export { TrudvsemVacancySource, type TrudvsemOptions } from './trudvsem-vacancy-source';
