import { loadSettings, SettingsError } from '@job-scope/platform-nest';
import { GatewaySettings } from './settings';

const DATABASE = { DATABASE_URL: 'postgres://gateway:secret@127.0.0.1:5432/job_scope' };

const faultsOf = (env: Readonly<Record<string, string>>) => {
  try {
    loadSettings(GatewaySettings, { ...DATABASE, ...env });
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(({ variable }) => variable);
    throw error;
  }
  return [];
};

describe('the settings of the gateway', () => {
  it('need the database alone', () => {
    const { port, managementPort, jwtTransport, allowedOrigins } = loadSettings(GatewaySettings, DATABASE);
    expect({ port, managementPort, jwtTransport, allowedOrigins }).toEqual({
      port: 3000,
      managementPort: 3001,
      jwtTransport: 'both',
      allowedOrigins: [],
    });
  });

  it('take a list of origins', () => {
    const env = { ...DATABASE, ALLOWED_ORIGINS: 'https://jobs.example.org, http://localhost:5173' };
    expect(loadSettings(GatewaySettings, env).allowedOrigins).toEqual([
      'https://jobs.example.org',
      'http://localhost:5173',
    ]);
  });

  it.each([
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'mysql://127.0.0.1/job_scope'],
    ['REDIS_URL', '127.0.0.1:6379'],
    ['ELASTICSEARCH_URL', 'elasticsearch:9200'],
    ['AUTH_SERVICE_URL', 'auth-service'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['HOST', 'everywhere'],
    ['JWT_TRANSPORT', 'query'],
    ['ALLOWED_ORIGINS', 'https://jobs.example.org/'],
    ['ALLOWED_ORIGINS', '*'],
    ['RATE_LIMIT_GLOBAL', '600'],
    ['RATE_LIMIT_GLOBAL', '0/60'],
  ])('refuse %s=%s, and name it', (variable, value) => expect(faultsOf({ [variable]: value })).toEqual([variable]));

  it.each([
    ['REDIS_URL', 'rediss://:secret@redis:6380/0'],
    ['ELASTICSEARCH_URL', 'https://elastic:secret@elasticsearch:9200'],
    ['AUTH_SERVICE_URL', 'http://auth-service:3100'],
    ['DATABASE_URL', 'postgresql://gateway:p%40ss@postgres/job_scope?sslmode=require'],
    ['RATE_LIMIT_GLOBAL', '100000000/60'],
  ])('take %s=%s', (variable, value) => expect(faultsOf({ [variable]: value })).toEqual([]));
});
