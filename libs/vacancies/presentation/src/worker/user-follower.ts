import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { FollowUsers } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { WORKER_LOGGER } from './tokens';

const BATCH = 500;
const LOOK_MS = 2_000;
const PAUSE_MS = 10_000;

/** Keeps up with what auth-service tells of users. */
@Injectable()
export class UserFollower extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        if ((await this.follow.execute(BATCH)) < BATCH) await pause(LOOK_MS, signal);
      },
      onError: (error) =>
        this.logger.warn('what is told of users cannot be taken over', { 'event.action': 'users-not-followed', error }),
      pauseAfterErrorMs: PAUSE_MS,
    }),
  ];

  constructor(
    @Inject(FollowUsers) private readonly follow: FollowUsers,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }
}
