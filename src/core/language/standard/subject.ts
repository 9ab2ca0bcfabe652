import { AND_INSIDE } from "./words/case-words";
import type { Token } from "./words/token";

/** What a numeric condition speaks of; an empty name where the text only says “it” (该比率, X). */
export interface Subject {
  readonly name: string;
  readonly absolute: boolean;
  readonly at: number;
}

/** Words that lead into a condition or close it and say nothing of what is measured. */
const LEADS = /^(?:以(?=.+(?:率|度|比例)$)|如果|若是|若|凡是|对于|并且|但是|同时|其中|且|的|即|，)+/;
/** Words that say nothing of what is measured when they stand alone. */
const EMPTY =
  /^(?:如果|若|当|凡|对|则|且|并|但|而|的|为|在|处于|介于|位于|控制|保持|维持|实际|以|结果|情况|即|是|也|均|都|应|应当|需|须|要求|要|目标值|目标|标准值|标准|计划值|计划数|计划|基准值|目标数|任务数|开展|当年|本年度?|年度|全年|于|每项|有)+$/;
const TRAILS =
  /(?:的部门|的单位|的项目|的区间|区间|范围|的|(?<![用耗工课学及准临小同定限])时|则|者|，|,|为|在|是|处于|介于|控制在|保持在|达到了|达到|完成|应|需|须|且|但|并|均|都|情况下|情况|之间|以内|水平|范围内|要求|以及|，且|于|了|的得|：|:)+$/;
const JOINTS: ReadonlySet<string> = new Set([
  "且",
  "并且",
  "但",
  "但是",
  "和",
  "与",
  "及",
  "到",
  "至",
  "的",
  "而",
  "且是",
  "同时",
  "但不",
  "并",
  "、",
  "，",
  "-",
]);
/** 排名前3名, 排名第4-6名: the place in an order. */
const RANK = /^(.*(?:排名|名次|位次|排位).*?)(?:在|为|位列|位居|进入|居|列)*(?:前|第)$/;
/** 投资完成率达到年度计划的100%: the rate is of the plan already. */
const OF_PLAN = /(?<=率)(?:达到|完成)(?:年度|年初)?(?:计划|目标|预算|任务)数?$/;
/** 满意度提高到95%: the level that is reached, whichever way. */
const REACHED = /(?:提高|提升|增长|增加|上升|下降|降低|减少|压减|压降|降)(?:到|至)$/;
/** 根据满意度调查结果，…: where the figure comes from, not what it is. */
const SOURCES = /^(?:按|根据|依据|通过|经|抽样|问卷|随机).*,(?=.)/;
/** Names by which a text points back to the one figure it speaks of. */
const ANAPHORA =
  /^(?:该|此|其|本|这)?(?:比率|比例|比值|率|值|数值|结果|指标|指标值|实际值|指标完成值|计算结果|完成值|x|X|Ｘ|N|n|A|a|R|P|得数|百分比|项指标|该指标|数|优秀?|良好?|中等?|一般|较好|较差|差|合格|不合格|优秀等次|实际数|实际完成值|指标完成率)$/;
const ABSOLUTE = /的?绝对值|\|/g;
/** Words that would change what is compared or when: such a condition is not a plain range. */
const FOREIGN =
  /^(?:达到|未达|达不到|低于|高于|不低于|不高于|超过|超出|不超|大于|小于|不足|不满)|除|不含|剔除|或者|分别|其中有|(?:下降|减少|降低|压减|压缩|节约|节减|缩减|增长|上升|提高|增加|提升|上涨|超额|超支|超(?:预算|概算|计划|标准|定额)|[不未没](?:能|得|有)?)$/;

/** 超过预算的比例: a figure of its own, that is compared by what follows. */
const EXCESS = /^超过[^,]{2,12}的比例$/;

/** 年末结转低于年初预算的10%: the words compare already, with something else than the bare number. */
const COMPARES = /.(?:低于|高于|超过|超出|大于|小于|多于|少于|不足|不超)./;

/** Reads the words before, inside or after the numbers of a condition. */
export function readSubject(
  tokens: readonly Token[],
  position: "lead" | "inner" | "trail",
): Subject | null | "unknown" {
  if (tokens.some(({ type }) => type === "operator" || type === "limit")) return "unknown";
  const raw = tokens.map((token) => textOf(token)).join("");
  const at = tokens[0]?.at ?? 0;
  if (JOINTS.has(raw.replace(/,$/, ""))) return null;
  let name = raw.replace(SOURCES, "").replace(LEADS, "");
  name = name
    .replace(TRAILS, "")
    .replace(/^["'《(]+|["'》()]+$/g, (quotes) => (quotes.includes('"') ? quotes.replace(/[()]/g, "") : ""));
  if (position === "trail") return name === "" || TRAILING.test(name) ? null : "unknown";
  const absolute = name.search(ABSOLUTE) >= 0;
  name = name.replace(ABSOLUTE, "").replace(/\(\)$/, "");
  name = name.replace(/([\u4e00-\u9fa5])[XxNn]$/, "$1").replace(/^完成(?:目标值?|计划)的?$/, "目标完成率");
  name = name
    .replace(REACHED, "")
    .replace(RANK, "$1")
    .replace(/^[第前]$/, "")
    .replace(OF_PLAN, "");
  if (EMPTY.test(name)) name = "";
  // 未发生事故且投诉率: a condition of its own, which no name of a figure may swallow
  if (AND_INSIDE.test(name)) return "unknown";
  if (!EXCESS.test(name) && (FOREIGN.test(name) || COMPARES.test(name))) return "unknown";
  if (name === "" || ANAPHORA.test(name)) return name === "" && !absolute ? null : { name: "", absolute, at };
  return { name: balanced(name), absolute, at };
}

const TRAILING =
  /^(?:为?(?:优秀?|良好?|中等?|一般|合格|较差|差|不合格)|目标|目标值|计划|指标|指标值|的目标|标准|要求|任务|完成|)$/;

function textOf(token: Token): string {
  if (token.type === "word") return token.text;
  if (token.type === "open") return "(";
  if (token.type === "close") return ")";
  if (token.type === "by") return "按";
  if (token.type === "comma") return ",";
  if (token.type === "pause") return "、";
  if (token.type === "dash") return "-";
  if (token.type === "number" && (token.unit.of === "counter" || token.unit.of === "none"))
    return `${token.value.toFraction(false)}${token.unit.of === "counter" ? token.unit.name : ""}`;
  return "";
}

/** Drops a bracket or quote that lost its partner at an end. */
function balanced(name: string): string {
  const count = (unit: string): number => name.split(unit).length - 1;
  let result = name;
  if (count("(") > count(")")) result = result.replace("(", "");
  if (count(")") > count("(")) result = result.replace(")", "");
  return result;
}
