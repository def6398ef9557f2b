import { CLOCK } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import {
  DiscardDeadLetter,
  GetDeadLetter,
  ListDeadLetterGroups,
  ListDeadLetters,
  ReplayDeadLetter,
  ReplayDeadLetters,
} from '@job-scope/vacancies-application';
import { DEAD_LETTER_READER, VACANCY_UNIT_OF_WORK } from '@job-scope/vacancies-ports';
import type { Provider } from '@nestjs/common';

/** What superusers may do about work that was given up; workers give it up. */
export const deadLetterUseCases: readonly Provider[] = [
  provideUseCase(ListDeadLetters, DEAD_LETTER_READER),
  provideUseCase(ListDeadLetterGroups, DEAD_LETTER_READER),
  provideUseCase(GetDeadLetter, DEAD_LETTER_READER),
  provideUseCase(ReplayDeadLetter, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(DiscardDeadLetter, VACANCY_UNIT_OF_WORK, CLOCK),
  {
    provide: ReplayDeadLetters,
    inject: [DEAD_LETTER_READER.key, ReplayDeadLetter],
    useFactory: (...parts: ConstructorParameters<typeof ReplayDeadLetters>) => new ReplayDeadLetters(...parts),
  },
];
