/** What of a document is not read, counted: each kind is told once. */
export type LostKind = "picture" | "textBox" | "object" | "hidden" | "symbol" | "note";

const WORDS: Readonly<Record<LostKind, (count: number) => string>> = {
  picture: (count) => `图片 ${count} 幅`,
  textBox: (count) => `文本框 ${count} 个`,
  object: (count) => `嵌入对象 ${count} 个`,
  hidden: (count) => `隐藏文字 ${count} 处`,
  symbol: (count) => `符号字体的字符 ${count} 个`,
  note: (count) => `脚注、尾注 ${count} 条`,
};

export class Lost {
  private readonly counts = new Map<LostKind, number>();

  add(kind: LostKind, count = 1): void {
    if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  words(): readonly string[] {
    return [...this.counts].map(([kind, count]) => WORDS[kind](count));
  }
}
