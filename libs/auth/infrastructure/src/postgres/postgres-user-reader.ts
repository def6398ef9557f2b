import type { User } from '@job-scope/auth-domain';
import type { UserReader } from '@job-scope/auth-ports';
import type { DataSource } from 'typeorm';
import { UserRow } from './user.entity';

export class PostgresUserReader implements UserReader {
  constructor(private readonly dataSource: DataSource) {}

  findById(id: string): Promise<User | undefined> {
    return this.find({ id });
  }

  findByEmail(email: string): Promise<User | undefined> {
    return this.find({ email });
  }

  private async find(by: { id: string } | { email: string }): Promise<User | undefined> {
    const row = await this.dataSource.getRepository(UserRow).findOneBy(by);
    return row ? { ...row } : undefined;
  }
}
