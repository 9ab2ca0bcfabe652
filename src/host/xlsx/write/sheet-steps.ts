import type { CellWrite, PlanStep } from "../../../core/workbook/write-plan";
import { a1 } from "../../../core/workbook/address";
import { references } from "../../../core/formula/references";
import { PRINT_AREA } from "../package/workbook";
import { readPrintArea } from "../read/print-area";
import { keyColumn, keyRow } from "../read/reference";
import { refuse, unsupported } from "../../refused";
import { frozenRowsSaid } from "./freeze";
import { formerXml } from "./former-cell";
import type { PlanRun } from "./plan-run";
import type { SheetSlot } from "./book-draft";
import type { SheetDraft } from "./sheet-draft";
import { contentOf } from "./read-content";

type Step<D extends PlanStep["do"]> = Extract<PlanStep, { do: D }>;

export function addSheet(run: PlanRun, { sheet, after }: Step<"addSheet">): PlanStep[] {
  if (run.book.workbook.structureProtected) refuse({ kind: "workbook-protected" });
  if (run.draft.slot(sheet)) refuse({ kind: "name-conflict", name: sheet });
  if (!/^[^[\]:*?/\\]{1,31}$/.test(sheet) || /^'|'$/.test(sheet))
    unsupported(`工作表名称“${sheet}”`, `the sheet name ${sheet}`);
  run.draft.addSheet(sheet, after);
  return [{ do: "removeSheet", sheet, onlyOurs: true }];
}

/** Takes a sheet out; the inverse makes it again from what a plan can say: cells, widths, rules, names. */
export function removeSheet(run: PlanRun, { sheet, onlyOurs }: Step<"removeSheet">): PlanStep[] {
  if (run.book.workbook.structureProtected) refuse({ kind: "workbook-protected" });
  const draft = run.draft.sheet(sheet);
  const slot = run.draft.slot(sheet);
  if (!slot) return refuse({ kind: "sheet-missing", sheet });
  if (onlyOurs) refuseForeign(draft, sheet);
  const visible = run.draft.liveSlots.filter(
    (other) => other !== slot && (other.entry?.visibility ?? "visible") === "visible",
  );
  if (visible.length === 0)
    unsupported(
      `删除“${sheet}”，因为其余工作表全部隐藏，Excel 打不开这样的文件（请先取消隐藏一张工作表：右键点工作表标签 > 取消隐藏）`,
      `taking out ${sheet} while all other sheets are hidden, since Excel opens no such file (unhide one first: right-click a sheet tab > Unhide)`,
    );
  refuseReferenced(run, slot);
  const undo = [...rebuild(run, slot, draft), ...rememberNames(run, slot)];
  slot.removed = true;
  return undo;
}

/** What the steps before have left on the sheet is a person's. */
function refuseForeign(draft: SheetDraft, sheet: string): void {
  const differences = [...draft.cellsNow()].flatMap(({ row, column, formula, value }) => {
    const found = formula ?? value;
    return found === null ? [] : [{ at: { sheet, row, column }, expected: null, found }];
  });
  if (differences.length > 0) refuse({ kind: "stale", differences });
}

/** A formula elsewhere that reads the sheet would lose its reference. */
function refuseReferenced(run: PlanRun, gone: SheetSlot): void {
  const wanted = gone.name.toLowerCase();
  for (const slot of run.draft.liveSlots) {
    if (slot === gone) continue;
    const cells = slot.draft
      ? slot.draft.cellsNow()
      : (run.book.sheets.find(({ entry }) => entry === slot.entry)?.snapshot.cells ?? []);
    for (const { formula, row, column } of cells) {
      if (!formula?.toLowerCase().includes(wanted)) continue;
      const found = references(formula, { sheet: slot.name, row, column });
      const reads = !found.ok || found.value.sheets.some((name) => name.toLowerCase() === wanted);
      if (reads)
        unsupported(
          `删除“${gone.name}”：“${slot.name}”的 ${a1({ row, column })} 用公式引用了它（请先把这个公式改为数值）`,
          `taking out ${gone.name}, which the formula in ${a1({ row, column })} on ${slot.name} reads (replace that formula by its value first)`,
        );
    }
  }
}

function rebuild(run: PlanRun, slot: SheetSlot, sheet: SheetDraft): PlanStep[] {
  const { name } = sheet;
  const live = run.draft.liveSlots;
  const at = live.indexOf(slot);
  const keys = new Set([
    ...[...sheet.layout.rows.values()].flatMap((row) => row.cells.map((cell) => cell.key)),
    ...sheet.planned.keys(),
  ]);
  const cells = [...keys].sort((a, b) => a - b).flatMap((key) => cellAgain(sheet, key) ?? []);
  const frozen = sheet.frozenRows ?? frozenRowsSaid(sheet.layout);
  const widths = sheet.columns.asSteps(name);
  const before = live[at - 1];
  return [
    { do: "addSheet", sheet: name, after: before?.name ?? null },
    { do: "putCells", sheet: name, cells },
    ...widths,
    ...sheet.validations.asSteps(name),
    ...sheet.formats.asSteps(name),
    ...(frozen === 0 ? [] : [{ do: "freezeRows", sheet: name, rows: frozen } as const]),
  ];
}

function cellAgain(sheet: SheetDraft, key: number): CellWrite | null {
  const planned = sheet.planned.get(key);
  if (planned?.gone) return null;
  const cell = sheet.cell(key);
  const former = planned ? (planned.former?.xml ?? null) : formerXml(sheet, key, cell);
  return {
    row: keyRow(key),
    column: keyColumn(key),
    expect: { value: null },
    content: contentOf(cell),
    ...(former === null ? {} : { former }),
  };
}

/** The names that go with the sheet, and those that read it and are left without their target. */
function rememberNames(run: PlanRun, slot: SheetSlot): PlanStep[] {
  const undo: PlanStep[] = [];
  for (const name of run.draft.names) {
    if (name.removed) continue;
    if (name.scope === slot) {
      const scope = slot.name;
      if (name.name === PRINT_AREA)
        undo.push({ do: "printArea", sheet: scope, area: readPrintArea(name.refersTo), expect: null });
      else if (!name.name.startsWith("_xlnm"))
        undo.push({
          do: "defineName",
          name: name.name,
          scope,
          refersTo: name.refersTo,
          hidden: name.hidden,
          expect: null,
        });
    } else if (readsSheet(name.refersTo, slot.name)) {
      undo.push({
        do: "defineName",
        name: name.name,
        scope: name.scope?.name ?? null,
        refersTo: name.refersTo,
        hidden: name.hidden,
        expect: "#REF!",
      });
      name.refersTo = "#REF!";
    }
  }
  return undo;
}

function readsSheet(formula: string, sheet: string): boolean {
  if (!formula.toLowerCase().includes(sheet.toLowerCase())) return false;
  const found = references(`=${formula}`, { sheet: "", row: 0, column: 0 });
  return found.ok && found.value.sheets.some((name) => name.toLowerCase() === sheet.toLowerCase());
}
