/** Hands a file to the reader. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Hands a text to the reader as a file. */
export function downloadFile(
  name: string,
  text: string,
  type: "text/csv" | "image/svg+xml" | "application/json" | "application/geo+json",
): void {
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** The drawing within an element as a file that opens on its own. */
export function downloadDrawing(name: string, within: HTMLElement | null): void {
  const drawing = within?.querySelector("svg");
  if (!drawing) return;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", "Inter, system-ui, sans-serif");
  downloadFile(name, `${new XMLSerializer().serializeToString(copy)}\n`, "image/svg+xml");
}
