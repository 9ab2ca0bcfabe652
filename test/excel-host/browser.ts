import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { ExcelHost } from "./excel-host";
import type { Preset } from "./presets";
import { DARK, LIGHT, win32External } from "./win32-external";
import { bookOf } from "./workbook/load-book";

/** What a page is told of the Excel that it runs in. */
export interface BrowserExcel {
  readonly workbook: WorkbookSnapshot;
  /** Its file, in base64. */
  readonly file: string;
  readonly preset: Preset;
  readonly locale: string;
  readonly isDark: boolean;
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Puts an emulated Excel around the page, before office.js starts in it. Tests reach it as `excelHost`. */
function startExcel({ workbook, file, preset, locale, isDark }: BrowserExcel): void {
  const host = new ExcelHost(bookOf(workbook), { preset, locale, file: bytesOf(file) });
  Object.defineProperty(window, "external", { value: win32External(host, isDark ? DARK : LIGHT), configurable: true });
  Object.assign(window, { excelHost: host });
}

Object.assign(window, { startExcel });
