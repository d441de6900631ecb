import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";

/** What a provider does wrong, one at a time. */
export interface Wrongs {
  /** Changes what its token says. */
  claims?: (claims: JWTPayload) => JWTPayload;
  /** `none`: unsigned; `other`: by a key it does not publish; `hmac`: by the secret of the client. */
  signature?: "none" | "other" | "hmac";
  /** Changes the way back. */
  back?: (url: URL) => void;
  /** Status of its token endpoint. */
  status?: number;
  noToken?: boolean;
}

interface Grant {
  readonly query: URLSearchParams;
  readonly person: string;
}

/** An OpenID Connect provider on a port of this computer: authorization code, PKCE S256, one client with a secret. */
export async function startProvider(client = "oasis", secret = "s3cret-planted") {
  const [mine, other] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(mine.publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const state = { person: "person-planted-1", wrongs: {} as Wrongs, isDown: false, asked: [] as string[] };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer());
    state.asked.push(url.pathname);
    const json = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (state.isDown) return json(503, {});
    if (url.pathname === "/.well-known/openid-configuration") return json(200, describe(issuer()));
    if (url.pathname === "/jwks") return json(200, { keys: [jwk] });
    if (url.pathname === "/authorize") {
      const { searchParams: query } = url;
      if (query.get("client_id") !== client || query.get("code_challenge_method") !== "S256") return json(400, {});
      const code = randomBytes(16).toString("base64url");
      grants.set(code, { query, person: state.person });
      const back = new URL(query.get("redirect_uri")!);
      for (const [name, value] of [
        ["code", code],
        ["state", query.get("state")!],
        ["iss", issuer()],
      ] as const)
        back.searchParams.set(name, value);
      state.wrongs.back?.(back);
      return response.writeHead(303, { location: back.href }).end();
    }
    if (url.pathname !== "/token") return json(404, {});
    if (state.wrongs.status !== undefined) return json(state.wrongs.status, { error: "server_error" });
    const form = new URLSearchParams(await read(request));
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const [, encoded = ""] = (request.headers.authorization ?? "").split("Basic ");
    const given = Buffer.from(encoded, "base64").toString().split(":").map(decodeURIComponent);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isGood =
      grant !== undefined &&
      grant.query.get("code_challenge") === challenge &&
      grant.query.get("redirect_uri") === form.get("redirect_uri");
    if (given[0] !== client || given[1] !== secret) return json(401, { error: "invalid_client" });
    if (!isGood) return json(400, { error: "invalid_grant" });
    const said: JWTPayload = { iss: issuer(), aud: client, sub: grant.person, nonce: grant.query.get("nonce") };
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...said, iat: now, exp: now + 300, email: "planted@exemple.fr" };
    const token = await sign(state.wrongs.claims?.(claims) ?? claims);
    const tokens = { access_token: "planted-access", token_type: "bearer", expires_in: 60 };
    return json(200, state.wrongs.noToken ? tokens : { ...tokens, id_token: token });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const issuer = () => `http://127.0.0.1:${port}`;

  const sign = (claims: JWTPayload) => {
    const { signature } = state.wrongs;
    if (signature === "none") return new UnsecuredJWT(claims).encode();
    if (signature === "hmac") return new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(secret));
    const key = signature === "other" ? other.privateKey : mine.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(key);
  };
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { issuer: issuer(), client, secret, state, stop };
}

const describe = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  authorization_response_iss_parameter_supported: true,
});

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
