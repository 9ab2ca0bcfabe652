import { AND_INSIDE } from "../words/case-words";
import type { Token } from "../words/token";
import {
  ABSOLUTE,
  ANAPHORA,
  COMPARES,
  EMPTY,
  EXCESS,
  FOREIGN,
  LEADS,
  OF_PLAN,
  OF_TARGET,
  PLACE,
  RANK,
  REACHED,
  SOURCES,
  TRAILING,
  TRAILS,
} from "../words/range-words";

/** What a numeric condition speaks of; an empty name where the text only says “it” (该比率, X). */
export interface Subject {
  readonly name: string;
  readonly absolute: boolean;
  readonly at: number;
}

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
  name = name.replace(/([\u4e00-\u9fa5])[XxNn]$/, "$1").replace(OF_TARGET, "目标完成率");
  name = name.replace(REACHED, "").replace(RANK, "$1").replace(PLACE, "").replace(OF_PLAN, "");
  if (EMPTY.test(name)) name = "";
  // 未发生事故且投诉率: a condition of its own, which no name of a figure may swallow
  if (AND_INSIDE.test(name)) return "unknown";
  if (!EXCESS.test(name) && (FOREIGN.test(name) || COMPARES.test(name))) return "unknown";
  if (name === "" || ANAPHORA.test(name)) return name === "" && !absolute ? null : { name: "", absolute, at };
  return { name: balanced(name), absolute, at };
}

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
