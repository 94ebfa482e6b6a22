import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The one session of a run of the server: who started the program, and nobody else on this computer. */
export interface Session {
  /** Goes into the fragment of the address that the program prints and opens; a fragment is never sent. */
  readonly token: string;
  /** The secret of the cookie, for the token, once; undefined for any other text and for a token that was used. */
  exchange(token: string): string | undefined;
  /** Whether this is the secret that was handed out. */
  admits(secret: string | undefined): boolean;
}

/** 192 bits: not to be guessed. */
const SECRET_BYTES = 24;

export function createSession(): Session {
  const token = createSecret();
  let secret: string | undefined;
  return {
    token,
    exchange(given) {
      if (secret !== undefined || !areEqual(given, token)) return undefined;
      secret = createSecret();
      return secret;
    },
    admits: (given) => secret !== undefined && given !== undefined && areEqual(given, secret),
  };
}

function createSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** In a time that does not tell how much of it was right. */
function areEqual(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}
