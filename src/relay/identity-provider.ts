import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ServerMetadata,
} from "openid-client";
import { FailureError } from "../core/failure.ts";

export interface ProviderOptions {
  /** As the provider writes it in its tokens; HTTPS, or this computer. */
  readonly issuer: string;
  readonly client: string;
  /** Absent: a public client, which PKCE alone protects. */
  readonly secret?: string;
  /** What people call it. */
  readonly name: string;
  /** Where it sends people back: `/v1/sign-ins/callback` at the public address of the relay. */
  readonly callback: string;
}

/** What is drawn anew for each sign-in: `nonce` ties a token to it, `verifier` the code (PKCE, RFC 7636). */
export interface Passage {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const TIMEOUT_SECONDS = 8;
const FRESH_MILLISECONDS = 3_600_000;
const UNAVAILABLE = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT"]);

/** An OpenID Connect provider: authorization code with PKCE, tokens whose signature is checked. Asked of nothing before the first sign-in. */
export class IdentityProvider {
  readonly name: string;
  readonly issuer: string;
  readonly #options: ProviderOptions;
  readonly #server: URL;
  #found: { readonly at: number; readonly configuration: Promise<Configuration> } | null = null;

  constructor(options: ProviderOptions) {
    const { issuer, name } = options;
    if (!URL.canParse(issuer)) throw new FailureError("bad-input", { option: "--oidc-issuer", text: issuer });
    this.#server = new URL(issuer);
    const isSafe = this.#server.protocol === "https:" || isLoopback(this.#server);
    if (!isSafe) throw new FailureError("bad-input", { option: "--oidc-issuer", text: issuer, expected: "https://…" });
    [this.#options, this.name, this.issuer] = [options, name, issuer];
  }

  /** Where somebody goes to sign in. */
  async begin({ state, nonce, verifier }: Passage): Promise<string> {
    const asked = {
      redirect_uri: this.#options.callback,
      scope: "openid",
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    return buildAuthorizationUrl(await this.#configuration(), asked).href;
  }

  /** Who came back with a query, as the provider calls them. What it says besides is not kept. */
  async identify(query: string, { state, nonce, verifier }: Passage): Promise<string> {
    const url = new URL(this.#options.callback);
    url.search = query;
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    };
    const claims = (await authorizationCodeGrant(await this.#configuration(), url, checks)).claims();
    if (claims === undefined || claims.sub === "") throw new Error("no subject");
    return claims.sub;
  }

  /** Asked of the provider once an hour, since it changes its keys; again at once after a failure. */
  #configuration(): Promise<Configuration> {
    const now = Date.now();
    if (this.#found !== null && now - this.#found.at < FRESH_MILLISECONDS) return this.#found.configuration;
    const configuration = this.#discover();
    this.#found = { at: now, configuration };
    configuration.catch(() => {
      this.#found = null;
    });
    return configuration;
  }

  async #discover(): Promise<Configuration> {
    const { client, secret } = this.#options;
    const insecure = isLoopback(this.#server) ? [allowInsecureRequests] : [];
    const found = await discovery(this.#server, client, undefined, None(), {
      timeout: TIMEOUT_SECONDS,
      execute: insecure,
    });
    const server = found.serverMetadata();
    const configuration = new Configuration(server, client, undefined, authenticate(server, secret));
    configuration.timeout = TIMEOUT_SECONDS;
    for (const change of [...insecure, enableNonRepudiationChecks]) change(configuration);
    return configuration;
  }
}

/** Whether a sign-in failed because the provider does not answer, and not because of what it answered. */
export function isProviderDown(error: unknown): boolean {
  if (error instanceof ClientError) {
    const { cause, code = "" } = error;
    return UNAVAILABLE.has(code) || (cause instanceof Response && cause.status >= 500);
  }
  // What fetch throws when nobody is there; the library's own have a code.
  return error instanceof TypeError && !("code" in error);
}

function authenticate(server: ServerMetadata, secret: string | undefined): ClientAuth {
  if (secret === undefined) return None();
  // What a provider does not say is Basic (OpenID Connect Discovery 1.0, 3).
  const isPostOnly = server.token_endpoint_auth_methods_supported?.includes("client_secret_basic") === false;
  return isPostOnly ? ClientSecretPost(secret) : ClientSecretBasic(secret);
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
