import { loadSettings, SettingsError } from '../settings/load-settings';
import { Setting } from '../settings/setting.decorator';
import { IsRateLimit, parseRateLimit } from './rate-limit-policy';

class Sample {
  @Setting({ describe: 'how often' })
  @IsRateLimit()
  rateLimitLogin: string = '10/900';
}

const WRONG = ['10', '/', '0/60', '10/0', '-1/60', '1.5/60', ' 10/60', '10/60s', '10/86401', '100000001/60', '1e3/60'];

describe('a rate limit in the settings', () => {
  it.each([
    ['10/900', { requests: 10, seconds: 900 }],
    ['100000000/86400', { requests: 100_000_000, seconds: 86_400 }],
  ])('is read from %s', (text, policy) => {
    expect(loadSettings(Sample, { RATE_LIMIT_LOGIN: text }).rateLimitLogin).toBe(text);
    expect(parseRateLimit(text)).toEqual(policy);
  });

  it.each(WRONG)('is not %j', (text) => {
    expect(() => loadSettings(Sample, { RATE_LIMIT_LOGIN: text })).toThrow(SettingsError);
    expect(() => parseRateLimit(text)).toThrow(`"${text}" is no rate limit`);
  });

  it('says what it should be', () => {
    const load = () => loadSettings(Sample, { RATE_LIMIT_LOGIN: 'unlimited' });
    expect(load).toThrow(
      'RATE_LIMIT_LOGIN: got "unlimited"; wants how often (must be <requests>/<seconds>, such as 600/60: ' +
        '1 to 100000000 requests in 1 to 86400 seconds)',
    );
  });
});
