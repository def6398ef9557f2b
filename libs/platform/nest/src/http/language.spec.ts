import { languageOf } from './language';

describe('the language of who asks', () => {
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
});
