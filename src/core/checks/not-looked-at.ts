import type { BilingualText } from "../review.types";
import type { Unseen } from "../workbook/snapshot";
import type { Check } from "./context";

/** What a reason, evidence or withdrawn text may stand in; tables of Excel change nothing that is read. */
const WHAT: Readonly<Partial<Record<Unseen, BilingualText>>> = {
  struck: { zh: "部分文字的删除线", en: "text struck through in part" },
  notes: { zh: "批注", en: "notes" },
  comments: { zh: "会话批注", en: "threaded comments" },
  drawings: { zh: "图片和文本框", en: "pictures and text boxes" },
};

/** What the host can not look at is said once, so that its silence is no finding of nothing (SPEC W41). */
export const notLookedAt: Check = ({ book, tables }) => {
  const unseen = (book.unseen ?? []).flatMap((one) => WHAT[one] ?? []);
  if (tables.length === 0 || unseen.length === 0) return [];
  const what = { zh: unseen.map(({ zh }) => zh).join("、"), en: unseen.map(({ en }) => en).join(", ") };
  return [{ code: "not-looked-at", table: null, sheet: null, at: null, path: [], subject: "", data: { what } }];
};
