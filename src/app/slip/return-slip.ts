import type { Round, RoundFinding } from "../rounds/round";
import type { Language } from "../failure-words";

/** A 退回意见单 as it is printed, whatever it is printed as: every text is plain text. */
export interface ReturnSlip {
  readonly title: string;
  /** Whose table it is and what is asked, one paragraph each. */
  readonly lines: readonly string[];
  readonly head: readonly string[];
  /** One row a point; the last column is blank, for the unit's answer. */
  readonly rows: readonly (readonly string[])[];
  /** Fields to be signed, left blank. */
  readonly foot: readonly string[];
}

/**
 * What goes back to the unit: each error and warning that nobody has waived, with its place and what is to be done. `due`:
 * the day as YYYY-MM-DD, left blank where it is null. Null where there is nothing to mend (SPEC Y15).
 */
export function returnSlip(round: Round, due: string | null, lang: Language): ReturnSlip | null {
  const points = round.findings.filter(({ severity, waiver }) => severity !== "info" && waiver === null);
  if (points.length === 0) return null;
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const unit = round.tables.find((table) => table.unit !== null)?.unit ?? null;
  const year = round.tables.find((table) => table.year !== null)?.year ?? null;
  const facts = [
    ...(unit === null ? [] : [say(`单位：${unit}`, `Unit: ${unit}`)]),
    ...(year === null ? [] : [say(`年度：${year}`, `Year: ${year}`)]),
    say(`文件：${round.file}`, `File: ${round.file}`),
  ];
  const day = due === null ? say("____年__月__日", "__________") : say(dayInWords(due), due);
  return {
    title: say("绩效评价退回意见单", "Return slip"),
    lines: [
      facts.join(say("　", "   ")),
      say(
        `经核验，以下 ${points.length} 处需要更正或补充。请于${day}前逐条答复，改正后重新报送。`,
        `${points.length} points are to be mended or supplied. Please answer each and file again by ${day}.`,
      ),
    ],
    head: HEAD[lang],
    rows: points.map((point, i) => [String(i + 1), placeOf(point), point.path.at(-1) ?? "", contentOf(point), ""]),
    foot: FOOT[lang],
  };
}

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  zh: ["序号", "位置", "指标", "需要更正或补充的内容", "单位答复"],
  en: ["No.", "Place", "Indicator", "What to mend", "Answer"],
};
const FOOT: Readonly<Record<Language, readonly string[]>> = {
  zh: ["单位（盖章）：", "填报人：", "日期：", "复核人："],
  en: ["Unit (seal):", "Filled in by:", "Date:", "Reviewed by:"],
};

/** 2023-04-30 → 2023年4月30日 */
const dayInWords = (due: string): string => {
  const [year, month, day] = due.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

const placeOf = ({ place, cell, sheet }: RoundFinding): string => place ?? cell?.replaceAll("'", "") ?? sheet ?? "";

/** The place in front of a message has a column of its own. */
function contentOf({ message, place, cell }: RoundFinding): string {
  const address = place ?? cell?.split("!").at(-1) ?? "";
  for (const colon of ["：", ": "])
    if (address !== "" && message.startsWith(address + colon)) return message.slice(address.length + colon.length);
  return message;
}
