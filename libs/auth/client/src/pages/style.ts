import { createHash } from 'node:crypto';

/** Every pair of colours has a contrast of at least 4.5 to 1 (WCAG 1.4.3), in the light and in the dark. */
export const STYLE = `:root {
  color-scheme: light dark;
  --text: #1b1f24;
  --page: #ffffff;
  --quiet: #505863;
  --line: #6b7480;
  --action: #0b57d0;
  --on-action: #ffffff;
  --fault: #b3261e;
  --notice: #146c2e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8eaed;
    --page: #16181c;
    --quiet: #aab2bd;
    --line: #8a93a0;
    --action: #8ab4f8;
    --on-action: #10131a;
    --fault: #ffb4ab;
    --notice: #8fd8a4;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 1rem;
  max-width: 30rem;
  font: 1rem/1.5 system-ui, sans-serif;
  color: var(--text);
  background: var(--page);
}
h1 { font-size: 1.6rem; line-height: 1.25; }
a { color: var(--action); }
header a { font-weight: 700; text-decoration: none; }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
label { display: block; font-weight: 600; }
.field { margin: 1rem 0; }
.hint { margin: 0; color: var(--quiet); }
.fault { margin: 0; color: var(--fault); font-weight: 600; }
input {
  width: 100%;
  margin-top: 0.3rem;
  padding: 0.6rem;
  font: inherit;
  color: inherit;
  background: transparent;
  border: 1px solid var(--line);
  border-radius: 4px;
}
input[aria-invalid] { border: 2px solid var(--fault); }
form { margin: 1.5rem 0; }
button {
  padding: 0.6rem 1.4rem;
  font: inherit;
  font-weight: 600;
  color: var(--on-action);
  background: var(--action);
  border: 0;
  border-radius: 4px;
  cursor: pointer;
}
.summary, .notice {
  margin: 1rem 0;
  padding: 0.6rem 1rem;
  border: 1px solid var(--fault);
  border-left-width: 6px;
  border-radius: 4px;
}
.summary p { margin: 0.3rem 0; }
.summary p:first-child { font-weight: 600; }
.summary a { color: var(--fault); }
.notice { border-color: var(--notice); }
li { margin: 0.4rem 0; }
`;

/** Named by its content, so that it may be kept for ever. */
export const STYLE_PATH = `/assets/pages.${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;
