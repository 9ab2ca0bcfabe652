import { percentText } from "../core/model/exact";
import type { Review } from "../core/review.types";
import type { PackFile } from "../core/rules/packs/schema";
import type { Language } from "./failure-words";

/** One thing that the rules in force say: what it is about, what holds, and the document and clause that it goes back to. */
export interface Basis {
  readonly about:
    "document" | "target" | "reverse" | "tiers" | "overFulfilment" | "notApplicable" | "cap" | "deviation";
  readonly text: string;
  readonly document: string;
  /** Null where the document has no clause for it: a setting decides, which the text names. */
  readonly clause: string | null;
  readonly certainty: string | null;
}

/** How sure it is that a document says so, in words. */
export function certaintyText(certainty: PackFile["source"]["certainty"], lang: Language): string | null {
  const words = certainty && CERTAINTY[certainty];
  return words ? words[lang] : null;
}

const CERTAINTY = {
  "two-sources": { zh: "两处来源读到", en: "read in two sources" },
  read: { zh: "一处来源读到", en: "read in one source" },
  excerpt: { zh: "据摘录", en: "from an excerpt" },
  deduced: { zh: "推定", en: "deduced" },
  unsourced: { zh: "未查到出处", en: "no source found" },
} as const;

/** What the pack that judges goes back to: its document, its clauses, and the settings that decide where they say nothing. */
export function packBasis({ packFile: pack, settings, tables }: Review, lang: Language): readonly Basis[] {
  if (!pack) return [];
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const { document, title, certainty } = pack.source;
  const basis = (about: Basis["about"], text: string, clause: string | null, sure = certainty): Basis => ({
    about,
    text,
    document,
    clause,
    certainty: certaintyText(sure, lang),
  });
  const { overFulfilment, reverseTarget, notApplicable, caps } = settings;
  const far = percentText(overFulfilment);
  const off = caps === "off" ? say("（已停用：设置 caps=off）", " (off by the setting caps=off)") : "";
  const asks = tables.some(({ indicators }) =>
    indicators.some(({ rule }) => rule?.rule.applicability?.treatment === "setting"),
  );
  const { target, tiers } = pack;
  return [
    basis("document", [pack.title[lang], title].filter(Boolean).join(say("；", "; ")), null),
    ...(target ? [basis("target", target.clause, target.clause)] : []),
    ...(target?.reverseClause === undefined
      ? []
      : [basis("reverse", say(`${target.reverseClause}现按设置“反向指标”为 ${reverseTarget}。`, `${target.reverseClause} By the setting now: ${reverseTarget}.`), target.reverseClause)]),
    ...(tiers ? [basis("tiers", tiers.clause, tiers.clause)] : []),
    ...(target && pack.deviations.length === 0
      ? [basis("overFulfilment", say(`完成值达到目标值 ${far} 及以上的须说明原因，不扣分；${document} 没有规定幅度，按设置“超额完成”。`, `From ${far} of a target on a reason is asked for and nothing deducted; ${document} names no figure, a setting does.`), null)]
      : []),
    ...(asks
      ? [basis("notApplicable", say(`不适用的指标${notApplicable === "full" ? "按满分计" : "剔除，其余折算为满分"}；标准没有写明，按设置“不适用”。`, `What does not apply ${notApplicable === "full" ? "has the full mark" : "is left out and the rest scaled"}; the standards do not say, a setting does.`), null)]
      : []),
    ...pack.caps.map(({ clause, certainty: own }) =>
      basis("cap", `${clause}${off}${own === "unsourced" ? say("（未查到出处）", " (no source found)") : ""}`, clause, own ?? certainty)),
    ...pack.deviations.map(({ clause, certainty: own }) => basis("deviation", `${clause}${off}`, clause, own ?? certainty)),
  ]; // prettier-ignore
}

/** The same for a person: the document in one line, then what is not the document's own or changes the total. */
export function packBasisLines(review: Review, lang: Language): readonly string[] {
  const { packFile: pack } = review;
  if (!pack) return [];
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const [document, ...rest] = packBasis(review, lang);
  const sure = document?.certainty == null ? "" : say(`；${document.certainty}`, `; ${document.certainty}`);
  const named = [pack.source.document, pack.source.title].filter(Boolean).join(" ");
  const told = rest.filter(({ about }) => about !== "target" && about !== "tiers");
  return [
    say(`按规则包 ${pack.id} ${pack.version} 复算：${named}${sure}`, `Recalculated by the pack ${pack.id} ${pack.version}: ${named}${sure}`),
    ...told.map(({ about, text }) => `  ${ABOUT[about][lang]}${say("：", ": ")}${text}`),
  ]; // prettier-ignore
}

const ABOUT = {
  document: { zh: "文件", en: "Document" },
  target: { zh: "定量指标", en: "Figures" },
  reverse: { zh: "反向指标", en: "Not to be exceeded" },
  tiers: { zh: "定性指标", en: "Words" },
  overFulfilment: { zh: "超额完成", en: "Over-fulfilment" },
  notApplicable: { zh: "不适用", en: "Not applicable" },
  cap: { zh: "封顶", en: "Cap" },
  deviation: { zh: "偏差扣分", en: "Deviation" },
} as const;
