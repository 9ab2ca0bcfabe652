import * as XLSX from "@e965/xlsx";
import { fail, succeed, type Result } from "../../core/model/result";
import { boxAround, type Rect } from "../../core/workbook/address";
import { parseReference } from "../../core/workbook/sheet-area";
import type { DefinedName, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import { compoundKind, type CompoundKind } from "../compound-file";
import type { FileProblem } from "../port";
import { readCells } from "./cells";

/** The reader keeps several copies of what it reads; a workbook of this format has at most 65,536 rows a sheet anyway. */
const LARGEST = 64_000_000;

/** Excel 95 and older keep their text in the code page of the machine: no guess is made at it. */
const PROBLEMS: Readonly<Record<Exclude<CompoundKind, "workbook">, FileProblem>> = {
  encrypted: "encrypted",
  "old-workbook": "legacy-xls",
  other: "not-a-workbook",
  damaged: "truncated",
};

/**
 * A workbook in the format of Excel 97 to 2003, as WPS too writes it (.et): values, formulas, number formats, merged
 * cells, hidden parts, names and notes. What the reader does not tell stands in `unseen` (SPEC X18).
 */
export function readXls(bytes: Uint8Array): Result<WorkbookSnapshot, FileProblem> {
  if (bytes.length > LARGEST) return fail("too-large");
  const kind = compoundKind(bytes);
  if (kind !== "workbook") return fail(PROBLEMS[kind]);
  try {
    const { book, told } = readQuietly(bytes);
    return told.some(isNoRecord) ? fail("bad-xml") : succeed(snapshotOf(book));
  } catch (error) {
    // The reader throws plain errors for whatever it can not make out.
    return fail(error instanceof Error && /password|encrypt/i.test(error.message) ? "encrypted" : "bad-xml");
  }
}

const OPTIONS = { type: "array", dense: true, cellNF: true, cellStyles: true, cellHTML: false } as const;

/** The reader tells what it does not know on the console, where nobody who runs a command looks for it. */
function readQuietly(bytes: Uint8Array): { readonly book: XLSX.WorkBook; readonly told: readonly string[] } {
  const told: string[] = [];
  const { error } = console;
  console.error = (...words: readonly unknown[]) => void told.push(words.map(String).join(" "));
  try {
    return { book: XLSX.read(bytes, OPTIONS), told };
  } finally {
    console.error = error;
  }
}

/** Numbers of records end at 0x10ff in this format: one beyond means that the reader lost its way, and cells with it. */
function isNoRecord(words: string): boolean {
  const [, id] = /XLS Record (0x[0-9a-f]+)/i.exec(words) ?? [];
  return id !== undefined && Number(id) > 0x10ff;
}

function snapshotOf(book: XLSX.WorkBook): WorkbookSnapshot {
  const names = book.Workbook?.Names ?? [];
  const sheetName = (index: number | undefined): string | null => (index === undefined ? null : (book.SheetNames[index] ?? null)); // prettier-ignore
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    // Charts on sheets of their own have no cells.
    if (!sheet || (sheet["!type"] !== undefined && sheet["!type"] !== "sheet")) return [];
    const printed = names.find((one) => one.Name === "_xlnm.Print_Area" && one.Sheet === index);
    const visibility = (["visible", "hidden", "veryHidden"] as const)[book.Workbook?.Sheets?.[index]?.Hidden ?? 0];
    return [sheetSnapshot(name, visibility, sheet, printed?.Ref)];
  });
  return {
    sheets,
    names: names
      .filter(({ Name }) => !/^_xlnm\./i.test(Name))
      .map((name): DefinedName => ({ name: name.Name, scope: sheetName(name.Sheet), refersTo: name.Ref, hidden: Boolean((name as { Hidden?: boolean }).Hidden) })), // prettier-ignore
    calculation: "automatic",
    date1904: Boolean(book.Workbook?.WBProps?.date1904),
    precisionAsDisplayed: null,
    structureProtected: false,
    unseen: ["struck", "drawings", "tables"],
  };
}

function sheetSnapshot(
  name: string,
  visibility: SheetSnapshot["visibility"],
  sheet: XLSX.WorkSheet,
  printed: string | undefined,
): SheetSnapshot {
  const { cells, notes } = readCells(sheet);
  const hidden = (list: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): readonly number[] =>
    (list ?? []).flatMap((one, index) => (one?.hidden ? [index] : []));
  const widths = (sheet["!cols"] ?? []).flatMap((column: XLSX.ColInfo | undefined, index) => column?.width === undefined ? [] : [[index, column.width] as const]); // prettier-ignore
  return {
    name,
    visibility,
    protected: sheet["!protect"] !== undefined,
    unlocked: [],
    used: boxAround(cells),
    cells,
    merges: (sheet["!merges"] ?? []).map(rectOf),
    hiddenRows: hidden(sheet["!rows"]),
    hiddenColumns: hidden(sheet["!cols"]),
    validations: [],
    conditionalFormats: [],
    printArea: printed === undefined ? null : parseReference(printed).map(({ rect }) => rect),
    columnWidths: Object.fromEntries(widths),
    ...(notes.length > 0 && { notes }),
  };
}

const rectOf = ({ s, e }: XLSX.Range): Rect => ({ top: s.r, left: s.c, bottom: e.r, right: e.c });
