export { listed, newestFirst, scanNewestFirst, type Found, type Predicate } from './board/found';
export { MAX_ROWS, OpenRows } from './board/open-rows';
export { PostingBoard, type PostingSource } from './board/posting-board';
export { Remembered } from './board/remembered';
export { DEFAULT_NOW, VirtualClock } from './clock';
export { CommandLine, helpText, UsageError, type CommonDefaults, type OptionHelp } from './command-line';
export { ApiFailure } from './http/api-failure';
export type { SimulatedApi } from './http/app';
export { entityTag } from './http/entity-tag';
export type { LoggedRequest } from './http/request-log';
export type { JsonObject } from './json';
export { formatMoscow, parseMoscow } from './moscow-time';
export { checkInteger, checkInvention, readNow, type CommonSimulatorOptions } from './options';
export { runProgram } from './program';
export { Dice } from './random/dice';
export { Draw } from './random/draw';
export { Weighted } from './random/weighted';
export { boardScenarios, EDIT_SCENARIO, REQUIRED_IDS, type Board, type BoardWorld } from './scenarios/board';
export { itemScenarios, mapItems, pageScenarios, type ItemShape } from './scenarios/items';
export { NETWORK_SCENARIOS } from './scenarios/network';
export { answer, idsOf, numberOf, type Catalogue, type Scenario, type World } from './scenarios/scenario';
export type { ScenarioStatus } from './scenarios/scenario-engine';
export { ScenarioError, type ScenarioSpec } from './scenarios/scenario-spec';
export {
  assemble,
  listen,
  type ListenOptions,
  type RunningSimulator,
  type Simulator,
  type SimulatorControl,
} from './simulator';
export { companyWords, COMPANY_COUNT } from './words/company-names';
export { normalise, WORD } from './words/normalise';
export { outlineVacancy, type Outline } from './words/outline';
export { monthlyPay, niceAmount } from './words/pay';
export { Phrases } from './words/phrases';
export { PROFILES, type RoleProfile } from './words/profiles';
export { inventTexts, type Texts } from './words/texts';
