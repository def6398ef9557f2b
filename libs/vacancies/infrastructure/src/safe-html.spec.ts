import fc from 'fast-check';
import { describeSafely } from './safe-html';

const htmlOf = (html: string) => describeSafely(html)?.html;
const textOf = (html: string) => describeSafely(html)?.text;

describe('describeSafely', () => {
  it('keeps the structure of a text, and reads it as lines', () => {
    const html =
      '<p><strong>Обязанности:</strong></p> <ul> <li>писать <em>код</em></li><li>C++ &amp; &lt;STL&gt;</li> </ul><p>Ждём<br />вас!</p>';
    expect(htmlOf(html)).toBe(html);
    expect(textOf(html)).toBe('Обязанности:\n• писать код\n• C++ & <STL>\nЖдём\nвас!');
  });

  it.each([
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<style>p { color: red }</style><p style="position:fixed" class="x" id="y">a</p>', '<p>a</p>'],
    ['<img src=x onerror=alert(1)><p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['<iframe src="https://example.org"></iframe><form><input>a</form>', 'a'],
    ['<svg><script>alert(1)</script></svg>a', 'a'],
    ['<p>a<!-- a comment --></p>', '<p>a</p>'],
    ['<p>not closed <b>a', '<p>not closed <b>a</b></p>'],
    ['<highlighttext>a</highlighttext>', 'a'],
  ])('lets nothing of %s through but the text', (html, safe) => expect(htmlOf(html)).toBe(safe));

  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['java\nscript:alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['//evil.example'],
    ['/api/v1/vacancies'],
    ['?a=1'],
    ['#top'],
    ['evil.example'],
    ['vbscript:x'],
  ])('takes the address %s from a link', (href) => {
    expect(htmlOf(`<a href="${href}" target="_blank">a</a>`)).toBe('<a rel="nofollow noopener noreferrer">a</a>');
  });

  it('keeps links, but recommends them to nobody', () => {
    const link = '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener noreferrer">a</a>';
    expect(htmlOf('<a href="https://example.org/?a=1&b=2" rel="opener">a</a>')).toBe(link);
  });

  it.each(['', ' ', '<p> </p>', '<ul><li></li></ul>', '<script>a</script>', '&nbsp;'])(
    'finds no text in %p',
    (html) => {
      expect(describeSafely(html)).toBeNull();
    },
  );

  it('reads &nbsp; as a space, and text that looks like an entity as text', () => {
    expect(textOf('a&nbsp;&nbsp;b &amp;lt; &laquo;c&raquo;')).toBe('a b &lt; «c»');
  });

  it('keeps boxes apart that are only drawn as such', () => {
    expect(textOf('<div class="title">Pay</div><div><p>5</p></div>')).toBe('Pay\n5');
  });

  it('writes allowed tags and nothing else, whatever comes, and its text reads the same ever after', () => {
    const pieces = [
      ...['<p>', '</p>', '<b', '>', '<a href="', 'javascript:', 'https:', '"', "'", '&', '&lt;', '&#60;', 'li>', ' '],
      ...['<!--', '-->', '<script>', '<style>', '<svg', ' onclick=', '</', '<![CDATA[', '<?', '\0', '\n'],
    ];
    const hostile = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 30 });
    const link = /^<a (?:href="(?:https?:\/\/|mailto:)[^"<>]*" )?rel="nofollow noopener noreferrer">$/i;
    const plain = /^<\/?(?:p|strong|b|em|i|u|s|su[bp]|[uo]l|li|blockquote|pre|code|h[1-6]|a)>$|^<[bh]r \/>$/;
    fc.assert(
      fc.property(hostile, (parts) => {
        const safe = describeSafely(parts.join(''));
        for (const tag of safe?.html.match(/<[^>]*>?/g) ?? [])
          expect(tag).toMatch(tag.startsWith('<a ') ? link : plain);
        if (safe) expect(describeSafely(safe.html)?.text).toBe(safe.text);
      }),
    );
  });
});
