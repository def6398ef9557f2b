import fc from 'fast-check';
import {
  accessMarkOf,
  accessTaken,
  changeUser,
  GONE,
  isActiveSuperuser,
  mailLinkState,
  newSuperuser,
  newUser,
  normaliseDisplayName,
  type User,
  type UserChange,
} from './user';

const BORN = new Date('2026-01-01T00:00:00Z');
const NOW = new Date('2026-02-01T00:00:00Z');
const GIVEN = { id: 'id', email: 'ann@example.com', passwordHash: 'hash' };

const users: fc.Arbitrary<User> = fc.record({
  id: fc.constant('id'),
  email: fc.constantFrom('a@example.com', 'b@example.com'),
  displayName: fc.constantFrom(null, 'Ann', 'Ben'),
  passwordHash: fc.constantFrom('one', 'two'),
  active: fc.boolean(),
  superuser: fc.boolean(),
  verified: fc.boolean(),
  revision: fc.integer({ min: 1, max: 1_000_000 }),
  createdAt: fc.constant(BORN),
  updatedAt: fc.constant(BORN),
});

/** Any part of a user that can change; some of it undefined, some the same as before. */
const changes = users.chain(({ email, displayName, passwordHash, active, superuser, verified }) =>
  fc
    .subarray(
      Object.entries({ email, displayName, passwordHash, active, superuser, verified }) as [keyof UserChange, never][],
    )
    .chain((entries) =>
      fc.tuple(...entries.map(([name, value]) => fc.constantFrom([name, value], [name, undefined] as const))),
    )
    .map((entries): UserChange => Object.fromEntries(entries)),
);

describe('newUser', () => {
  it('A-2: may do nothing special, and has to confirm the address', () => {
    const given = { ...GIVEN, displayName: 'Ann', superuser: true, verified: true };
    const { superuser: _, verified: _v, ...plain } = given;
    const user = newUser(plain, BORN);
    expect(user).toMatchObject({ ...plain, active: true, superuser: false, verified: false, revision: 1 });
    expect([user.createdAt, user.updatedAt]).toEqual([BORN, BORN]);
  });

  it('becomes a superuser only by an operator', () => {
    expect(newSuperuser(GIVEN, BORN)).toMatchObject({ superuser: true, verified: true, displayName: null });
  });
});

describe('changeUser', () => {
  it('counts every change, and changes exactly what is given and defined', () => {
    fc.assert(
      fc.property(users, changes, (user, change) => {
        const next = changeUser(user, change, NOW);
        const defined = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const isSame = Object.entries(defined).every(([name, value]) => user[name as keyof User] === value);
        if (isSame) expect(next).toBe(user);
        else expect(next).toEqual({ ...user, ...defined, revision: user.revision + 1, updatedAt: NOW });
      }),
    );
  });

  it('is the same twice as once', () => {
    fc.assert(
      fc.property(users, changes, (user, change) => {
        const once = changeUser(user, change, NOW);
        expect(changeUser(once, change, NOW)).toBe(once);
      }),
    );
  });
});

describe('accessTaken', () => {
  const flags = fc.record({ active: fc.boolean(), superuser: fc.boolean() });

  it('is all when the user can do nothing any more, and the rest when they only lose the rights of a superuser', () => {
    const [plain, root] = [
      { active: true, superuser: false },
      { active: true, superuser: true },
    ];
    expect(accessTaken(root, plain)).toBe('superuser');
    expect(accessTaken(root, { ...root, active: false })).toBe('all');
    expect(accessTaken(plain, { active: false, superuser: true })).toBe('all');
    expect(accessTaken(plain, root)).toBeUndefined();
  });

  it('is nothing exactly when nothing is lost', () => {
    fc.assert(
      fc.property(flags, flags, (before, after) => {
        const isLost = (before.active && !after.active) || (before.superuser && !after.superuser);
        expect(accessTaken(before, after) !== undefined).toBe(isLost);
      }),
    );
  });
});

describe('the marks of access', () => {
  it('say what the user may do, and nothing comes after the mark of who is gone', () => {
    fc.assert(
      fc.property(users, (user) => {
        const { active, superuser, revision } = user;
        expect(accessMarkOf(user)).toEqual({ active, superuser, revision });
        expect(isActiveSuperuser(user)).toBe(active && superuser);
        expect(GONE.revision).toBeGreaterThan(revision);
      }),
    );
    expect(GONE).toMatchObject({ active: false, superuser: false });
  });
});

describe('mailLinkState', () => {
  it('changes with the address, its confirmation and the password, and with nothing else', () => {
    fc.assert(
      fc.property(users, changes, (user, change) => {
        const next = changeUser(user, change, NOW);
        const isVoid = (['email', 'verified', 'passwordHash'] as const).some((name) => next[name] !== user[name]);
        expect(mailLinkState(next) !== mailLinkState(user)).toBe(isVoid);
      }),
    );
  });

  it('is not the same for two users whose parts only look alike when put together', () => {
    const user = newSuperuser(GIVEN, BORN);
    const [one, other] = [
      { ...user, email: 'a","true', passwordHash: 'c' },
      { ...user, email: 'a', passwordHash: 'true","c' },
    ];
    expect(mailLinkState(one)).not.toBe(mailLinkState(other));
  });
});

describe('normaliseDisplayName', () => {
  it('gives a name one spelling, and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 110 }), (text) => {
        const name = normaliseDisplayName(text);
        const isOneLine = !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text.trim());
        const { length } = [...text.trim().normalize('NFC')];
        expect(name.ok).toBe(isOneLine && length >= 1 && length <= 100);
        if (!name.ok) return;
        expect(normaliseDisplayName(` ${name.value.normalize('NFD')}\t`)).toEqual(name);
      }),
    );
  });

  it('counts characters, not UTF-16 units', () => {
    expect(normaliseDisplayName('🦊'.repeat(100)).ok).toBe(true);
    expect(normaliseDisplayName('🦊'.repeat(101)).ok).toBe(false);
  });

  it.each(['', ' \n ', 'two\nlines', 'two\u2028lines', 'a\u0000b', 'a\ud800'])(
    'A-15: refuses %j and names the field',
    (text) => {
      expect(normaliseDisplayName(text)).toMatchObject({
        ok: false,
        error: { code: 'user.display-name-invalid', fields: [{ pointer: '/displayName' }] },
      });
    },
  );
});
