import type { FormFailure } from './form-failure';
import { html, type Html } from './html';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  /** What password managers and browsers are to fill in. */
  readonly autocomplete: string;
  readonly hint?: string;
  readonly optional?: true;
}

export interface Form {
  readonly action: string;
  readonly submit: string;
  readonly fields: readonly Field[];
  /** Sent along unseen, those that have a value. */
  readonly hidden?: Readonly<Record<string, string | undefined>>;
  /** What was entered before. Passwords are never shown again. */
  readonly values?: Readonly<Record<string, string>>;
  readonly failure?: FormFailure;
}

/** What went wrong stands above, is read out at once, and leads to the fields at fault. */
export const form = ({ action, submit, fields, hidden = {}, values = {}, failure }: Form): Html => html`
  ${failure && summary(failure)}
  <form method="post" action="${action}">
    ${Object.entries(hidden).map(
      ([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${fields.map((field) => input(field, values[field.name], failure?.faults[field.name]))}
    <button type="submit">${submit}</button>
  </form>
`;

const summary = ({ message, faults }: FormFailure): Html => html`
  <div class="summary" role="alert" tabindex="-1" autofocus>
    <p>${message}</p>
    ${Object.entries(faults).map(([name, fault]) => html`<p><a href="#${name}">${fault}</a></p>`)}
  </div>
`;

const input = (field: Field, value: string | undefined, fault: string | undefined): Html => {
  const { name, label, type, autocomplete, hint, optional = false } = field;
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label for="${name}">${label}</label>
      ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
      ${fault && html`<p class="fault" id="${name}-fault">${fault}</p>`}
      <input
        id="${name}"
        name="${name}"
        type="${type}"
        autocomplete="${autocomplete}"
        ${type !== 'password' && value && html`value="${value}"`}
        ${described && html`aria-describedby="${described}"`}
        ${fault && html`aria-invalid="true"`}
        ${!optional && html`required`}
      />
    </div>
  `;
};
