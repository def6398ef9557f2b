import fc from 'fast-check';
import { html } from './html';

describe('html', () => {
  it('escapes what is put into it, in elements and attributes', () => {
    const evil = `"><script>alert('&')</script>`;
    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;';
    expect(`${html`<p title="${evil}">${evil}</p>`}`).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('takes markup of its own as it is, also in lists, and shows nothing of what is not there', () => {
    const items = ['<', 2].map((item) => html`<i>${item}</i>`);
    expect(`${html`<b>${items}${undefined}${false}</b>`}`).toBe('<b><i>&lt;</i><i>2</i></b>');
  });

  it('lets no text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, attribute = '', element = ''] =
          /^<p title="([^]*)">([^]*)<\/p>$/.exec(`${html`<p title="${text}">${text}</p>`}`) ?? [];
        expect(attribute).not.toMatch(/[<>"']/);
        expect(element).toBe(attribute);
        expect(unescaped(element)).toBe(text);
      }),
    );
  });
});

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
