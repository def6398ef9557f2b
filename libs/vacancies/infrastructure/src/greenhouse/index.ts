export { GreenhouseVacancyRemapper } from './greenhouse-vacancy-remapper';
export { GreenhouseVacancySource } from './greenhouse-vacancy-source';
export { GREENHOUSE_TERMS, type GreenhouseOptions } from './options';
