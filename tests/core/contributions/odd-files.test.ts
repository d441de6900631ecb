import { expect, test } from "vitest";
import { readDmlog } from "../../../src/core/contributions/dmlog.ts";
import { openVerifier } from "../../../src/platform/crypto/open-crypto.ts";
import { oddLines, xssLog } from "./odd-files.ts";

const RUN = { signal: { aborted: false }, progress: () => undefined };

test("each odd line is refused for its own reason", async () => {
  const { refused, log } = await readDmlog([Buffer.from(await oddLines())], openVerifier(), RUN);
  expect(refused.map(({ line, code }) => `${line} ${code}`)).toEqual([
    "3 bad_signature",
    "4 weak_key",
    "5 weak_key",
    "6 bad_signature",
    "7 other_space",
    "8 id_mismatch",
    "9 not_canonical",
    "10 not_canonical",
    "11 not_canonical",
    "12 not_canonical",
    "13 not_canonical",
    "14 not_canonical",
    "15 malformed",
  ]);
  expect(log.records.size).toBe(1);
});

test("texts that would run as code are records like others", async () => {
  const { refused, log } = await readDmlog([Buffer.from((await xssLog()).text)], openVerifier(), RUN);
  expect(refused).toEqual([]);
  expect(log.records.size).toBe(11);
});
