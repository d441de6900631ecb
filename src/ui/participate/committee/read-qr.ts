interface Detector {
  detect(image: ImageData): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = (new (options: {
  formats: string[];
}) => Detector) & {
  getSupportedFormats(): Promise<readonly string[]>;
};

/** Longest side, in pixels: a code held to a camera is read as well, and sooner. */
const LONGEST_SIDE = 1000;

/** Text of a QR code in a picture; null: none is seen. Read by the browser where it can, else by code fetched then. Nothing leaves. */
export async function readQr(picture: CanvasImageSource, width: number, height: number): Promise<string | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const detector = await openDetector();
  if (detector) return (await detector.detect(image)).at(0)?.rawValue ?? null;
  const { default: jsqr } = await import("jsqr");
  return jsqr(image.data, image.width, image.height)?.data ?? null;
}

async function openDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorMaker };
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  return BarcodeDetector && formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
}
