import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemException } from '@job-scope/platform-nest';
import { PROBLEMS, valueOf } from './problems';

const CATALOGUE = readFileSync(join(__dirname, '../../../../../docs/errors.md'), 'utf8');

describe('the problems of vacancies and collections', () => {
  it.each(Object.entries(PROBLEMS))('%s stands in the catalogue with its status', (code, { status }) => {
    expect(CATALOGUE).toMatch(new RegExp(`^\\| \`${code}\` +\\| ${status} `, 'm'));
  });

  it('name the fields at fault, and when to come again', () => {
    const fields = [{ pointer: '/source', message: 'is not known' }];
    const problemOf = (error: Parameters<typeof valueOf>[0]) => {
      try {
        return valueOf(error);
      } catch (problem) {
        return problem;
      }
    };
    const invalid = problemOf({ ok: false, error: { code: 'search.invalid', fields } });
    expect(invalid).toBeInstanceOf(ProblemException);
    expect(invalid).toMatchObject({ status: 400, code: 'search.invalid', errors: fields });
    const expired = problemOf({ ok: false, error: { code: 'search.cursor-expired' } });
    expect(expired).toMatchObject({ status: 400, errors: [{ pointer: '/cursor' }] });
    const unavailable = problemOf({ ok: false, error: { code: 'search.unavailable' } });
    expect(unavailable).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  });
});
