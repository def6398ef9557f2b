import { languageOf } from './language';
import { TEXTS } from './texts';

describe('the language of a page', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'en'],
    ['*', 'en'],
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7', 'ru'],
    ['en-US,en;q=0.9,ru;q=0.8', 'en'],
    ['de, ru;q=0.3', 'ru'],
    ['en;q=0.2, RU ; q=0.4', 'ru'],
    ['ru;q=0', 'en'],
    ['rum', 'en'],
  ])('is, with Accept-Language: %s, %s', (header, language) =>
    expect(languageOf({ headers: { 'accept-language': header } })).toBe(language),
  );

  it('has a text of its own for everything', () => {
    const same = Object.entries(TEXTS.en).filter(([name, text]) => TEXTS.ru[name as keyof typeof TEXTS.en] === text);
    expect(same.map(([name]) => name)).toEqual(['site', 'home']);
    for (const text of Object.values(TEXTS).flatMap((texts) => Object.values(texts))) expect(text).not.toBe('');
  });
});
