import { collectingCases } from './collecting.cases';
import { deadLetterCases } from './dead-letters.cases';
import { inquiryCases } from './inquiry.cases';
import { runHistoryCases } from './run-history.cases';
import { runForgettingCases } from './run-forgetting.cases';
import { idempotencyCases } from './requesting.cases';
import { forgettingCases } from './forgetting.cases';
import { firingCases } from './firing.cases';
import { openWorkCases } from './open-work.cases';
import { rejectedItemCases } from './rejected-items.cases';
import { schedulingCases } from './scheduling.cases';
import { sourceSwitchCases } from './source-switches.cases';
import { shownVacanciesCases } from './shown-vacancies.cases';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';
import { sweepCases } from './sweep.cases';
import { transactionCases } from './transaction.cases';
import { vacancyAmendingCases } from './vacancy-amending.cases';
import { vacancyContentCases } from './vacancy-content.cases';
import { vacancyCreatingCases } from './vacancy-creating.cases';
import { vacancyDuplicatesCases } from './vacancy-duplicates.cases';
import { vacancyEditingCases } from './vacancy-editing.cases';
import { vacancyGivingBackCases } from './vacancy-giving-back.cases';
import { vacancyHiddenCases } from './vacancy-hidden.cases';
import { vacancyHistoryCases } from './vacancy-history.cases';
import { vacancyRewritingCases } from './vacancy-rewriting.cases';
import { vacancyStoringCases } from './vacancy-storing.cases';
import { vacancyWithholdingCases } from './vacancy-withholding.cases';
import type { VacancyStoreHarness } from './vacancy-store-harness';

export const vacancyUnitOfWorkCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  ...transactionCases,
  ...vacancyContentCases,
  ...vacancyStoringCases,
  ...vacancyAmendingCases,
  ...vacancyRewritingCases,
  ...vacancyWithholdingCases,
  ...vacancyHiddenCases,
  ...vacancyEditingCases,
  ...vacancyGivingBackCases,
  ...vacancyCreatingCases,
  ...vacancyHistoryCases,
  ...vacancyDuplicatesCases,
  ...collectingCases,
  ...shownVacanciesCases,
  ...inquiryCases,
  ...sweepCases,
  ...rejectedItemCases,
  ...runHistoryCases,
  ...deadLetterCases,
  ...sourceSwitchCases,
  ...openWorkCases,
  ...idempotencyCases,
  ...runForgettingCases,
  ...schedulingCases,
  ...firingCases,
  ...forgettingCases,
];

/** What every `VacancyUnitOfWork` must do, with the repositories inside and the readers beside it. */
export const describeVacancyUnitOfWork = (name: string, open: OpenHarness<VacancyStoreHarness>): void =>
  describeSuite(`${name}: a VacancyUnitOfWork`, vacancyUnitOfWorkCases, open);
