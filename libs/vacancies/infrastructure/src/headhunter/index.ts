export type { ApplicationTokens } from './application-tokens';
export { createTokenDesk, type TokenDeskOptions } from './create-token-desk';
export { HeadHunterReferenceData } from './headhunter-reference-data';
export { HeadHunterVacancyRemapper } from './headhunter-vacancy-remapper';
export { HeadHunterVacancySource } from './headhunter-vacancy-source';
export { HEADHUNTER_TERMS, type HeadHunterOptions } from './options';
