import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** A letter as a server was handed it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Names of headers in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** A mail server on a port of this computer (RFC 5321, without extensions). `refuse`: its answer to a recipient, null for a good one. */
export async function startSmtp(refuse: (recipient: string) => string | null = () => null, host = "127.0.0.1") {
  const letters: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    void converse(socket, refuse, (letter) => letters.push(letter));
  }).listen(0, host);
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { url: `smtp://${host}:${port}`, letters, stop };
}

async function converse(
  socket: Socket,
  refuse: (recipient: string) => string | null,
  keep: (letter: Received) => void,
): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let [from, to, data]: [string, string[], string[] | null] = ["", [], null];
  say("220 test ESMTP");
  for await (const line of createInterface(socket)) {
    if (data !== null) {
      if (line !== ".") data.push(line.replace(/^\./, ""));
      else {
        keep({ from, to, ...readLetter(data) });
        [from, to, data] = ["", [], null];
        say("250 taken");
      }
      continue;
    }
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "MAIL") from = address;
    if (verb === "RCPT") {
      const refusal = refuse(address);
      if (refusal === null) to.push(address);
      say(refusal ?? "250 ok");
    } else if (verb === "DATA") {
      data = [];
      say("354 go on");
    } else if (verb === "QUIT") {
      say("221 bye");
      socket.end();
    } else {
      if (verb === "RSET") [from, to] = ["", []];
      say(["EHLO", "HELO", "MAIL", "RSET", "NOOP"].includes(verb) ? "250 ok" : "502 not here");
    }
  }
}

function readLetter(lines: readonly string[]): Pick<Received, "headers" | "text"> {
  const end = lines.indexOf("");
  const unfolded = lines
    .slice(0, end)
    .join("\n")
    .replace(/\n[ \t]+/g, " ");
  const headers = new Map(
    unfolded.split("\n").map((line) => [line.split(":")[0].toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  const body = lines.slice(end + 1).join("\n");
  const encoding = headers.get("content-transfer-encoding");
  if (encoding === "base64") return { headers, text: Buffer.from(body, "base64").toString() };
  if (encoding !== "quoted-printable") return { headers, text: body };
  const bytes = body
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { headers, text: Buffer.from(bytes, "latin1").toString() };
}
