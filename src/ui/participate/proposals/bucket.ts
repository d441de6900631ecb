/** Signals of devices are said by how many tens: anybody can make as many keys as they like. */
export function bucketOf(count: number): "none" | "few" | "some" | "many" {
  if (count === 0) return "none";
  if (count < 10) return "few";
  return count < 50 ? "some" : "many";
}
