import { TEXTS } from './texts';

describe('the texts of pages', () => {
  it('are there in every language, each in its own words', () => {
    const same = Object.entries(TEXTS.en).filter(([name, text]) => TEXTS.ru[name as keyof typeof TEXTS.en] === text);
    expect(same.map(([name]) => name)).toEqual(['site', 'home']);
    for (const text of Object.values(TEXTS).flatMap((texts) => Object.values(texts))) expect(text).not.toBe('');
  });
});
