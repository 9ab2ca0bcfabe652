import { unreadRound } from "./record/record-draft";
import { taggedArea } from "../ours/tags";
import { readOurs } from "../ours/read-ours";
import { expectationOf } from "../workbook/cell-content";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { PlanStep } from "../workbook/write-plan";
import { claimAreas, NOTHING_LEFT } from "./steps/claimed-areas";
import { LOOK } from "./steps/cell-styles";
import { areaTag } from "./steps/names-difference";
import { PlanDraft } from "./steps/plan-draft";
import type { PlanResult } from "./steps/plan-result";
import { SheetDraft, textContent } from "./steps/wanted";
import { wholePlan } from "./steps/whole-plan";

/** The sheet 退回意见: what a unit is to correct or supply, with room for its replies. */
const SLIP_SHEET = "退回意见";
const SLIP_SHEET_OTHERWISE = "退回意见（评核）";

/** One line of it, as text. */
export interface SlipEntry {
  readonly group: string;
  readonly cells: string;
  readonly name: string;
  readonly fact: string;
  readonly text: string;
}

const HEADERS = ["序号", "类别", "单元格", "指标", "自评 → 复核", "退回意见", "单位回复"] as const;
const WIDTHS = [6, 12, 12, 24, 14, 48, 32] as const;
const HEADER_ROW = 3;

/**
 * The slip of this round, print-ready, and the round closed: what is reviewed from now on belongs to the next. An earlier
 * round's slip keeps its replies, and the new one stands below it.
 */
export function planSlip(book: WorkbookSnapshot, entries: readonly SlipEntry[], unit: string): PlanResult {
  const { tags, record } = readOurs(book);
  const round = record && record !== "unreadable" ? record.round : 1;
  const draft = new PlanDraft(book, tags);
  const unread = unreadRound(record === "unreadable" ? null : record);
  if (unread) draft.refusals.push(unread);
  claimAreas(tags, [], draft.ours);
  const sheet = draft.sheetFor("slip", SLIP_SHEET, SLIP_SHEET_OTHERWISE);
  const area = taggedArea(tags, "sheet", "slip");
  const top = area ? area.rect.bottom + 2 : 0;
  const cells = draftSlip(sheet, top, entries, { round, unit });
  draft.put(cells.draft);
  draft.addSheet(sheet, "slip", null);
  const rect = { top: area?.rect.top ?? 0, left: 0, bottom: cells.bottom, right: HEADERS.length - 1 };
  draft.names.push(areaTag("sheet", "slip", { sheet, rect }));
  const steps = [...draft.steps(NOTHING_LEFT), ...nextRound(book)];
  return wholePlan(book, { guards: [], steps }, draft);
}

function draftSlip(
  sheet: string,
  top: number,
  entries: readonly SlipEntry[],
  { round, unit }: { readonly round: number; readonly unit: string },
): { readonly draft: SheetDraft; readonly bottom: number } {
  const draft = new SheetDraft(sheet);
  draft.put(top, 0, textContent(`退回意见单（第 ${round} 轮）`), LOOK.title);
  draft.put(top + 1, 0, textContent(unit), LOOK.note);
  HEADERS.forEach((header, column) => draft.put(top + HEADER_ROW, column, textContent(header), LOOK.header));
  entries.forEach(({ group, cells, name, fact, text }, index) => {
    const row = top + HEADER_ROW + 1 + index;
    draft.put(row, 0, { type: "number", number: index + 1 }, LOOK.text);
    [group, cells, name, fact, text].forEach((words, column) =>
      draft.put(row, column + 1, textContent(words), LOOK.text),
    );
    draft.put(row, HEADERS.length - 1, { type: "blank" }, LOOK.input);
  });
  if (top === 0) WIDTHS.forEach((width, column) => draft.widths.push({ column, width }));
  const sign = top + HEADER_ROW + entries.length + 2;
  draft.put(sign, 0, textContent("复核人："), LOOK.note);
  draft.put(sign, 5, textContent("日期："), LOOK.note);
  return { draft, bottom: sign };
}

/** 本轮轮次 on 核验记录 goes up by one. */
function nextRound(book: WorkbookSnapshot): readonly PlanStep[] {
  const { record } = readOurs(book);
  if (record === null || record === "unreadable") return [];
  const { row, column } = record.roundRead.at;
  const expect = expectationOf(record.view.cell(row, column));
  const content = { type: "number", number: record.round + 1 } as const;
  return [{ do: "putCells", sheet: record.sheet, cells: [{ row, column, expect, content }] }];
}
