import { a1 } from "../../../core/workbook/address";
import { expectationOf, meetsExpectation } from "../../../core/workbook/cell-content";
import type { CellContent, CellExpectation, CellStyle, CellWrite, PlanStep } from "../../../core/workbook/write-plan";
import type { CellScalar } from "../../../core/workbook/snapshot";
import { cellKey, keyColumn, keyRow, type CellKey } from "../read/reference";
import { refuse, unsupported } from "../../refused";
import { formerXml, readFormer } from "./former-cell";
import type { PlanRun } from "./plan-run";
import type { PlannedCell, SheetDraft } from "./sheet-draft";
import { contentOf } from "./read-content";

type PutCells = Extract<PlanStep, { do: "putCells" }>;

/** Plans the cells of a step; what they expected and did not find is noted, and how to take them back. */
export function putCells(run: PlanRun, step: PutCells): PlanStep[] {
  const sheet = run.draft.sheet(step.sheet);
  const undo = step.cells.map((write) => putCell(run, sheet, write));
  return [{ do: "putCells", sheet: step.sheet, cells: undo.reverse() }];
}

function putCell(run: PlanRun, sheet: SheetDraft, write: CellWrite): CellWrite {
  const { row, column, content, expect } = write;
  const key = cellKey(row, column);
  const before = sheet.cell(key);
  if (!meetsExpectation(before, expect)) {
    run.differences.push({
      at: { sheet: sheet.name, row, column },
      expected: expected(expect),
      found: before?.formula ?? before?.value ?? null,
    });
  }
  if (sheet.isLocked(key, run.book.styles?.locked ?? [])) run.noteLocked(sheet.name, { row, column });
  refuseImpossible(sheet, key, content);
  const undo = inverse(sheet, key, write);
  sheet.planned.set(key, plan(run, sheet, key, write));
  return undo;
}

const expected = (expect: CellExpectation): CellScalar => ("formula" in expect ? expect.formula : expect.value);

function refuseImpossible(sheet: SheetDraft, key: CellKey, content: CellContent): void {
  const cell = a1({ row: keyRow(key), column: keyColumn(key) });
  const { name } = sheet;
  if (sheet.arrayAt(key))
    unsupported(
      `写入“${name}”的 ${cell}，它是数组公式的一部分（请把数组公式移到别处后重试）`,
      `writing into ${cell} on ${name}, which is part of an array formula (move the formula elsewhere and try again)`,
    );
  if (content.type !== "blank" && sheet.isCovered(key))
    unsupported(
      `写入“${name}”的 ${cell}，它被合并单元格遮住（请取消合并后重试）`,
      `writing into ${cell} on ${name}, which a merged cell hides (unmerge it and try again)`,
    );
  if (content.type === "number" && !Number.isFinite(content.number))
    unsupported("写入超出范围的数", "writing a number that is not finite");
  if (content.type === "text" && content.text.length > 32_767)
    refuse({ kind: "too-large", limit: { zh: "每个单元格 32767 个字符", en: "32767 characters in a cell" } });
  if (content.type === "formula" && content.formula.length > 8_192)
    refuse({ kind: "too-large", limit: { zh: "每个公式 8192 个字符", en: "8192 characters in a formula" } });
}

function inverse(sheet: SheetDraft, key: CellKey, { row, column, content }: CellWrite): CellWrite {
  const before = sheet.cell(key);
  const planned = sheet.planned.get(key);
  const raw = planned ? (planned.former?.xml ?? null) : formerXml(sheet, key, before);
  const absent = planned ? planned.gone : !sheet.place(key);
  return {
    row,
    column,
    expect: expectationOf(asCell(row, column, content)),
    content: planned?.content ?? contentOf(before),
    ...(raw === null ? {} : { former: raw }),
    ...(absent ? { style: { reset: true } } : {}),
  };
}

const asCell = (row: number, column: number, content: CellContent) =>
  content.type === "blank"
    ? undefined
    : content.type === "formula"
      ? { row, column, value: null, formula: content.formula }
      : { row, column, value: content.type === "number" ? content.number : content.text };

function plan(run: PlanRun, sheet: SheetDraft, key: CellKey, { content, style = {}, former }: CellWrite): PlannedCell {
  const restored = former === undefined ? null : readFormer(former, sheet, key, content, run.book);
  if (restored) return { content, style: sheet.styleOf(key), former: restored, gone: false };
  const own = style.reset ? sheet.defaultStyle(key) : likeStyle(run, sheet, key, style);
  const quoted = content.type === "text" && /^[=+\-@]/.test(content.text);
  const named = Object.keys(style).some((name) => name !== "like" && name !== "reset");
  const index = named || quoted ? run.draft.styles().derive(own, style, quoted) : own;
  const absent = !sheet.place(key) && (!sheet.planned.has(key) || sheet.planned.get(key)?.gone === true);
  const nothing = content.type === "blank" && index === sheet.defaultStyle(key) && (style.reset === true || absent);
  return { content, style: index, former: null, gone: nothing };
}

function likeStyle(run: PlanRun, sheet: SheetDraft, key: CellKey, { like }: CellStyle): number {
  return like ? run.draft.sheet(like.sheet).styleOf(cellKey(like.row, like.column)) : sheet.styleOf(key);
}
