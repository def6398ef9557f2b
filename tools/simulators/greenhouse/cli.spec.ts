import { UsageError } from '@job-scope/simulator-shared';
import { HELP, parseCommandLine } from './cli';
import { boardTokens } from './index';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(parseCommandLine([])).toMatchObject({ port: 8082, size: 500, seed: 1, boards: 3, control: false });
  });

  it('takes how many boards there are', () => {
    expect(parseCommandLine(['--boards', '7'])).toMatchObject({ boards: 7 });
    for (const boards of ['0', '501']) expect(() => parseCommandLine(['--boards', boards])).toThrow(UsageError);
  });

  it('shows help, which names the boards', () => {
    expect(parseCommandLine(['--help'])).toBe('help');
    expect(HELP).toContain(boardTokens(3).join(', '));
  });
});
