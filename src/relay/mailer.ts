import { setTimeout } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { FailureError } from "../core/failure.ts";
import { readMailAddress } from "./mail-address.ts";
import type { Letter } from "./mail-text.ts";

export interface MailOptions {
  /** `smtp://user@host:587`, encrypted by STARTTLS unless the server is this computer, or `smtps://…`; without a password. */
  readonly server: string;
  /** `oasis@example.org` or `Oasis <oasis@example.org>`. */
  readonly from: string;
  readonly password?: string;
}

const MOST_WAITING = 500;
const AGAIN_MILLISECONDS: readonly number[] = [5000, 60_000];
const PATIENCE_MILLISECONDS = 8000;
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Hands letters to a mail server, a few at a time; they wait in memory alone, and one that could not be handed over after a
 * minute is dropped: whoever asked asks again. Throws `bad-input` for options that cannot be used.
 */
export class Mailer {
  readonly #from: { readonly name: string; readonly address: string };
  readonly #transport: ReturnType<typeof openTransport>;
  readonly #onFailure: (error: unknown) => void;
  readonly #sending = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: MailOptions, onFailure: (error: unknown) => void) {
    this.#from = readFrom(options.from);
    this.#transport = openTransport(options);
    this.#onFailure = onFailure;
  }

  get isFull(): boolean {
    return this.#sending.size >= MOST_WAITING;
  }

  post(letter: Letter): void {
    const sent: Promise<void> = this.#send(letter, AGAIN_MILLISECONDS).finally(() => this.#sending.delete(sent));
    this.#sending.add(sent);
  }

  /** After what is being handed over now. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.race([Promise.all(this.#sending), pause(PATIENCE_MILLISECONDS)]);
    this.#transport.close();
  }

  async #send({ to, subject, text }: Letter, again: readonly number[]): Promise<void> {
    const { address } = this.#from;
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to: { name: "", address: to },
        envelope: { from: address, to: [to] },
        subject,
        text,
        headers: { "Auto-Submitted": "auto-generated" },
        xMailer: false,
      });
    } catch (error) {
      this.#onFailure(error);
      const isFinal = Number((error as { responseCode?: unknown }).responseCode ?? 0) >= 500;
      if (isFinal || again.length === 0) return;
      await pause(again[0], this.#closing.signal);
      if (!this.#closing.signal.aborted) await this.#send({ to, subject, text }, again.slice(1));
    }
  }
}

function openTransport({ server, password }: MailOptions) {
  const wrong = (problem: string) => new FailureError("bad-input", { option: "--mail", problem });
  if (!URL.canParse(server)) throw wrong("expected smtp://HOST:PORT or smtps://…");
  const { protocol, hostname, port, username, password: shown } = new URL(server);
  if (protocol !== "smtp:" && protocol !== "smtps:") throw wrong("expected smtp://HOST:PORT or smtps://…");
  if (shown !== "") throw wrong("the password goes by OASIS_MAIL_PASSWORD or --mail-password-file");
  const isSecure = protocol === "smtps:";
  const isHere = LOOPBACK.has(hostname);
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isHere,
    ignoreTLS: !isSecure && isHere,
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: password ?? "" } }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function readFrom(text: string): { name: string; address: string } {
  const [, name = "", address = text] = /^([^<>\r\n"]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  try {
    return { name: name.trim(), address: readMailAddress(address).to };
  } catch {
    throw new FailureError("bad-input", { option: "--mail-from", text, expected: "oasis@example.org" });
  }
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  const wait = setTimeout(milliseconds, undefined, { ref: false, ...(signal && { signal }) });
  return wait.catch(() => undefined);
}
