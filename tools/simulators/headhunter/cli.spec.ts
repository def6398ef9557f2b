import { UsageError } from '@job-scope/simulator-shared';
import { HELP, parseCommandLine } from './cli';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(parseCommandLine([])).toMatchObject({ port: 8080, size: 5000, seed: 1, depthLimit: 2000, control: false });
  });

  it('takes every option', () => {
    const line =
      '--port 0 --host 0.0.0.0 --size 10 --seed=-3 --now 2027-01-01T00:00:00+0300 --token T --client-id I --client-secret S --depth-limit 9 --control';
    expect(parseCommandLine(line.split(' '))).toEqual({
      port: 0,
      host: '0.0.0.0',
      size: 10,
      seed: -3,
      now: '2027-01-01T00:00:00+0300',
      token: 'T',
      clientId: 'I',
      clientSecret: 'S',
      depthLimit: 9,
      control: true,
    });
  });

  it('shows help, which names every option', () => {
    expect(parseCommandLine(['--help'])).toBe('help');
    for (const option of [
      'port',
      'host',
      'size',
      'seed',
      'now',
      'data',
      'token',
      'client-id',
      'client-secret',
      'depth-limit',
      'control',
    ]) {
      expect(HELP).toContain(`--${option}`);
    }
  });

  it.each([
    ['--port', '--port'],
    ['--port x', '--port must be an integer from 0 to 65535, not "x"'],
    ['--port 65536', '--port'],
    ['--size 1000001', '--size'],
    ['--size 1e3', '--size'],
    ['--size=-1', '--size'],
    ['--seed 1.5', '--seed'],
    ['--depth-limit 0', '--depth-limit'],
    ['--now tomorrow', '--now must look like'],
    ['--token=', '--token must not be empty'],
    ['--data a.json --size 5', '--data cannot be combined'],
    ['--speed 3', '--speed'],
    ['extra', 'extra'],
    ['--control=yes', '--control'],
  ])('refuses "%s" and says: %s', (line, message) => {
    expect(() => parseCommandLine(line.split(' '))).toThrow(UsageError);
    expect(() => parseCommandLine(line.split(' '))).toThrow(message);
  });
});
