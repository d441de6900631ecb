import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeBase64url } from "../../src/core/contributions/base64url.ts";
import { inclusionProof, leafHash } from "../../src/core/contributions/merkle.ts";
import { idBytes } from "../../src/core/contributions/statement.ts";
import { IS_FULL, runOasis } from "./run-oasis.ts";

const folder = mkdtempSync(join(tmpdir(), "oasis-log-"));
const golden = "tests/core/contributions/golden-v1.dmlog";
const lines = readFileSync(golden, "utf8").trimEnd().split("\n");
const write = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("oasis log", () => {
  it("verifies: every signature, the fold, the checkpoint", () => {
    const ran = runOasis("log", "verify", golden, "--as-of", "2026-02-01");
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    const { state, ...files } = JSON.parse(ran.stdout);
    expect(files).toMatchObject({ space: "committee:golden", records: lines.length - 2, checkpoints: 1, alarms: [] });
    expect(state).toMatchObject({
      foldVersion: 1,
      grants: 4,
      decisions: 1,
      erased: 1,
      refused: 1,
      pending: 1,
      local: 1,
    });
  });

  it.runIf(IS_FULL)(
    "merges files to the same bytes in any order, erased bodies left out, and exports the same hash",
    () => {
      const [one, other] = [join(folder, "one.dmlog"), join(folder, "other.dmlog")];
      expect(runOasis("log", "merge", golden, "--out", one).status).toBe(0);
      expect(runOasis("log", "merge", one, golden, "--out", other).status).toBe(0);
      expect(readFileSync(one, "utf8")).toBe(readFileSync(other, "utf8"));
      expect(readFileSync(one, "utf8").match(/"body":null/g)).toHaveLength(1);
      const hashes = [golden, one].map((file) => {
        const ran = runOasis("log", "export", file, "--as-of", "2026-02-01");
        return JSON.parse(ran.stdout).hash;
      });
      expect(hashes[0]).toBe(hashes[1]);
    },
  );

  it("exit 2, with file and line, on a record that was touched; takes nothing of its file", () => {
    const touched = lines.map((line, k) => (k === 6 ? line.replace("Un bus", "Un car") : line));
    const file = write("touched.dmlog", `${touched.join("\n")}\n`);
    const out = join(folder, "never.dmlog");
    const ran = runOasis("log", "merge", golden, file, "--out", out);
    expect([ran.status, ran.stderr]).toEqual([
      2,
      `oasis log: bad-input: file ${file}, row 7, problem body_hash_mismatch, where body, refused 1\n`,
    ]);
    expect(() => readFileSync(out)).toThrow();
    expect(runOasis("log", "merge", golden, file, "--skip-refused", "--out", out).status).toBe(0);
  });

  it("exit 2 on a log that lacks records a checkpoint counts", () => {
    const missing = lines.filter((_, k) => k !== 5);
    const file = write("missing.dmlog", `${missing.join("\n")}\n`);
    const ran = runOasis("log", "verify", file);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("row 1, problem malformed, where count or head");
    expect(JSON.parse(ran.stdout).alarms).toMatchObject([{ kind: "missing" }]);
  });

  it("signs a record a log can hold, with a key it keeps, and names a wrong field", () => {
    const body = write("body.json", JSON.stringify({ title: "Un bus", text: "Le mardi" }));
    const key = join(folder, "author.key");
    const args = ["log", "sign", "--key", key, "--type", "proposal", "--scope", "dep:35", "--body"];
    const signed = [1, 2].map(() => runOasis(...args, body));
    expect(signed.map(({ status }) => status)).toEqual([0, 0]);
    const [one, other] = signed.map(({ stdout }) => JSON.parse(stdout));
    expect(one.hdr.author).toBe(other.hdr.author);
    expect(one.body.salt).not.toBe(other.body.salt);
    const ran = runOasis(...args, write("wrong.json", JSON.stringify({ title: "Un bus" })));
    expect([ran.status, ran.stderr]).toEqual([
      2,
      `oasis log: bad-input: file ${join(folder, "wrong.json")}, problem schema, where body.text\n`,
    ]);
  });

  it("tells of the cells of a period what small numbers allow", () => {
    // 12 is told as 10; the rest, 10 + 9 + 0 = 19 in 3 cells, is at most 2 · 10: told as 20.
    const rows = ["a,p,gp,12", "b,p,gp,10", "c,p,gp,9", "d,p,gp,0", "e,q,gp,10"];
    const cells = write("cells.csv", `unit,parent,key,reporters\n${rows.join("\n")}\n`);
    const ran = runOasis("log", "aggregate", "--cells", cells);
    expect([ran.status, ran.stdout]).toEqual([0, "unit,parent,key,reporters\na,p,gp,10\n,p,gp,20\n"]);
    expect(runOasis("log", "aggregate", "--cells", cells, "--fewest", "4").status).toBe(2);
  });

  it("lays corrections over published access: one the pack has no words for is left out and said", () => {
    const summary = join(folder, "corrected.json");
    const ran = runOasis("log", "corrected", golden, "--territory", "35360", "--summary", summary);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/^code,name,population,official,corrected,difference,status\n35360,Vitré,\d+,/);
    const { applied, ignored, official, corrected } = JSON.parse(readFileSync(summary, "utf8"));
    expect([applied, ignored]).toMatchObject([[], [{ row: "350000014", why: "bad-dataset" }]]);
    expect(corrected).toEqual(official);
    expect(runOasis("log", "corrected", golden).status).toBe(2);
  });

  it.runIf(IS_FULL)("scores objectives on the day asked, and drafts one from the data", () => {
    const ran = runOasis("log", "objectives", golden, "--as-of", "2027-06-01");
    expect([ran.status, ran.stderr]).toEqual([0, "0 reached, 0 on-track, 1 behind, 0 late, 0 not-measurable\n"]);
    // From 2.1 on 2026-01-01 to 2.5 on 2028-12-31, 1,095 days: 365 days later 2.1 + 0.4 / 3 is expected, 2.2 was measured.
    const [objective] = JSON.parse(ran.stdout).objectives;
    expect(objective).toMatchObject({ indicator: "official-apl", last: { value: 2.2, source: "record" } });
    expect(objective.expected_then).toBeCloseTo(2.1 + 0.4 / 3, 9);
    const draft = runOasis("log", "objectives", "--draft", "gp/people-under/2.5", "--territory", "dep:35");
    expect(JSON.parse(draft.stdout)).toMatchObject({ scope: "dep:35", baseline: "120554", baselineDate: "2023-12-31" });
    expect(runOasis("log", "objectives", "--draft", "happiness", "--territory", "dep:35").status).toBe(2);
  });

  it.runIf(IS_FULL)(
    "attests to a document; without a record in the log it is not valid, and altered once touched",
    () => {
      const mission = { title: "Relevé d'horaires", from: "2026-01-05", to: "2026-01-30", declared: "12.5" };
      const document = write("done.json", JSON.stringify({ person: "Jeanne D.", missions: [mission] }));
      const out = join(folder, "attestation.json");
      const key = join(folder, "committee.key");
      const ran = runOasis(
        "log",
        "attest",
        golden,
        "--key",
        key,
        "--document",
        document,
        "--out",
        out,
        "--scope",
        "dep:35",
      );
      expect(ran.status).toBe(0);
      expect(JSON.parse(ran.stdout)).toMatchObject({ hdr: { space: "committee:golden", type: "attestation" } });
      expect(ran.stdout).not.toContain("Jeanne");
      const verdict = (file: string) => {
        const checked = runOasis("log", "check-attestation", golden, "--attestation", file);
        return [checked.status, JSON.parse(checked.stdout).verdict];
      };
      expect(verdict(out)).toEqual([2, "not-recorded"]);
      expect(verdict(write("touched.json", readFileSync(out, "utf8").replace("12.5", "125")))).toEqual([2, "altered"]);
      const bad = write("bad.json", JSON.stringify({ person: "J", missions: [{ ...mission, to: "2025-01-01" }] }));
      expect(runOasis("log", "attest", golden, "--key", key, "--document", bad, "--out", out).stderr).toContain(
        "missions[0]",
      );
    },
  );

  it("writes minutes in two languages, what people wrote as plain text", () => {
    const ran = runOasis("log", "minutes", golden, "--as-of", "2026-02-01");
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain("## Consultation: Où ouvrir ?");
    expect(ran.stdout).toContain("| Vitré | Professionnels | 1 | 0 | 0 |");
    expect(ran.stdout).toContain("- Professionnels, Vitré, pour: Accessible en train");
    expect(ran.stdout).toContain("**Vitré** (2026-01-11). Vitré");
    expect(ran.stdout).toContain("- official-apl : de 2,1 à 2,5 avant le 2028-12-31 (CLS)");
    const json = runOasis(
      "log",
      "minutes",
      golden,
      "--as-of",
      "2026-02-01",
      "--format",
      "json",
      "--territory",
      "35360",
    );
    const { consultations, agenda } = JSON.parse(json.stdout);
    expect(consultations[0]).toMatchObject({ voters: 1, hasQuorum: true, phase: "closed" });
    expect(agenda.every(({ kind }: { kind: string }) => kind === "area-worsened")).toBe(true);
    expect(runOasis("log", "minutes", golden, "--consultation", "x").status).toBe(2);
  });

  it.runIf(IS_FULL)("holds the counts of a relay against access, nothing told said so", () => {
    const release = (cells: readonly object[], rule = { fewest: 11, roundTo: 5 }) =>
      JSON.stringify({ space: "intake:a", month: "2026-01", territories: "2026", rule, cells, reporters: 0 });
    const cells = [{ unit: "dep:22", parent: "reg:53", key: "gp delay", reporters: 500 }];
    const summary = join(folder, "felt.json");
    const felt = (file: string) =>
      runOasis("log", "felt", "--counts", file, "--territory", "reg:53", "--summary", summary);
    const ran = felt(write("counts.json", release(cells)));
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/^22,Côtes-d'Armor,\d+,0\.\d+,500,498,612,/m);
    expect(JSON.parse(readFileSync(summary, "utf8"))).toMatchObject({ untold: ["dep:29", "dep:35", "dep:56"] });
    expect(ran.stderr).toContain("4 areas, 1 months");
    expect(felt(write("few.json", release(cells, { fewest: 1, roundTo: 5 }))).status).toBe(2);
    expect(felt(write("key.json", release([{ ...cells[0], key: "vet delay" }]))).stderr).toContain(
      "unknown key vet delay",
    );
  });

  it("reads the sheet of a workshop: a commune too small is widened, a fault named", () => {
    const header = "commune,kind,profession,month,text";
    // 35005, Arbrissel, has 270 inhabitants.
    const sheet = write("sheet.csv", `${header}\n35360,delay,gp,2026-01,\n35005,no-new-patients,gp,2026-01,Complet\n`);
    const ran = runOasis("log", "reports", "--sheet", sheet);
    expect([ran.status, ran.stderr]).toEqual([0, "2 reports, 1 of them widened; 0 faults\n"]);
    const { reports } = JSON.parse(ran.stdout);
    expect(reports[0]).toMatchObject({ line: 2, scope: "com:35360", isWidened: false });
    expect(reports[1]).toMatchObject({ scope: "epci:243500634", isWidened: true });
    const wrong = write("wrong.csv", `${header}\n35360,delay,gp,2026-01,Docteur Martin\n`);
    const named = runOasis("log", "reports", "--sheet", wrong);
    expect([named.status, named.stderr.split("\n")[1]]).toEqual([
      2,
      `oasis log: bad-input: file ${wrong}, row 2, column text, problem personal-data, personal name, faults 1`,
    ]);
  });

  it("checks what a relay proves of a record, without the log", () => {
    const { checkpoint } = JSON.parse(lines[lines.length - 1]);
    const ids = lines.slice(1, -1).map((line): string => JSON.parse(line).id);
    const received = ids.slice(0, checkpoint.size);
    const leaves = received.map((id) => leafHash(idBytes(id)));
    const answer = (index: number) => {
      const path = inclusionProof(leaves, 3).map(encodeBase64url);
      return write(`proof-${index}.json`, JSON.stringify({ checkpoint, id: received[3], index, path }));
    };
    const ran = runOasis("log", "proof", answer(3), "--key", checkpoint.key);
    expect([ran.status, JSON.parse(ran.stdout)]).toMatchObject([0, { holds: true, key_is_trusted: true }]);
    expect(runOasis("log", "proof", answer(4)).stderr).toContain("the proof does not hold");
    expect(runOasis("log", "proof", answer(3), "--key", received[0]).stderr).toContain("signed by another key");
  });

  it("exit 2 in one line on what is no log", () => {
    for (const file of [join(folder, "absent.dmlog"), write("empty.dmlog", ""), write("text.dmlog", "bonjour\n")]) {
      const ran = runOasis("log", "verify", file);
      expect([ran.status, ran.stderr.split("\n").length]).toEqual([2, 2]);
      expect(ran.stderr).toContain(file);
    }
    expect(runOasis("log", "rewrite", golden).status).toBe(2);
    expect(runOasis("log", "verify").status).toBe(2);
  });
});
