import { describe, expect, test } from "vitest";
import type { Grant } from "../../../src/core/contributions/authority.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import {
  findMissionFaults,
  NEW_MISSION,
  readMission,
} from "../../../src/ui/participate/attestation/attestation-draft.ts";
import { findConsultationFaults } from "../../../src/ui/participate/committee/consultation-draft.ts";
import {
  indicatorOf,
  readTyped,
  sayIndicatorName,
  sayValue,
  writeTyped,
} from "../../../src/ui/participate/committee/indicator-words.ts";
import { invitationLink, readInvitation } from "../../../src/ui/participate/committee/invitation-link.ts";
import { findEnrolmentFaults, groupMembers } from "../../../src/ui/participate/committee/members.ts";
import { writeMarkdown, writePlain } from "../../../src/ui/participate/committee/minutes-text.ts";
import { phaseOf, whyNotDecide, whyNotTakePosition } from "../../../src/ui/participate/committee/phase.ts";
import { addressOf } from "../../../src/ui/participate/committee/space-name.ts";
import { type Standing, tenureOf } from "../../../src/ui/participate/committee/standing.ts";

const KEY = "k9-8aKGsTgv5BpdsvO255CDKn_r1RTlpKy36_f9GHc0";
const HASH = "CiqaZTEfHriX95VoLSKAUvXfnYeIYrLfTtiK2QQjQ6c";
const GRANT: Grant = {
  id: HASH,
  issuer: "i",
  subject: KEY,
  role: "member",
  scope: "dep:22",
  college: "users",
  organisation: null,
  succeeds: null,
  notBefore: "2026-01-10",
  notAfter: "2026-12-31",
  depth: 1,
  at: 1,
  day: "2026-01-09",
  endedAt: null,
};
const f = getFormats("fr");

describe("a role", () => {
  test.each([
    ["2026-01-09", null, "coming"],
    ["2026-01-10", null, "current"],
    ["2026-12-31", null, "current"],
    ["2027-01-01", null, "expired"],
    ["2026-06-01", 7, "ended"],
  ] as const)("on %s, ended at %s: %s", (day, endedAt, tenure) => {
    expect(tenureOf({ ...GRANT, endedAt }, day)).toBe(tenure);
  });

  test("stands in its college, those in force first", () => {
    const late = { ...GRANT, id: "late", at: 2 };
    const over = { ...GRANT, id: "over", notAfter: "2026-02-01" };
    const groups = groupMembers({ grants: [over, late, { ...GRANT, id: "s", college: null }] }, "2026-06-01");
    expect(groups.map(({ name, grants }) => [name, grants.map(({ id }) => id)])).toEqual([
      ["users", ["late", "over"]],
      ["professionals", []],
      ["deciders", []],
      ["others", ["s"]],
    ]);
  });

  const draft = {
    key: KEY,
    role: "member" as const,
    college: "users" as const,
    organisation: "",
    notBefore: "2027-01-31",
    notAfter: "2028-07-31",
    succeeds: "",
  };
  const faults = (part: Partial<typeof draft>, isRoot = false, issuer = "i") =>
    Object.fromEntries(
      findEnrolmentFaults({ ...draft, ...part }, { key: issuer, isRoot }, { grants: [GRANT] }, "2027-01-31"),
    );
  test("given for eighteen months at most, thirty-six by a founding key, to a real key that is not one's own", () => {
    expect(faults({})).toEqual({});
    expect(faults({ notAfter: "2028-08-01" })).toEqual({ notAfter: "too-long" });
    expect(faults({ notAfter: "2030-01-31" }, true)).toEqual({});
    expect(faults({ notAfter: "2027-01-30" })).toEqual({ notAfter: "ends-before" });
    expect(faults({ key: KEY.slice(1) })).toEqual({ key: "weak-key" });
    expect(faults({ key: "A".repeat(43) })).toEqual({ key: "weak-key" });
    expect(faults({}, false, KEY)).toEqual({ key: "own-key" });
  });
});

describe("a consultation", () => {
  const about = {
    id: HASH,
    scope: "dep:22",
    opens: "2026-11-23",
    closes: "2026-12-04",
    options: 2,
    voters: 2,
    hasQuorum: true,
    tally: [],
  };
  const who = (role: "member" | "steward" | null, key: string | null = KEY): Standing => ({
    key,
    isRoot: false,
    grants: [],
    roles: new Set(role === null ? [] : [role]),
    college: null,
  });

  test("is open on its first and last day", () => {
    expect(["2026-11-22", "2026-11-23", "2026-12-04", "2026-12-05"].map((day) => phaseOf(about, day))).toEqual([
      "coming",
      "open",
      "open",
      "closed",
    ]);
  });

  test("says why one cannot take a position", () => {
    expect(whyNotTakePosition(who("member"), about, "2026-12-04")).toBeNull();
    expect(whyNotTakePosition(who("steward"), about, "2026-12-04")).toBe("not-member");
    expect(whyNotTakePosition(who(null, null), about, "2026-12-04")).toBe("no-key");
    expect(whyNotTakePosition(who("member"), about, "2026-12-05")).toBe("closed");
  });

  test("is decided by a steward, once, after its close, with its quorum", () => {
    const day = "2026-12-05";
    expect(whyNotDecide(who("steward"), about, day, false)).toBeNull();
    expect(whyNotDecide(who("steward"), about, "2026-12-04", false)).toBe("open");
    expect(whyNotDecide(who("steward"), { ...about, hasQuorum: false }, day, false)).toBe("no-quorum");
    expect(whyNotDecide(who("member"), about, day, false)).toBe("not-steward");
    expect(whyNotDecide(who("steward"), about, day, true)).toBe("decided");
  });

  test("is not asked with a blank, twice the same words, or a day gone by", () => {
    const draft = {
      question: "Où ?",
      text: "",
      options: [
        { text: "A", scenario: null },
        { text: " A ", scenario: null },
      ],
      opens: "2026-11-01",
      closes: "2026-11-02",
      quorum: "0",
    };
    expect(Object.fromEntries(findConsultationFaults(draft, "2026-11-23"))).toEqual({
      options: "twice",
      closes: "past",
      quorum: "not-whole",
    });
  });
});

