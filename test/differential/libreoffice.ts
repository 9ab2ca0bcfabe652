import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { read } from "xlsx";
import { parseA1 } from "../../src/core/model/address";
import type { CellErrorCode, CellScalar } from "../../src/core/model/snapshot";

/**
 * LibreOffice as an independent calculator: it opens the files, calculates every formula anew and writes them back;
 * the values are read at full precision. It differs from Excel in known points (TRUE inside a range counts in SUM,
 * 0^0 is 1, it snaps near-integers), so a case that touches them is no case for it.
 */
export type CalculatedSheets = ReadonlyMap<string, CalculatedSheet>;

export interface CalculatedSheet {
  /** Null for a cell that LibreOffice left empty. */
  at(row: number, column: number): CellScalar;
}

const SOFFICE = process.env.SOFFICE ?? "soffice";

let available: boolean | undefined;

export function libreOfficeAvailable(): boolean {
  available ??= spawnSync(SOFFICE, ["--version"], { encoding: "utf8", timeout: 60_000 }).status === 0;
  return available;
}

/** Skips loudly where LibreOffice is missing; on a build server its absence is a failure. */
export function describeWithLibreOffice(title: string, tests: () => void): void {
  if (libreOfficeAvailable()) {
    describe(title, tests);
  } else if (process.env.CI === "true") {
    describe(title, () => {
      it("finds LibreOffice on the build server", () => {
        throw new Error(`CI=true, but ${SOFFICE} does not start: install libreoffice-calc`);
      });
    });
  } else {
    // Not console: the guard in setup.ts takes any console output for a fault.
    process.stderr.write(`SKIPPED without LibreOffice: ${title}\n`);
    describe.skip(title, tests);
  }
}

/**
 * Calculates many files in one process. Names are the caller's own; the result has the same ones.
 * Throws where LibreOffice fails or does not give back every file.
 */
export function recalculate(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, CalculatedSheets> {
  const folder = mkdtempSync(path.join(tmpdir(), "pinghe-recalculate-"));
  try {
    const output = path.join(folder, "out");
    const inputs = [...files.values()].map((bytes, index) => {
      const input = path.join(folder, `${index}.xlsx`);
      writeFileSync(input, bytes);
      return input;
    });
    const profile = pathToFileURL(calculatingProfile()).href;
    const options = [`-env:UserInstallation=${profile}`, "--headless", "--norestore", "--convert-to", FILTER];
    const run = spawnSync(SOFFICE, [...options, "--outdir", output, ...inputs], { encoding: "utf8", timeout: 300_000 });
    if (run.status !== 0)
      throw new Error(`soffice ended with ${run.status ?? run.signal ?? "no status"}: ${run.stderr}`);
    return new Map([...files.keys()].map((name, index) => [name, valuesOf(path.join(output, `${index}.xls`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The old binary format keeps the doubles whole; in .xlsx and .ods LibreOffice writes 15 digits. It ends at 65,536 rows and column IV. */
const FILTER = "xls:MS Excel 97";

/** By default it trusts stored results, whatever the file says; this profile makes it calculate. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item>
</oor:items>
`;

/** One profile for each jest worker of each user: two processes can not share one. */
function calculatingProfile(): string {
  const worker = process.env.JEST_WORKER_ID ?? "0";
  const profile = path.join(tmpdir(), `pinghe-libreoffice-${process.getuid?.() ?? 0}-${process.ppid}-${worker}`);
  mkdirSync(path.join(profile, "user"), { recursive: true });
  writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
  return profile;
}

function valuesOf(file: string): CalculatedSheets {
  const book = read(readFileSync(file), { cellFormula: false, cellHTML: false, cellText: false });
  return new Map(
    book.SheetNames.map((name) => {
      const values = new Map<string, CellScalar>();
      for (const [address, cell] of Object.entries(book.Sheets[name] ?? {})) {
        const at = parseA1(address);
        if (at) values.set(`${at.row},${at.column}`, scalarOf(cell as { t: string; v?: unknown; w?: string }));
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
