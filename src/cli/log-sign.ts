import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { canonicalise, isObject, type Json, parseCanonical } from "../core/contributions/canonical.ts";
import { readRecord, signRecord } from "../core/contributions/record.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { FailureError } from "../core/failure.ts";
import { openRelayKey } from "../relay/relay-key.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log sign`: one record from a body in JSON, as a line to post to a relay. The key file is made when there is none. */
export async function signLine(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      key: { type: "string" },
      space: { type: "string", default: "public" },
      type: { type: "string" },
      scope: { type: "string", default: "fr" },
      body: { type: "string" },
      ts: { type: "string" },
      out: { type: "string", default: "-" },
    },
  });
  const { key, type, body: file } = values;
  if (key === undefined || type === undefined || file === undefined) {
    throw new FailureError("bad-input", { command: "log sign", reason: "--key, --type and --body are needed" });
  }
  const body = readBody(file);
  const signer = await openRelayKey(key);
  const ts = values.ts ?? new Date().toISOString().slice(0, 10);
  const salt = randomBytes(16).toString("base64url");
  try {
    const draft = { space: values.space, type, scope: values.scope, ts, refs: [] };
    const record = await signRecord(draft, { ...body, salt }, signer);
    const line = canonicalise(record as unknown as Json);
    readRecord(parseCanonical(line));
    await writeOutput(values.out, `${line}\n`);
    console.error(`${record.id} signed by ${signer.key}`);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    throw new FailureError("bad-input", { file, problem: error.code, where: error.where });
  }
}

function readBody(file: string) {
  let body: Json;
  try {
    body = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new FailureError("bad-input", { file, problem: error instanceof Error ? error.message : String(error) });
  }
  if (!isObject(body)) throw new FailureError("bad-input", { file, problem: "not an object" });
  return body;
}
