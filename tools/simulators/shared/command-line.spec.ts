import { CommandLine, helpText, UsageError } from './command-line';

const DEFAULTS = { port: 8080, size: 10, maxSize: 100, seed: 1 };
const read = (line: string) => new CommandLine(line === '' ? [] : line.split(' '), ['extra']).common(DEFAULTS);

describe('the options that every simulator has', () => {
  it('have defaults', () => {
    expect(read('')).toEqual({
      port: 8080,
      size: 10,
      seed: 1,
      now: '2026-11-02T12:00:00+0300',
      control: false,
    });
  });

  it('are read', () => {
    const line = '--port 0 --host ::1 --size 0 --seed=-3 --now 2027-01-01 --control --extra x';
    expect(read(line)).toEqual({ port: 0, host: '::1', size: 0, seed: -3, now: '2027-01-01', control: true });
  });

  it.each([
    ['--port 65536', '--port must be an integer from 0 to 65535, not "65536"'],
    ['--size 101', '--size must be an integer from 0 to 100, not "101"'],
    ['--seed 1.5', '--seed'],
    ['--now tomorrow', '--now must look like'],
    ['--host=', '--host must not be empty'],
    ['--speed 3', '--speed'],
    ['more', 'more'],
    ['--control=yes', '--control'],
  ])('are refused as "%s": %s', (line, message) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(message);
  });

  it('are all in the help, with those of one simulator', () => {
    const help = helpText('About.', 'simulate:it', 'things', DEFAULTS, [['--extra X', 'one more']]);
    for (const option of ['port', 'host', 'size', 'seed', 'now', 'extra', 'control', 'help'])
      expect(help).toContain(`--${option}`);
  });
});
