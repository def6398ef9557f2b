import { observeOutbox } from '@job-scope/platform-nest';
import { ReadOutboxBacklog } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';

/** How far the relay is behind. */
@Injectable()
export class OutboxGauges {
  constructor(@Inject(ReadOutboxBacklog) backlog: ReadOutboxBacklog) {
    observeOutbox(() => backlog.execute());
  }
}
