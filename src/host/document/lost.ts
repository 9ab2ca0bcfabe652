import type { LostPart } from "../../core/workbook/lost-part";

/** What of a document is not read, counted: each kind is told once. */
export type LostKind = "picture" | "textBox" | "object" | "hidden" | "symbol" | "note";

const WORDS: Readonly<Record<LostKind | "paragraph", (count: number) => LostPart>> = {
  paragraph: (count) => ({ zh: `正文 ${count} 段`, en: counted(count, "paragraph") }),
  picture: (count) => ({ zh: `图片 ${count} 幅`, en: counted(count, "picture") }),
  textBox: (count) => ({ zh: `文本框 ${count} 个`, en: counted(count, "text box", "text boxes") }),
  object: (count) => ({ zh: `嵌入对象 ${count} 个`, en: counted(count, "embedded object") }),
  hidden: (count) => ({ zh: `隐藏文字 ${count} 处`, en: counted(count, "hidden text") }),
  symbol: (count) => ({ zh: `符号字体的字符 ${count} 个`, en: counted(count, "character of a symbol font", "characters of symbol fonts") }),
  note: (count) => ({ zh: `脚注、尾注 ${count} 条`, en: counted(count, "footnote or endnote", "footnotes and endnotes") }),
}; // prettier-ignore

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Of a document of which only the tables are read. */
export const lostParagraphs = (count: number): LostPart => WORDS.paragraph(count);

export class Lost {
  private readonly counts = new Map<LostKind, number>();

  add(kind: LostKind, count = 1): void {
    if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  words(): readonly LostPart[] {
    return [...this.counts].map(([kind, count]) => WORDS[kind](count));
  }
}