describe("an invitation", () => {
  const invitation = { space: "committee:vitre", genesis: HASH, relay: "https://relais.example" };
  test("reads back, and stays behind the #", () => {
    const link = invitationLink(invitation, "https://oasis.example/");
    expect(new URL(link).search).toBe("?page=participate&part=committee");
    expect(readInvitation(link)).toEqual(invitation);
    expect(readInvitation(new URL(link).hash)).toEqual(invitation);
  });
  test.each([
    "",
    "#join=",
    `#join=space%3Dpublic%26genesis%3D${HASH}`,
    `#join=${encodeURIComponent(`space=committee:a&genesis=${HASH}&relay=http://x`)}`,
    "#join=%E0%A4%A",
  ])("is not %s", (text) => expect(readInvitation(text)).toBeNull());
});

test.each([
  ["Comité d'accès aux soins du Pays de Vitré", "comite-d-acces-aux-soins-du-pays-de-vitr"],
  ["  Ÿ!  ", "y"],
  ["???", ""],
])("the address of « %s »", (name, address) => expect(addressOf(name)).toBe(address));

describe("an indicator", () => {
  test("is named and counted in words; one not known keeps its name", () => {
    expect(sayIndicatorName("gp/people-under/2.5", fr, f)).toBe("Habitants sous 2,5 · Médecins généralistes");
    expect(sayIndicatorName("own/thing", fr, f)).toBe("own/thing");
    expect(sayValue(0.125, "gp/share-under/2.5", fr, f)).toBe("12,5\u202f%");
    expect(sayValue(8.25, "pharmacy/mean", fr, f)).toBe("8,3 min");
  });
  test("a share is typed in percent, and reads back", () => {
    expect(readTyped("12,5 %", "gp/share-under/2.5")).toBe("0.125");
    expect(writeTyped(0.125, "gp/share-under/2.5")).toBe("12.5");
    expect(readTyped("101", "gp/share-under/2.5")).toBeNull();
    expect(readTyped("1 234,50", "gp/people-under/2.5")).toBe("1234.5");
    expect(readTyped("-3", "gp/mean")).toBeNull();
  });
  test("takes a limit only where there is one", () => {
    expect(indicatorOf("gp", "people-under", "2,5")).toBe("gp/people-under/2.5");
    expect(indicatorOf("emergency", "share-beyond", "30")).toBe("emergency/share-beyond/30");
    expect(indicatorOf("gp", "mean", "abc")).toBe("gp/mean");
    expect(indicatorOf("gp", "people-under", "")).toBeNull();
  });
});

test("what people wrote does nothing in Markdown, and stays as written in plain text", () => {
  const blocks = [
    { kind: "quote", text: "# titre\n- <b>[lien](x)</b> *a*\n1. un" },
    { kind: "table", caption: "A|B", head: ["C", "n"], rows: [["x|y", "1"]] },
  ] as const;
  expect(writeMarkdown(blocks)).toBe(
    [
      "> \\# titre",
      "> \\- \\<b\\>\\[lien\\](x)\\</b\\> \\*a\\*",
      "> 1\\. un",
      "",
      "**A\\|B**",
      "",
      "| C | n |",
      "| --- | ---: |",
      "| x\\|y | 1 |",
      "",
    ].join("\n"),
  );
  expect(writePlain(blocks)).toContain("    - <b>[lien](x)</b> *a*");
});

test("a mission is attested with its days in order and no more hours than declared", () => {
  const sound = { title: "Enquête", from: "2026-09-01", to: "2026-11-30", declared: "12,5", confirmed: "" };
  expect(readMission(sound)).toEqual({ title: "Enquête", from: "2026-09-01", to: "2026-11-30", declared: "12.5" });
  expect(Object.fromEntries(findMissionFaults({ ...sound, to: "2026-08-31", confirmed: "13" }))).toEqual({
    to: "ends-before",
    confirmed: "more-than-declared",
  });
  expect(readMission(NEW_MISSION)).toBeNull();
});
