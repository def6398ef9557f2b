import type { Recipients, UserFeed } from '@job-scope/vacancies-ports';

/** Takes over what auth-service tells of users. Any number of workers may do it at once; each news is taken once. */
export class FollowUsers {
  constructor(
    private readonly feed: UserFeed,
    private readonly recipients: Recipients,
  ) {}

  /** Returns how many news there were; fewer than `limit` when there are no more. */
  async execute(limit: number): Promise<number> {
    const position = await this.recipients.position();
    const news = await this.feed.after(position, limit);
    if (news.length > 0) await this.recipients.take(position, news);
    return news.length;
  }
}
