export { HeadHunterVacancyRemapper } from './headhunter-vacancy-remapper';
export { HeadHunterVacancySource } from './headhunter-vacancy-source';
export type { HeadHunterOptions } from './options';
