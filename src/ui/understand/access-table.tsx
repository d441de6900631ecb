import type { Reading } from "./reading.ts";
export function AccessTable({ reading }: { readonly reading: Reading }) {
  return <p>{reading.answer.codes.length}</p>;
}
