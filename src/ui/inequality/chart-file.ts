/** What is written around a drawing when it leaves the page: nobody should have to ask what it shows or where it is from. */
export interface ChartCaption {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
}

const MARGIN = 16;
const HEAD = 46;
const FOOT = 26;
const FONT = "Inter, system-ui, sans-serif";

/** A drawing of the page as a file on its own: titled, sourced, colours written out. `markup` is one svg element. */
export function composeSvg(
  markup: string,
  size: { readonly width: number; readonly height: number },
  caption: ChartCaption,
): string {
  const width = Math.max(size.width, 320) + 2 * MARGIN;
  const height = size.height + HEAD + FOOT + 2 * MARGIN;
  const drawing = markup
    .replaceAll(/var\(--[\w-]+,\s*([^)]+)\)/g, "$1")
    .replace("<svg ", `<svg x="${MARGIN}" y="${MARGIN + HEAD}" `);
  const text = (y: number, style: string, words: string) =>
    `<text x="${MARGIN}" y="${y}" ${style}>${escapeXml(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
    `<title>${escapeXml(`${caption.title}, ${caption.subtitle}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(MARGIN + 12, 'font-size="15" font-weight="700" fill="#1c2925"', caption.title),
    text(MARGIN + 30, 'font-size="12" fill="#55635e"', caption.subtitle),
    drawing,
    text(height - MARGIN, 'font-size="10" fill="#55635e"', caption.source),
    "</svg>\n",
  ].join("\n");
}

/** Twice the size on screen, so that it prints. */
const PNG_SCALE = 2;

/** The same drawing in dots. Throws where the browser cannot draw it. */
export async function rasterise(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no image");
  return blob;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
