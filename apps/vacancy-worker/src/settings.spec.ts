import { describeSettings, loadSettings, SettingsError } from '@job-scope/platform-nest';
import { WorkerSettings } from './settings';

const NEEDED = {
  DATABASE_URL: 'postgres://job_scope_worker@localhost/job_scope',
  HEADHUNTER_USER_AGENT: 'JobScope/1.0 (test@example.org)',
};
const KEY = Buffer.alloc(32, 1).toString('base64');
const APPLICATION = {
  HEADHUNTER_CLIENT_ID: 'app',
  HEADHUNTER_CLIENT_SECRET: 's3cret',
  HEADHUNTER_TOKEN_KEY: KEY,
};

const load = (env: Readonly<Record<string, string>>) => loadSettings(WorkerSettings, { ...NEEDED, ...env });

const faultyIn = (env: Readonly<Record<string, string>>): readonly string[] => {
  try {
    load(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(({ variable }) => variable);
    throw error;
  }
};

describe('the boards of Greenhouse', () => {
  it('are a list, empty unless set', () => {
    expect(load({}).greenhouseBoards).toEqual([]);
    expect(load({ GREENHOUSE_BOARDS: 'quietlantern, amberfield' }).greenhouseBoards).toEqual([
      'quietlantern',
      'amberfield',
    ]);
  });

  it.each(['a/b', 'a b', 'a,a', 'a'.repeat(65)])('are not %p', (GREENHOUSE_BOARDS) => {
    expect(faultyIn({ GREENHOUSE_BOARDS })).toEqual(['GREENHOUSE_BOARDS']);
  });
});

describe('the application at HeadHunter', () => {
  it('may be there, or not', () => {
    expect(load(APPLICATION)).toMatchObject({
      headhunterClientId: 'app',
      headhunterClientSecret: 's3cret',
      headhunterTokenKey: KEY,
    });
    expect(load({}).headhunterClientId).toBeUndefined();
  });

  it('is not required by the table of settings', () => {
    const rows = describeSettings(WorkerSettings).filter(({ variable }) => variable in APPLICATION);
    expect(rows.map(({ required, secret }) => [required, secret])).toEqual([
      [false, false],
      [false, true],
      [false, true],
    ]);
  });

  it.each(Object.keys(APPLICATION))('is not there with %s alone: the others are named', (variable) => {
    const value = APPLICATION[variable as keyof typeof APPLICATION];
    expect(faultyIn({ [variable]: value })).toEqual(Object.keys(APPLICATION).filter((name) => name !== variable));
  });

  it.each(['short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'has no key like %s',
    (key) => {
      expect(faultyIn({ ...APPLICATION, HEADHUNTER_TOKEN_KEY: key })).toEqual(['HEADHUNTER_TOKEN_KEY']);
    },
  );
});

describe('what a run may cost', () => {
  it('is limited, and asks for single vacancies, unless it is set otherwise', () => {
    expect(load({})).toMatchObject({ collectionMaxRequests: 100_000, headhunterFetchDetails: true });
    const others = { COLLECTION_MAX_REQUESTS: '500', HEADHUNTER_FETCH_DETAILS: 'false' };
    expect(load(others)).toMatchObject({ collectionMaxRequests: 500, headhunterFetchDetails: false });
  });

  it.each(['0', '1.5', 'many'])('is not limited to %p requests', (COLLECTION_MAX_REQUESTS) => {
    expect(faultyIn({ COLLECTION_MAX_REQUESTS })).toEqual(['COLLECTION_MAX_REQUESTS']);
  });
});

describe('how often a source is asked', () => {
  it.each(['HEADHUNTER', 'TRUDVSEM', 'GREENHOUSE'])(
    'is no more than the terms of %s allow, at its own address',
    (name) => {
      const rate = `${name}_REQUESTS_PER_SECOND`;
      expect(faultyIn({ [rate]: '2.5' })).toEqual([rate]);
      expect(faultyIn({ [rate]: '0.5' })).toEqual([]);
      expect(faultyIn({ [rate]: '500', [`${name}_BASE_URL`]: 'http://127.0.0.1:9' })).toEqual([]);
    },
  );

  it('is held to the terms however its own address is written', () => {
    const fault = { HEADHUNTER_REQUESTS_PER_SECOND: '3', HEADHUNTER_BASE_URL: 'https://API.hh.ru:443/' };
    expect(faultyIn(fault)).toEqual(['HEADHUNTER_REQUESTS_PER_SECOND']);
  });
});
