import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A chart as a file that can be opened on its own, one element per line so that a change reads well. */
export function draw(chart: ReactElement): string {
  const markup = renderToStaticMarkup(chart)
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" font-family="Inter, system-ui, sans-serif" ')
    .replaceAll("><", ">\n<");
  return `${markup}\n`;
}

/** Every number written in a drawing's attributes. */
export function numbersIn(svg: string): readonly number[] {
  return [...svg.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?|NaN|Infinity/g)].map(([text]) => Number(text));
}
