import { isOrigin, isSourceName, OWN, SOURCE_NAMES } from './source';

describe('the name of a source', () => {
  it('V-10: is a literal that is stored with every vacancy, and no upgrade of anything changes it', () => {
    expect(SOURCE_NAMES).toContain('headhunter');
    expect(`${SOURCE_NAMES[0]}`).toBe('headhunter');
  });

  it.each([...SOURCE_NAMES])('%s is known', (name) => expect(isSourceName(name)).toBe(true));

  it('is one thing, and where a vacancy may come from another: nothing is collected from ourselves', () => {
    expect([isSourceName(OWN), isOrigin(OWN), isOrigin('HeadHunter')]).toEqual([false, true, false]);
    expect(SOURCE_NAMES.every(isOrigin)).toBe(true);
  });

  it.each(['HeadHunter', 'VacancySource.HEADHUNTER', '', null, 0])('%p is not', (name) => {
    expect(isSourceName(name)).toBe(false);
  });
});
