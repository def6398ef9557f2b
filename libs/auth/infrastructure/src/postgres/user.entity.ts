import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'auth', name: 'users' })
@Unique('users_email_key', ['email'])
@Check('users_email_lower', 'email = lower(email)')
export class UserRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('boolean')
  active!: boolean;

  @Column('boolean')
  superuser!: boolean;

  @Column('boolean')
  verified!: boolean;

  @Column('integer')
  revision!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
