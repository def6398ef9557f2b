import { createHash } from 'node:crypto';

/** A magnifying glass. Without one of ours browsers ask for `/favicon.ico`, and note that it is missing. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="7" fill="#0b57d0"/>
  <circle cx="14" cy="14" r="6.5" fill="none" stroke="#fff" stroke-width="3"/>
  <path d="m19 19 6.5 6.5" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/>
</svg>
`;

/** Named by its content, so that it may be kept for ever. */
export const ICON_PATH = `/assets/icon.${createHash('sha256').update(ICON).digest('hex').slice(0, 12)}.svg`;
