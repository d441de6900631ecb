import { describe, expect, it } from "vitest";
import { ExchangeError } from "../../../src/app/contributions/exchange-error.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { confirmLink } from "../../../src/relay/asking.ts";
import {
  explainUnverified,
  readSignInFailure,
  readVerifyLink,
} from "../../../src/ui/participate/proposals/verify-link.ts";
import { BOB, EVE } from "../../relay/open-relay.ts";

describe("a link that verifies", () => {
  it("is read as a relay writes it, and nothing else is", () => {
    const where = { space: "committee:test", target: EVE.key };
    const link = confirmLink("https://oasis.example.org/", where, EVE.key, BOB.key)("ABCD-0123-EFGH-4567");
    const { hash, search } = new URL(link);
    expect(readVerifyLink(hash)).toEqual({ code: "ABCD-0123-EFGH-4567", ballot: EVE.key, key: BOB.key });
    expect(search).not.toContain("ABCD");
    for (const wrong of ["", "#", hash.slice(1), `${hash}x`, hash.replace("#verify", "#join"), hash.toLowerCase()])
      expect(readVerifyLink(wrong)).toBeNull();
    expect(["#unverified=refused", "#unverified=<b>", hash].map(readSignInFailure)).toEqual(["refused", null, null]);
  });

  it("says why it did not work: each refusal of a relay has its own words", () => {
    const { problems } = fr.verification;
    const said = [
      ["schema", "address"],
      ["rate", "60"],
      ["busy", "mail"],
      ["unreachable", ""],
      ["expired", "code"],
      ["spent", "code"],
      ["spent", "person"],
      ["not_found", "code"],
      ["not_found", "target"],
      ["not_found", "path"],
      ["no_grant", "asking.rts"],
    ].map(([code, where]) => explainUnverified(new ExchangeError(code, where), fr));
    expect(new Set(said)).toEqual(new Set(Object.values(problems)));
    expect(explainUnverified(new ExchangeError("closed"), fr)).toBe(fr.report.refusals.closed);
  });
});
