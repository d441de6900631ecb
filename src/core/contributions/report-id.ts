import { encodeBase64url } from "./base64url.ts";
import { matching } from "./checks.ts";
import { sha256 } from "./sha-256.ts";
import { encodeUtf8 } from "./utf8.ts";

/** 24 random bytes in base64url. */
export const reportSecret = matching(/^[\w-]{32}$/);

/** Id of a report at a relay, from the secret its author drew: sent twice, for want of an answer, it is one report. */
export function reportIdOf(secret: string): string {
  return encodeBase64url(sha256(encodeUtf8(`oasis-report\n${secret}`)).subarray(0, 16));
}
