import { CLOCK } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import {
  CancelCollection,
  ClearSource,
  GetSourceQueue,
  PauseSource,
  ResumeSource,
} from '@job-scope/vacancies-application';
import { SOURCE_BLOCKS, VACANCY_UNIT_OF_WORK } from '@job-scope/vacancies-ports';
import type { Provider } from '@nestjs/common';

/** What superusers may do to the queue of a source; workers obey. */
export const sourceUseCases: readonly Provider[] = [
  provideUseCase(GetSourceQueue, VACANCY_UNIT_OF_WORK, SOURCE_BLOCKS),
  {
    provide: PauseSource,
    inject: [VACANCY_UNIT_OF_WORK.key, CLOCK.key, GetSourceQueue],
    useFactory: (...parts: ConstructorParameters<typeof PauseSource>) => new PauseSource(...parts),
  },
  {
    provide: ResumeSource,
    inject: [VACANCY_UNIT_OF_WORK.key, SOURCE_BLOCKS.key, CLOCK.key, GetSourceQueue],
    useFactory: (...parts: ConstructorParameters<typeof ResumeSource>) => new ResumeSource(...parts),
  },
  {
    provide: ClearSource,
    inject: [VACANCY_UNIT_OF_WORK.key, CLOCK.key, CancelCollection],
    useFactory: (...parts: ConstructorParameters<typeof ClearSource>) => new ClearSource(...parts),
  },
];
