import { decimalText, exactFromText } from "../model/exact";
import type { ScoringTable, TableCell } from "../model/scoring-table";
import { compact } from "../model/text";
import { explainsNothing, soundsLikeReason } from "../language/reason";
import { samePlace } from "../workbook/address";
import {
  contradictedAtActual,
  contradictedByOpinion,
  contradiction,
  isClose,
  type RowFacts,
} from "./justification/claims";
import type { JudgedReason } from "./justification/judge";
import type { Said } from "./notes-said";

/** What a note says against the cells of its row (SPEC J10): a figure, that a cell is wrong, or another reason. */
export interface NoteClaim {
  readonly isDenial: boolean;
  readonly isReason: boolean;
  /** The words of the note, and what the cells say. */
  readonly inText: string;
  readonly inCell: string;
}

/** What the note certainly says otherwise than the row; null where it bears the row out, or speaks of something else. */
export function claimAgainst({ at, text }: Said, judged: JudgedReason, facts: RowFacts): NoteClaim | null {
  const [indicator] = judged.group.indicators;
  const isOn = (cell: TableCell | null | undefined): boolean => cell != null && samePlace(cell.at, at);
  const isOnScore = judged.group.scores.some(({ at: score }) => samePlace(score, at));
  const figure =
    contradiction(text, facts) ??
    contradictedByOpinion(text, facts, isOnScore) ??
    (isOn(indicator?.actual) ? contradictedAtActual(text, facts) : null);
  if (figure) return { ...FIGURE, ...figure };
  if (DENIAL.test(compact(text))) return { isDenial: true, isReason: false, inText: text, inCell: "" };
  return isOtherReason(text, judged)
    ? { isDenial: false, isReason: true, inText: text, inCell: judged.reason.text }
    : null;
}

const FIGURE = { isDenial: false, isReason: false };

/** 与实际不符, 数据有误, 此分不实: what stands here is called wrong. */
const DENIAL =
  /(?:与实际|与事实|与台账|与佐证|与资料)(?:情况|材料)*(?:不符|不一致|不相符)|(?:数据|数字|数值|得分|分数|评分|原因|填写|填报|此处|此项|该项|本项|所填)(?:有误|错误|不实|不准确|不正确|不属实|不真实|虚假|存疑)|(?:不属实|填错|写错|虚报|多报|少报|漏报)/;

/** A reason that has less than half of its signs in common with the one that is given: 资金未到位 beside 因疫情停课. */
function isOtherReason(text: string, { status, reason }: JudgedReason): boolean {
  if (status !== "present" && status !== "copied") return false;
  const said = compact(text).replace(LABEL, "");
  if (QUOTES_RULE.test(said)) return false;
  if (explainsNothing(said) || said.length < 4 || !(soundsLikeReason(said) || CAUSE.test(compact(text)))) return false;
  const given = new Set(compact(reason.text));
  const signs = [...new Set(said.replace(/[,.;:。，；：、()]/g, ""))];
  return signs.filter((sign) => given.has(sign)).length * 2 < signs.length;
}

/** 每少一场扣2分 */
const QUOTES_RULE = /每[^,;。]*[扣减]|评分标准|满分/;
const LABEL = /^(?:实际|真实|主要|扣分|偏差)*原因(?:是|为|系|:)*|^[^:]{1,6}:/;
const CAUSE = /原因|因为|由于|系因|导致|造成|所致|^因/;

/** A total in a note: 总分应为95, 自评得分95分, or any opinion on the total's own cell. */
const TOTAL =
  /(?:总分|总得分|合计|总计|自评得分|自评总分|综合得分|最终得分)(?:应该?|改|更正|实际|核定)*(?:为|是|得|:)*(\d{1,3}(?:\.\d{1,3})?)(?![\d.%])(?!分值|分以|以|分及)/g;

/** The total that a note states otherwise than the table; null where it states none. */
export function claimOnTotal(
  { at, text }: Said,
  { totalRows, headTotals = [] }: ScoringTable,
): NoteClaim | "agrees" | null {
  const totals = [...totalRows, ...headTotals].flatMap(({ score }) => (score?.stated ? [score] : []));
  const [total] = totals;
  if (!total?.stated) return null;
  const own = totals.find((cell) => samePlace(cell.at, at))?.stated?.number ?? null;
  const figures = [...compact(text).matchAll(TOTAL)];
  const [first, ...others] = figures;
  const claimed = exactFromText(first?.[1] ?? "");
  if (first && claimed && others.length === 0) {
    if (totals.some(({ stated }) => stated && isClose(stated.number, claimed))) return "agrees";
    return { ...FIGURE, inText: first[0], inCell: `${decimalText(total.stated.number, 3)}分` };
  }
  const opinion = own && contradictedByOpinion(text, { score: own, lost: null }, true);
  return opinion && { ...FIGURE, inText: opinion.inText, inCell: `${decimalText(own, 3)}分` };
}
