import type { MinutesBlock } from "./minutes-blocks.ts";

/** As Markdown; what people wrote is escaped, so that it reads as written and does nothing. */
export function writeMarkdown(blocks: readonly MinutesBlock[]): string {
  return `${blocks.map(toMarkdown).join("\n\n")}\n`;
}

/** As plain text, tables with tabs. */
export function writePlain(blocks: readonly MinutesBlock[]): string {
  return `${blocks.map(toPlain).join("\n\n")}\n`;
}

function toMarkdown(block: MinutesBlock): string {
  switch (block.kind) {
    case "title":
      return `# ${escapeLine(block.text)}`;
    case "heading":
      return `## ${escapeLine(block.text)}`;
    case "subheading":
      return `### ${escapeLine(block.text)}`;
    case "text":
      return escapeText(block.text);
    case "quote":
      return escapeText(block.text)
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n");
    case "table": {
      const row = (cells: readonly string[]) => `| ${cells.map(escapeLine).join(" | ")} |`;
      const rule = `|${block.head.map((_, k) => (k === 0 ? " --- |" : " ---: |")).join("")}`;
      return [`**${escapeLine(block.caption)}**`, "", row(block.head), rule, ...block.rows.map(row)].join("\n");
    }
  }
}

function toPlain(block: MinutesBlock): string {
  switch (block.kind) {
    case "title":
      return `${block.text.toUpperCase()}\n${"=".repeat(block.text.length)}`;
    case "heading":
      return `${block.text.toUpperCase()}\n${"-".repeat(block.text.length)}`;
    case "subheading":
    case "text":
      return block.text;
    case "quote":
      return block.text
        .split("\n")
        .map((line) => `    ${line}`)
        .join("\n");
    case "table":
      return [block.caption, ...[block.head, ...block.rows].map((cells) => cells.join("\t"))].join("\n");
  }
}

/** Every mark Markdown could act on, and the starts of lines that would become lists or titles. */
function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#&]/g, "\\$&")
    .replace(/^(\s*)([-+=])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}

function escapeLine(text: string): string {
  return escapeText(text.replace(/\s*\n\s*/g, " "));
}
