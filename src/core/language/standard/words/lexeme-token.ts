import { type Entry, wordsAt } from "./lexicon";
import type { MarkerState } from "./marker";
import { bareNumber, fractionAt, marksFollow, startsArithmetic, startsNumber, withUnit } from "./number-token";
import { numeralAt } from "./numeral";
import type { Source } from "./source";
import type { Token, Unit } from "./token";

export interface Lexer {
  readonly source: Source;
  readonly text: string;
  readonly tokens: Token[];
  wordStart: number | null;
  readonly markers: MarkerState;
}

export const lastToken = (lexer: Lexer): Token | undefined =>
  lexer.wordStart === null ? lexer.tokens.at(-1) : undefined;

export function lexemeAt(lexer: Lexer, at: number): Token | null {
  for (const [word, entry] of wordsAt(lexer.text, at)) {
    if (entry.is === "plain") return null;
    const token = asToken(lexer, entry, at, at + word.length, word);
    if (token) return token;
  }
  return null;
}

/** The token that a word of the lexicon is at this place, or null where what it needs is not there. */
function asToken(lexer: Lexer, entry: Entry, at: number, end: number, word: string): Token | null {
  const { text } = lexer;
  if (word.endsWith("分") && text.charAt(end) === "值" && ["score", "loss", "verb"].includes(entry.is)) return null;
  switch (entry.is) {
    case "plain":
      return null;
    case "compare":
      return startsNumber(text, end) ? { type: "compare", op: entry.op, soft: SOFT.has(word), at, end } : null;
    case "after": {
      const last = lastToken(lexer);
      // 第7名及以后 is a place in an order; 6月以后 is a time
      if (word.endsWith("后") && !(last?.type === "number" && isPlace(last.unit))) return null;
      return last && ["number", "ends", "close"].includes(last.type) ? { type: "after", op: entry.op, at, end } : null;
    }
    case "verb":
      return amountFollows(text, end, WEAK_VERBS.has(word))
        ? { type: "verb", act: entry.act, all: word.startsWith("各"), at, end: skipLink(text, end) }
        : null;
    case "limit":
      return { type: "limit", which: entry.which, word, at, end };
    case "total":
      return marksFollow(text, skipLink(text, end)) ? { type: "total", at, end: skipLink(text, end) } : null;
    case "rest":
      return restAt(lexer, entry.word, at, end);
    case "refused":
      return { type: "refused", wording: entry.wording, at, end };
    case "zero":
      // 制度不健全扣2分, 资料齐全扣…: 全 belongs to the word before it
      if (word.startsWith("全") && ENDS_IN_WHOLE.test(text.charAt(lexer.wordStart === null ? -1 : at - 1))) return null;
      // 扣除该项分值的4%: a share of the mark
      if (/分[值数]$/.test(word) && /^的?\d/.test(text.slice(end, end + 2))) return null;
      // 扣完6分为止: the most that can be taken
      return /扣[完光]$/.test(word) && marksFollow(text, end)
        ? { type: "limit", which: "most", word, at, end }
        : word.endsWith("0") && /[\d.分%\-~至到]/.test(text.charAt(end))
          ? null
          : { type: "zero", at, end };
    case "loss":
      // 扣减分值的1%: a verb and a share of the mark
      return word.endsWith("分值") && /^的?\d/.test(text.slice(end, end + 2)) ? null : { type: "loss", at, end };
    case "weight":
      // 达到目标的分别得2分、4分
      return word.endsWith("的分") && text.charAt(end) === "别" ? null : { type: "weight", at, end };
    case "score":
      return word === "计" || word === "计算" || word === "折算" || word === "计取"
        ? /^[,;。.)]?$|^算$/.test(text.charAt(end)) ? { type: "score", at, end } : null
        : { type: "score", at, end }; // prettier-ignore
    default:
      return { type: entry.is, at, end };
  }
}

/** Verbs that say of a bare percentage something else than a share of the mark (占50%以上, 减少5%). */
const WEAK_VERBS: ReadonlySet<string> = new Set([
  "占",
  "各占",
  "各",
  "算",
  "给",
  "打",
  "获",
  "减",
  "减少",
  "减去",
  "加",
  "增加",
  "取得",
  "获得",
  "得到",
  "达",
  "算作",
]);

const isPlace = (unit: Unit): boolean => unit.of === "counter" && /^[名位]$/.test(unit.name);

/** 完成60%以下, 达到30%以内: what stands behind the number is the comparison. */
const SOFT: ReadonlySet<string> = new Set(["完成", "达到", "达", "完成达到", "控制在"]);

const skipLink = (text: string, at: number): number => (/[:=为]/.test(text.charAt(at)) ? at + 1 : at);

/** Signs that 全 ends a word with: 健全, 齐全, 安全, 完全, 周全, 保全. */
const ENDS_IN_WHOLE = /[健齐安完周保不]/;

/** 8（含）-10分. */
const SAID_END = /^[%分]?\((?:不?含|不?包含)\)/;

/** 各占该项分值的25%. */
const SHARE_OF_MARK = /^的?\d+(?:\.\d+)?%/;

function amountFollows(text: string, end: number, weak: boolean): boolean {
  const at = skipLink(text, end);
  if (marksFollow(text, at)) return true;
  for (const [word, entry] of wordsAt(text, at))
    if (entry.is === "weight" || entry.is === "full")
      return (
        !startsArithmetic(text, at + word.length) &&
        (!weak || entry.is === "full" || SHARE_OF_MARK.test(text.slice(at + word.length)))
      );
  const number = numeralAt(text, at);
  if (!number) return false;
  const dash = number.end + (SAID_END.exec(text.slice(number.end, number.end + 6))?.[0].length ?? 0);
  const dashed = /[-~至到]/.test(text.charAt(dash));
  if (dashed && marksFollow(text, dash + 1)) return true;
  if (dashed && !weak && bareNumber(text, dash + 1)?.unit.of === "rate") return true;
  const share =
    fractionAt(text, at, number.end, number.value) ?? withUnit(text, at, number.end, number.value, number.chinese);
  if (share.unit.of !== "rate") return false;
  if (!weak) return true;
  for (const [, entry] of wordsAt(text, share.end)) if (entry.is === "weight") return true;
  return false;
}

/** 其他 is a remainder only where a clause begins: 其他资金 is a noun. */
function restAt(lexer: Lexer, word: "else" | "others", at: number, end: number): Token | null {
  const last = lastToken(lexer);
  const begins =
    lexer.wordStart === null &&
    (!last || ["comma", "stop", "colon", "break", "marker", "open", "number", "full", "close"].includes(last.type));
  return begins ? { type: "rest", word, at, end } : null;
}
