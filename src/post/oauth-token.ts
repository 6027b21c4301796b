/**
 * Access tokens for mail servers that want OAuth 2, as Entra ID gives them for Microsoft 365: for the application itself
 * (client credentials), or for a person who let it in once (refresh token). What the other side writes is never told on.
 */
import { z } from 'zod';
import type { HostRules } from './checked-host.js';
import { checkedRequest } from './checked-request.js';

export interface TokenAsked {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** A public client has none. */
  readonly clientSecret: string | null;
  readonly scope: string | null;
  /** Without one, the application asks for itself. */
  readonly refreshToken: string | null;
}

export type TokenGiven =
  | {
      readonly ok: true;
      readonly accessToken: string;
      /** Before then a new one must be asked for. */
      readonly until: Date;
      /** To be kept in place of the old one, when the other side gave a new one. */
      readonly refreshToken: string | null;
    }
  | { readonly ok: false; readonly why: string; readonly lasting: boolean };

const given = z.object({
  access_token: z.string().min(1).max(32_000),
  expires_in: z.coerce.number().positive().max(31_536_000).optional(),
  refresh_token: z.string().min(1).max(32_000).optional(),
});

const refused = z.object({ error: z.string() });

/** What the standard's own codes mean for whoever set it up. */
const meanings: Readonly<Record<string, string>> = {
  invalid_client: 'The token address does not know this client, or its secret is wrong or has expired.',
  unauthorized_client: 'This client may not ask for tokens in this way: see which permissions it was given.',
  invalid_grant: 'The permission that was given has ended: give a new refresh token.',
  invalid_scope: 'The token address does not know the scope, or this client may not ask for it.',
  unsupported_grant_type: 'The token address does not give tokens in this way.',
};

/** Asks for an access token. `lasting`: asking again will not help before somebody has changed something. */
export async function askForToken(asked: TokenAsked, rules: HostRules, now: Date): Promise<TokenGiven> {
  const form = new URLSearchParams({ client_id: asked.clientId });
  if (asked.clientSecret !== null) form.set('client_secret', asked.clientSecret);
  if (asked.scope !== null && asked.scope !== '') form.set('scope', asked.scope);
  if (asked.refreshToken === null) form.set('grant_type', 'client_credentials');
  else {
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', asked.refreshToken);
  }
  const answer = await checkedRequest(
    {
      url: asked.tokenUrl,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    },
    rules,
  );
  if (!answer.ok) return { ok: false, why: `No token was given. ${answer.why}`, lasting: false };
  const body = json(answer.body);
  if (answer.status === 200) {
    const read = given.safeParse(body);
    if (!read.success)
      return { ok: false, why: 'What the token address answered is no token: check it.', lasting: true };
    const { access_token, expires_in, refresh_token } = read.data;
    // A minute early: a token that runs out on the way is no token.
    const until = new Date(now.getTime() + Math.max(30, (expires_in ?? 300) - 60) * 1000);
    return { ok: true, accessToken: access_token, until, refreshToken: refresh_token ?? null };
  }
  const why = refused.safeParse(body);
  const meaning = why.success ? meanings[why.data.error] : undefined;
  if (meaning !== undefined) return { ok: false, why: meaning, lasting: true };
  if (answer.status === 404) return { ok: false, why: 'There is no token address there: check it.', lasting: true };
  if (answer.status === 429 || answer.status >= 500)
    return { ok: false, why: 'The token address is busy or out of order: we try again.', lasting: false };
  return {
    ok: false,
    why: 'The token address gave no token: check the client, its secret and the scope.',
    lasting: true,
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
