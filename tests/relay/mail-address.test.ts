import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMailAddress } from "../../src/relay/mail-address.ts";

const person = (text: string) => readMailAddress(text).person;

describe("a mail address", () => {
  it("is one person's however it is written", () => {
    const written = ["Anne.Le-Goff@Exemple.FR", " anne.le-goff@exemple.fr ", "anne.le-goff+oasis@exemple.fr"];
    expect(new Set(written.map(person))).toEqual(new Set(["anne.le-goff@exemple.fr"]));
    expect(["a.b+x@gmail.com", "AB@googlemail.com", "a.b@GMAIL.com"].map(person)).toEqual(
      Array(3).fill("ab@gmail.com"),
    );
    // Elsewhere dots make another person.
    expect(person("a.b@exemple.fr")).not.toBe(person("ab@exemple.fr"));
  });

  it("goes where it was said, its domain in ASCII whatever its script or width", () => {
    expect(readMailAddress("Anne+o@Hôpital.fr")).toEqual({
      to: "Anne+o@xn--hpital-ixa.fr",
      person: "anne@xn--hpital-ixa.fr",
      domain: "xn--hpital-ixa.fr",
    });
    expect(person("anne@ｅｘｅｍｐｌｅ。fr")).toBe("anne@exemple.fr");
    expect(person("anne@XN--HPITAL-IXA.fr")).toBe(person("anne@hôpital.fr"));
  });

  it.each([
    ["a line break", "a@b.fr\r\nBcc: eve@b.fr"],
    ["a line break before the at", "a\r\nBcc: eve@b.fr"],
    ["two recipients", "a@b.fr,eve@b.fr"],
    ["two recipients, by a semicolon", "a@b.fr;eve@b.fr"],
    ["a name", "Eve <eve@b.fr>"],
    ["angle brackets", "<eve@b.fr>"],
    ["a quoted name", '"a b"@b.fr'],
    ["a comment", "a(x)@b.fr"],
    ["two ats", "a@b@c.fr"],
    ["a source route", "@b.fr:a@c.fr"],
    ["an address of a machine", "a@[127.0.0.1]"],
    ["a number of a machine", "a@127.0.0.1"],
    ["no dot", "a@localhost"],
    ["a name in another script", "аnne@b.fr"],
    ["an accent in the name", "hélène@b.fr"],
    ["a null", "a\0@b.fr"],
    ["only a tag", "+oasis@b.fr"],
    ["two dots", "a..b@b.fr"],
    ["two dots in a tag", "a+x..y@b.fr"],
    ["a dot before the tag", "a.+x@b.fr"],
    ["a dot at the end", "a.@b.fr"],
    ["a name too long", `${"a".repeat(65)}@b.fr`],
    ["a domain too long", `a@${"b".repeat(63)}.${"b".repeat(63)}.${"b".repeat(63)}.${"b".repeat(63)}.fr`],
    ["a space", "a b@b.fr"],
    ["a hyphen at an end", "a@-b.fr"],
    ["a percent route", "eve%c.fr@"],
    ["nothing", ""],
  ])("is refused with %s", (_, text) => {
    expect(() => readMailAddress(text)).toThrow("schema: address");
  });

  it("is never more than one recipient, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 20 }), (text, domain) => {
        for (const typed of [text, `${text}@${domain}.fr`, `a@${text}.fr`]) {
          try {
            const { to, person: same } = readMailAddress(typed);
            expect(to).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/);
            expect(to).not.toMatch(/[<>,;:"()[\]\\]/);
            expect(person(same)).toBe(same);
          } catch (error) {
            expect(String(error)).toContain("schema");
          }
        }
      }),
      { numRuns: 2000, seed: 28 },
    );
  });
});
