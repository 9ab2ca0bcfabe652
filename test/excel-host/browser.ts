import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { ExcelHost } from "./excel-host";
import type { Preset } from "./presets";
import { DARK, LIGHT, win32External } from "./win32-external";
import { bookOf } from "./workbook/load-book";

/** What a page is told of the Excel that it runs in. */
export interface BrowserExcel {
  readonly workbook: WorkbookSnapshot;
  readonly preset: Preset;
  readonly locale: string;
  readonly isDark: boolean;
}

/** Puts an emulated Excel around the page, before office.js starts in it. Tests reach it as `excelHost`. */
function startExcel({ workbook, preset, locale, isDark }: BrowserExcel): void {
  const host = new ExcelHost(bookOf(workbook), { preset, locale });
  Object.defineProperty(window, "external", { value: win32External(host, isDark ? DARK : LIGHT), configurable: true });
  Object.assign(window, { excelHost: host });
}

Object.assign(window, { startExcel });
