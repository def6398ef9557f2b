import { escapeHtml } from '@job-scope/platform-nest';

/** Markup that is safe to send: made by `html` alone. */
export class Html {
  private constructor(private readonly markup: string) {}

  static of(parts: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    return new Html(parts.reduce((markup, part, index) => markup + render(values[index - 1]) + part));
  }

  toString(): string {
    return this.markup;
  }
}

/** Texts are escaped; nothing is shown of `undefined` and `false`, so that `condition && html…` can be written. */
export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

/** A template whose values are escaped, for elements and for attributes in double quotes. */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => Html.of(parts, values);

const render = (value: HtmlValue): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(render).join('');
  return escapeHtml(String(value));
};
