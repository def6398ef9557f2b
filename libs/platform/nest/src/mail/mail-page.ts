import { escapeHtml } from '../http/escape-html';

/** The HTML of a mail, which loads nothing from anywhere. The paragraphs are markup; what is text in them is escaped. */
export const mailPage = (language: string, title: string, paragraphs: readonly string[]): string =>
  [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body style="max-width: 36em; font-family: sans-serif; line-height: 1.5">',
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    '</body>',
    '</html>',
    '',
  ].join('\n');
