import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options';

const read = (...args: string[]) => readOptions(args, tmpdir());

describe('the options of npm start', () => {
  it('collects 5,000 made-up vacancies if there are none', () => {
    expect(read()).toEqual({ vacancies: 5000, data: undefined, collect: 'if-empty', without: [] });
  });

  it('collects what is asked for by number or by file, also when there are some', () => {
    const folder = mkdtempSync(join(tmpdir(), 'options-'));
    writeFileSync(join(folder, 'items.json'), '{"items":[]}');

    expect(read('--vacancies', '250')).toMatchObject({ vacancies: 250, collect: 'always' });
    expect(readOptions(['--data', 'items.json'], folder)).toMatchObject({
      data: join(folder, 'items.json'),
      collect: 'always',
    });
  });

  it('collects nothing when told so, and leaves services to others', () => {
    expect(
      read('--no-collect', '--vacancies', '10', '--without', 'scheduler', '--without', 'api-gateway'),
    ).toMatchObject({
      vacancies: 10,
      collect: 'never',
      without: ['scheduler', 'api-gateway'],
    });
  });

  it('only explains itself on --help', () => expect(read('--help')).toBeUndefined());

  it.each([
    [['--vacancies', 'many'], '--vacancies many: wants a whole number'],
    [['--vacancies', '0'], '--vacancies 0: wants a whole number'],
    [['--vacancies', '1000001'], 'from 1 to 1000000'],
    [['--data', 'nowhere.json'], '--data nowhere.json: there is no such file'],
    [['--without', 'postgres'], '--without postgres: wants one of auth-service'],
    [['--vacancie', '10'], '--vacancie'],
    [['vacancies'], 'vacancies'],
  ])('refuses %j in words', (args, message) => {
    expect(() => read(...args)).toThrow(
      expect.objectContaining({ name: 'UserError', message: expect.stringContaining(message) }),
    );
  });
});
