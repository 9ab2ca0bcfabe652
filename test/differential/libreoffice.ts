import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { read } from "xlsx";
import { parseA1 } from "../../src/core/workbook/address";
import type { CellErrorCode, CellScalar } from "../../src/core/workbook/snapshot";

/**
 * LibreOffice as an independent calculator: it opens the files, calculates every formula anew and writes them back;
 * the values are read at full precision. It differs from Excel in known points (TRUE inside a range counts in SUM,
 * 0^0 is 1, it snaps near-integers), so a case that touches them is no case for it.
 */
export type CalculatedSheets = ReadonlyMap<string, CalculatedSheet>;

interface CalculatedSheet {
  /** Null for a cell that LibreOffice left empty. */
  at(row: number, column: number): CellScalar;
}

const SOFFICE = process.env.SOFFICE ?? "soffice";

let available: boolean | undefined;

function libreOfficeAvailable(): boolean {
  available ??= spawnSync(SOFFICE, ["--version"], { encoding: "utf8", timeout: 60_000 }).status === 0;
  return available;
}

/** Whether its word processor is installed, too: without it a document can not be loaded. */
function writerAvailable(): boolean {
  const found = spawnSync("sh", ["-c", `readlink -f "$(command -v ${SOFFICE})"`], { encoding: "utf8" }).stdout.trim();
  return libreOfficeAvailable() && existsSync(path.join(path.dirname(found), "libswlo.so"));
}

/** Skips loudly where LibreOffice is missing; on a build server its absence is a failure. */
export function describeWithLibreOffice(title: string, tests: () => void): void {
  describeWhere(libreOfficeAvailable(), "libreoffice-calc", title, tests);
}

/** The same for what LibreOffice opens as a document. */
export function describeWithWriter(title: string, tests: () => void): void {
  describeWhere(writerAvailable(), "libreoffice-writer", title, tests);
}

function describeWhere(isThere: boolean, wanted: string, title: string, tests: () => void): void {
  if (isThere) {
    describe(title, tests);
  } else if (process.env.CI === "true") {
    describe(title, () => {
      it("finds LibreOffice on the build server", () => {
        throw new Error(`CI=true, but ${SOFFICE} does not start or lacks a part: install ${wanted}`);
      });
    });
  } else {
    // Not console: the guard in setup.ts takes any console output for a fault.
    process.stderr.write(`SKIPPED without LibreOffice (${wanted}): ${title}\n`);
    describe.skip(title, tests);
  }
}

/** The text that LibreOffice prints of each document, all in one process; throws where it can not load one. */
export function documentTexts(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), "pinghe-documents-"));
  try {
    const output = path.join(folder, "out");
    const inputs = [...files.values()].map((bytes, index) => {
      const input = path.join(folder, `${index}.docx`);
      writeFileSync(input, bytes);
      return input;
    });
    convert("txt:Text (encoded):UTF8", output, inputs);
    return new Map([...files.keys()].map((name, index) => [name, readFileSync(path.join(output, `${index}.txt`), "utf8")])); // prettier-ignore
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Calculates many files in one process. Names are the caller's own; the result has the same ones.
 * Throws where LibreOffice fails or does not give back every file.
 */
export function recalculate(
  files: ReadonlyMap<string, Uint8Array>,
  {
    emptyTexts = false,
  }: {
    /** Also tell a formula that gives "", or a text under a number format, from one that gives 0, at the price of a second run. */
    readonly emptyTexts?: boolean;
  } = {},
): ReadonlyMap<string, CalculatedSheets> {
  const folder = mkdtempSync(path.join(tmpdir(), "pinghe-recalculate-"));
  try {
    const output = path.join(folder, "out");
    const inputs = [...files.values()].map((bytes, index) => {
      const input = path.join(folder, `${index}.xlsx`);
      writeFileSync(input, bytes);
      return input;
    });
    convert(FILTER, output, inputs);
    if (emptyTexts) convert(NEW_FORMAT, output, inputs);
    return new Map(
      [...files.keys()].map((name, index) => {
        const textAt = emptyTexts ? textsOf(path.join(output, `${index}.xlsx`)) : () => null;
        return [name, valuesOf(path.join(output, `${index}.xls`), textAt)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(filter: string, output: string, inputs: readonly string[]): void {
  runLibreOffice(["--convert-to", filter, "--outdir", output, ...inputs]);
}

/** One run without windows, under the profile that calculates; throws where it fails. */
export function runLibreOffice(options: readonly string[]): void {
  const own = [`-env:UserInstallation=${pathToFileURL(calculatingProfile()).href}`, "--headless", "--norestore"];
  const run = spawnSync(SOFFICE, [...own, ...options], { encoding: "utf8", timeout: 300_000 });
  if (run.status !== 0) throw new Error(`soffice ended with ${run.status ?? run.signal ?? "no status"}: ${run.stderr}`);
}

/** The old binary format keeps the doubles whole; in .xlsx and .ods LibreOffice writes 15 digits. It ends at 65,536 rows and column IV. */
const FILTER = "xls:MS Excel 97";

/** The old format stores as 0 what a formula gives as empty text, or as text under a number format; this one keeps it. */
const NEW_FORMAT = "xlsx:Calc MS Excel 2007 XML";

type CellText = (sheet: string, address: string) => string | null;

function textsOf(file: string): CellText {
  const book = read(readFileSync(file), { cellHTML: false, cellText: false });
  return (sheet, address) => {
    const cell = book.Sheets[sheet]?.[address] as { t: string; v?: unknown } | undefined;
    return cell?.t === "s" && typeof cell.v === "string" ? cell.v : null;
  };
}

/** By default it trusts stored results, whatever the file says; this profile makes it calculate. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item>
</oor:items>
`;

/** One profile for each jest worker of each user: two processes can not share one. */
export function calculatingProfile(): string {
  const worker = process.env.JEST_WORKER_ID ?? "0";
  const profile = path.join(tmpdir(), `pinghe-libreoffice-${process.getuid?.() ?? 0}-${process.ppid}-${worker}`);
  const settings = path.join(profile, "user", "registrymodifications.xcu");
  mkdirSync(path.dirname(settings), { recursive: true });
  // Written over, it would be a new profile again, whose first start costs seconds and empties its macros.
  if (!existsSync(settings)) writeFileSync(settings, ALWAYS_RECALCULATE);
  return profile;
}

function valuesOf(file: string, textAt: CellText): CalculatedSheets {
  const book = read(readFileSync(file), { cellFormula: false, cellHTML: false, cellText: false });
  return new Map(
    book.SheetNames.map((name) => {
      const values = new Map<string, CellScalar>();
      for (const [address, cell] of Object.entries(book.Sheets[name] ?? {})) {
        const at = parseA1(address);
        if (!at) continue;
        const value = scalarOf(cell as { t: string; v?: unknown; w?: string });
        values.set(`${at.row},${at.column}`, value === 0 ? (textAt(name, address) ?? value) : value);
      }
      return [name, { at: (row, column) => values.get(`${row},${column}`) ?? null }];
    }),
  );
}

/** SheetJS gives errors as the numbers of the old format. */
const ERRORS: Readonly<Record<number, CellErrorCode>> = {
  0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A",
}; // prettier-ignore

function scalarOf(cell: { t: string; v?: unknown; w?: string }): CellScalar {
  if (cell.t === "e") return { error: ERRORS[Number(cell.v)] ?? "#UNKNOWN!" };
  return typeof cell.v === "number" || typeof cell.v === "string" || typeof cell.v === "boolean" ? cell.v : null;
}
