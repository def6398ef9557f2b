import type { FastifyRequest } from 'fastify';

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language the reader likes best of those we have (RFC 9110 §12.5.4); English if they name none of them. */
export const languageOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Language => {
  const wishes = (headers['accept-language'] ?? '').split(',').map(toWish);
  const weightOf = (language: Language): number =>
    wishes.reduce((most, { tag, weight }) => (tag === language ? Math.max(most, weight) : most), 0);
  return weightOf('ru') > weightOf('en') ? 'ru' : 'en';
};

/** By the first part of the tag: `ru-RU` is `ru`. */
const toWish = (wish: string): { readonly tag: string; readonly weight: number } => {
  const [, tag = '', weight = '1'] = /^\s*([a-z]+)[^;]*(?:;\s*q\s*=\s*([\d.]+))?/i.exec(wish) ?? [];
  return { tag: tag.toLowerCase(), weight: Number(weight) || 0 };
};
