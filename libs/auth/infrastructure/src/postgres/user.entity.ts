import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'auth', name: 'users' })
@Unique('users_email_key', ['email'])
@Check('users_email_lower', 'email = lower(email)')
// Their order and condition stand in the migration: there are no words for them here.
@Index('users_newest', { synchronize: false })
@Index('users_active_superusers', { synchronize: false })
export class UserRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'display_name', nullable: true })
  displayName!: string | null;

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
