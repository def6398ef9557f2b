import fc from 'fast-check';
import { localPath } from './local-path';

describe('a path to go on to', () => {
  it.each(['/', '/docs', '/docs/?a=1&b=%2F#top', '/docs/index.html', '/%D0%B0', '/a;b/(c)!'])('is taken: %s', (path) =>
    expect(localPath(path)).toBe(path),
  );

  it('is taken as a URL parser reads it', () => expect(localPath('/docs/../queues?x')).toBe('/queues?x'));

  it.each([
    ...['//evil.example', '///evil.example', '/\\evil.example', '\\/evil.example', '\\\\evil.example'],
    ...['https://evil.example', 'https:evil.example', 'javascript:alert(1)', 'evil.example', '', ' /docs', './docs'],
    ...['/\t/evil.example', '/\n/evil.example', '\t//evil.example', '/docs\r\nset-cookie: a=b', '/docs\0', '/do cs'],
    ...['/%2f%2fevil.example', '/%5cevil.example', '/%09/evil.example', '/%0d%0aset-cookie:a=b', '/%00', '/%7f'],
    ...['/%252f/evil.example', '/..//evil.example', '/.//evil.example', '/%2e%2e//evil.example', '/вакансии'],
    ...[`/${'a'.repeat(2000)}`],
  ])('is refused: %j', (path) => expect(localPath(path)).toBeUndefined());

  it.each([undefined, null, 7, ['/docs'], {}])('is refused if it is no text: %j', (value) =>
    expect(localPath(value)).toBeUndefined(),
  );

  it('leads nowhere else, whatever is sent and whoever decodes it', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '..',
      '.',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5C',
      '%252f',
      '%09',
      '\t',
      '\r\n',
      'evil.example',
      'https:',
      'docs',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`),
    );
    fc.assert(
      fc.property(text, (sent) => {
        const path = localPath(sent);
        if (path === undefined) return;
        for (const read of [path, decoded(path), decoded(decoded(path))]) {
          expect(new URL(read, 'https://here.example/login').origin).toBe('https://here.example');
        }
        expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** As some proxy might, of the part before the query. */
const decoded = (path: string): string => {
  const [pathname = '', ...rest] = path.split(/(?=[?#])/);
  try {
    return `${decodeURIComponent(pathname)}${rest.join('')}`;
  } catch {
    return path;
  }
};
