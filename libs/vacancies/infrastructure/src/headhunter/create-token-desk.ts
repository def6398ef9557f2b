import type { ApplicationTokens } from './application-tokens';
import { HeadHunterTokenDesk, type TokenDeskParts } from './token-desk';
import { tokenRequest, type TokenRequestOptions } from './token-request';
import { TokenSealer } from './token-sealer';

export interface TokenDeskOptions extends TokenRequestOptions {
  /** What the token is stored under: 32 bytes in base64. */
  readonly key: string;
}

/** The token desk of one replica. */
export const createTokenDesk = (
  options: TokenDeskOptions,
  parts: Pick<TokenDeskParts, 'store' | 'budget' | 'clock' | 'logger'>,
): ApplicationTokens => {
  const sealer = new TokenSealer(options.key, options.clientId);
  return new HeadHunterTokenDesk({ ...parts, sealer, request: tokenRequest(options) });
};
