export const PROPOSAL_KINDS = ["site", "stop", "line", "hours", "other"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

const MARK = " · ";

/** Records have a title and no kind: the kind is its first word, `stop · Un médicobus à Balazé`. */
export function writeTitle(kind: ProposalKind, title: string): string {
  return kind === "other" ? title : `${kind}${MARK}${title}`;
}

/** A title without a known kind is of another one, and whole. */
export function readTitle(text: string): { readonly kind: ProposalKind; readonly title: string } {
  const at = text.indexOf(MARK);
  const kind = PROPOSAL_KINDS.find((known) => known !== "other" && known === text.slice(0, Math.max(at, 0)));
  return kind === undefined ? { kind: "other", title: text } : { kind, title: text.slice(at + MARK.length) };
}
