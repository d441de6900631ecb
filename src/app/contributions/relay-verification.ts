import { signAsking, signClaim, type Voucher } from "../../core/contributions/statement.ts";
import { FailureError } from "../../core/failure.ts";
import { signerOf } from "../../platform/crypto/key-pairs.ts";
import type { Desk } from "./desk.ts";
import type { Exchange } from "./exchange.ts";
import { ExchangeError } from "./exchange-error.ts";
import type { Spaces } from "./spaces.ts";
import type { Verification, Ways, Wish } from "./verification.ts";

const JSON_BODY = { "content-type": "application/json" };

/** Verification by the relay of each space; questions and claims are signed by the key they are for. */
export class RelayVerification implements Verification {
  readonly #desk: Desk;
  readonly #spaces: Spaces;
  readonly #exchange: Exchange;

  constructor(desk: Desk, spaces: Spaces, exchange: Exchange) {
    this.#desk = desk;
    this.#spaces = spaces;
    this.#exchange = exchange;
  }

  async ways(space: string): Promise<Ways> {
    const { verification } = await this.#relay(space).info();
    const { mail, signIn } = verification ?? {};
    return { mail: mail === true, signIn: typeof signIn === "string" && signIn !== "" ? signIn.slice(0, 80) : null };
  }

  async sendLink({ space, ballot, target }: Wish, address: string, language: "fr" | "en"): Promise<void> {
    const asking = await this.#ask(space, ballot);
    await this.#post(space, "/v1/mail-links", { asking, address, target, language });
  }

  async beginSignIn({ space, ballot, target }: Wish): Promise<string> {
    const asking = await this.#ask(space, ballot);
    const said = (await this.#post(space, "/v1/sign-ins", { asking, target })) as { readonly url?: unknown } | null;
    const url = typeof said?.url === "string" && URL.canParse(said.url) ? new URL(said.url) : null;
    const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && url.hostname === "127.0.0.1");
    if (url === null || !isSafe) throw new ExchangeError("not_a_relay", space);
    return url.href;
  }

  async claim(space: string, ballot: string, code: string, key: string): Promise<Voucher> {
    const signer = this.#signer(key);
    const claim = await signClaim({ space, ballot, code: code.trim(), rts: this.#desk.instant() }, signer);
    const { voucher } = (await this.#post(space, "/v1/claims", claim)) as { readonly voucher: Voucher };
    const { issuer, level, nullifier, sig } = voucher;
    return { issuer, level, nullifier, sig };
  }

  #ask(space: string, ballot: string) {
    return signAsking({ space, ballot, rts: this.#desk.instant() }, this.#signer(this.#desk.key));
  }

  #post(space: string, path: string, body: unknown): Promise<unknown> {
    return this.#relay(space).ask(path, { method: "POST", headers: JSON_BODY, body: JSON.stringify(body) });
  }

  #relay(space: string) {
    const { relay, genesis } = this.#spaces.find(space).kept;
    if (relay === null) throw new FailureError("bad-input", { space: genesis, problem: "no relay" });
    return this.#exchange.relay(relay);
  }

  #signer(key: string | null) {
    const found = this.#desk.identities.find((one) => one.key === key);
    if (!found) throw new FailureError("bad-input", { key: key ?? "", problem: "no key" });
    return signerOf(found);
  }
}
