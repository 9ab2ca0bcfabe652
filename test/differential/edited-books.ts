import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { calculatingProfile, runLibreOffice } from "./libreoffice";

/**
 * What a person does to an open workbook, carried out by LibreOffice itself, so that formulas and names follow as they
 * do in a real program and not as we think they do. Ranges are in A1 form, positions of sheets count from 0.
 */
export type Edit =
  | readonly [what: "rename", sheet: string, name: string]
  | readonly [what: "move", sheet: string, position: number]
  | readonly [what: "copy", sheet: string, name: string, position: number]
  | readonly [what: "hide" | "remove", sheet: string]
  | readonly [what: "deleteColumns" | "deleteRows" | "insertRows" | "insertColumns" | "clear", sheet: string, range: string]
  | readonly [what: "cut", sheet: string, range: string, to: string]
  | readonly [what: "text", sheet: string, cell: string, text: string]
  | readonly [what: "number", sheet: string, cell: string, number: number]
  /** By the values of one of the range's columns, counted from 0. */
  | readonly [what: "sortUp" | "sortDown", sheet: string, range: string, column: number]; // prettier-ignore

export interface EditedBook {
  readonly workbook: Uint8Array;
  readonly edits: readonly Edit[];
}

/** Opens each workbook, makes its edits, calculates every formula anew and saves it, all in one process. */
export function editBooks(books: ReadonlyMap<string, EditedBook>): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), "pinghe-edit-"));
  try {
    const orders = [...books.values()].flatMap(({ workbook, edits }, index) => {
      writeFileSync(path.join(folder, `${index}.xlsx`), workbook);
      return [["open", path.join(folder, `${index}.xlsx`)], ...edits, ["save", path.join(folder, `edited-${index}.xlsx`)]];
    });
    const list = path.join(folder, "orders.txt");
    writeFileSync(list, orders.map((order) => order.join("\t")).join("\n"));
    runMacro(list);
    return new Map([...books.keys()].map((name, index) => [name, editedAt(folder, index, name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} // prettier-ignore

function editedAt(folder: string, index: number, name: string): Uint8Array {
  const file = path.join(folder, `edited-${index}.xlsx`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const failures = path.join(folder, "orders.txt.failed");
  throw new Error(
    `${name}: ${existsSync(failures) ? readFileSync(failures, "utf8") : "LibreOffice gave nothing back"}`,
  );
}

function runMacro(list: string): void {
  const profile = calculatingProfile();
  const modules = path.join(profile, "user/basic/Standard");
  // A new profile gets its own empty module on its first start, whatever stands there.
  if (!existsSync(path.join(modules, "Module1.xba"))) runLibreOffice(["macro:///Standard.Module1.Main"]);
  mkdirSync(modules, { recursive: true });
  writeFileSync(path.join(modules, "Module1.xba"), readFileSync(path.join(__dirname, "edit-books.xba")));
  runLibreOffice([`macro:///Standard.Module1.EditBooks("${list}")`]);
}
