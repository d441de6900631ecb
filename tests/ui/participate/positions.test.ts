import { expect, test } from "vitest";
import { scenarioOfOption } from "../../../src/ui/participate/committee/option-scenario.ts";
import { countLate, listPositions } from "../../../src/ui/participate/committee/positions.ts";

type View = Parameters<typeof listPositions>[0];
const RECEIVED = ["first", "second", "late", "hers", "hidden"];

/** Two members: one changes their mind twice, the last time too late; the register is kept by `relay`. */
function view(): View {
  const position = (id: string, author: string, option: number, stance: string, statement: string | null) => {
    const body = { consultation: "asked", option, stance, ...(statement === null ? {} : { statement }) };
    return [id, { id, hdr: { type: "position", author, ts: "2026-11-23T09:00:00Z", refs: [] }, body }];
  };
  const records = new Map([
    position("second", "he", 0, "against", "Trop loin"),
    position("first", "he", 0, "for", null),
    position("late", "he", 0, "abstain", null),
    position("hers", "she", 0, "for", "D'accord"),
    position("hidden", "she", 1, "against", "Injure"),
    position("waiting", "she", 2, "abstain", "Pas encore reçue"),
    position("other", "she", 0, "for", null).map((part, k) =>
      k === 0 ? part : { ...(part as object), body: { consultation: "else" } },
    ),
  ] as never);
  const receipts = RECEIVED.map((id, k) => ({ id, seq: k + 1, key: "relay", rts: "2026-11-24T09:00:00Z" }));
  return {
    log: { space: "committee:a", records, receipts: [...receipts, { ...receipts[1], seq: 0, key: "stranger" }] },
    state: {
      sequencer: "relay",
      refused: [{ id: "late", code: "closed" }],
      grants: [{ subject: "he", role: "member", college: "users" }],
      contributions: RECEIVED.map((id) => ({ id, visibility: id === "hidden" ? "hidden" : "visible" })),
    },
  } as never;
}

test("the last position received counts, what came late does not, what waits is said to", () => {
  const said = listPositions(view(), "asked");
  expect(
    said.map(({ id, college, stance, statement, isWaiting }) => [id, college, stance, statement, isWaiting]),
  ).toEqual([
    ["second", "users", "against", "Trop loin", false],
    ["hers", null, "for", "D'accord", false],
    ["hidden", null, "against", null, false],
    ["waiting", null, "abstain", "Pas encore reçue", true],
  ]);
  expect(countLate(view(), "asked")).toBe(1);
});

test("an option carries the scenario of the same title its consultation refers to, once it is in sight", () => {
  const scenario = (title: string) => ({ hdr: { type: "scenario" }, body: { title } });
  const held = (visibility: string) =>
    ({
      log: {
        records: new Map<string, unknown>([
          ["asked", { hdr: { type: "consultation", refs: ["a", "b"] }, body: {} }],
          ["a", scenario("Rostrenen")],
          ["b", scenario("Loudéac")],
          ["c", scenario("Carhaix")],
        ]),
      },
      state: { contributions: ["a", "b", "c"].map((id) => ({ id, visibility })) },
    }) as never;
  expect(scenarioOfOption(held("visible"), "asked", "Loudéac")?.title).toBe("Loudéac");
  expect(scenarioOfOption(held("visible"), "asked", "Carhaix")).toBeNull();
  expect(scenarioOfOption(held("hidden"), "asked", "Loudéac")).toBeNull();
});
