/** The last part of an address: `committee:NAME`. */
const LONGEST = 40;

/** A name as an address: lower case, digits and hyphens; empty where nothing of it can be kept. */
export function addressOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-|-$/g, "");
}
