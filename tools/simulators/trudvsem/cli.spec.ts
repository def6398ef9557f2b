import { UsageError } from '@job-scope/simulator-shared';
import { HELP, parseCommandLine } from './cli';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(parseCommandLine([])).toMatchObject({ port: 8081, size: 5000, seed: 1, pageLimit: 100, control: false });
  });

  it('takes how many pages can be read', () => {
    expect(parseCommandLine(['--page-limit', '7'])).toMatchObject({ pageLimit: 7 });
    expect(() => parseCommandLine(['--page-limit', '0'])).toThrow(UsageError);
  });

  it('shows help', () => {
    expect(parseCommandLine(['--help'])).toBe('help');
    expect(HELP).toContain('--page-limit');
  });
});
