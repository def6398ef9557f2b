import { ok } from '@job-scope/kernel';
import type { VacancySearchReader } from '@job-scope/vacancies-ports';
import { NO_HITS, NOTHING_TOLD } from '@job-scope/vacancies-testing';

/** Answers what it is told to, and counts how often it was asked. */
export class ScriptedReader implements VacancySearchReader {
  asked = 0;
  answer: Awaited<ReturnType<VacancySearchReader['search']>> = ok(NO_HITS);

  async search() {
    this.asked += 1;
    return this.answer;
  }

  async suggest() {
    this.asked += 1;
    return this.answer.ok ? ok(NOTHING_TOLD) : this.answer;
  }

  async similar() {
    return this.suggest();
  }
}
