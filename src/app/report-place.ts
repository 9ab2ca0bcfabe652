import type { Block, Place, ReportText } from "../core/workbook/report-text";
import type { Language } from "./failure-words";

/** Where a person finds a sentence of the report: 第 3 页, 第 12 行, or the paragraph under its heading. */
export function placeInReport({ blocks, source }: ReportText, { block }: Place, lang: Language): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const at = blocks[block];
  if (source === "txt") return say(`第 ${block + 1} 行`, `line ${block + 1}`);
  if (at?.is === "paragraph" && at.page !== undefined) return say(`第 ${at.page} 页`, `page ${at.page}`);
  const above = blocks.slice(0, block + 1);
  const number = above.filter(({ is }) => is === "paragraph").length;
  const heading = above.slice(0, -1).findLast(isHeading);
  const paragraph = say(`第 ${number} 段`, `paragraph ${number}`);
  return heading ? `${heading.listNumber ?? ""}${heading.text.trim()} · ${paragraph}` : paragraph;
}

type Heading = Extract<Block, { is: "paragraph" }>;

const isHeading = (block: Block): block is Heading => block.is === "paragraph" && block.level !== null;
