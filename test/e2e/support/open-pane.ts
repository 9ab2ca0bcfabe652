import { existsSync } from "node:fs";
import path from "node:path";
import type { Page, Route } from "playwright-core";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { excelHostScript } from "../../excel-host/bundle";
import type { BrowserExcel } from "../../excel-host/browser";
import type { ExcelHost } from "../../excel-host/excel-host";
import type { Preset } from "../../excel-host/presets";

export interface PaneOptions {
  readonly workbook: Uint8Array;
  /** "365" unless told. */
  readonly preset?: Preset;
  /** Office's display language; "zh-CN" unless told. */
  readonly lang?: string;
  readonly theme?: "light" | "dark" | "contrast";
  /** What becomes of requests to Microsoft's server, beside being answered: refused at once, or never answered. */
  readonly cdn?: "blocked" | "swallowed" | "second part swallowed";
  /** Folder of the built pages; dist/web unless told. */
  readonly root?: string;
  /** "taskpane.html" unless told. */
  readonly file?: string;
}

export interface Pane {
  /** Runs in the page with its Excel: `pane.excel((excel) => excel.type("表1", "D5", 3))`. Nothing outside may be named. */
  excel<T, A>(action: (excel: ExcelHost, argument: A) => T, argument?: A): Promise<T>;
  /** Everything that the page asked for; `blocked` what was neither its own files nor office.js. */
  readonly requests: readonly string[];
  readonly blocked: readonly string[];
}

const ORIGIN = "https://addin.test/";
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const ROOT = path.resolve(__dirname, "../../..");
const OFFICE_JS = path.join(ROOT, "node_modules/@microsoft/office-js/dist");

/** Opens the built task pane in an emulated Excel. There is no server and no network: every request is answered here. */
export async function openPane(page: Page, options: PaneOptions): Promise<Pane> {
  const requests: string[] = [];
  const blocked: string[] = [];
  const folders = new Map([
    [ORIGIN, options.root ?? path.join(ROOT, "dist/web")],
    [CDN, OFFICE_JS],
  ]);
  await page.route("**/*", async (route) => {
    const url = route
      .request()
      .url()
      .replace(/[?#].*$/, "");
    requests.push(url);
    if (isSwallowed(url, options.cdn)) return;
    const file = options.cdn === "blocked" && url.startsWith(CDN) ? null : fileFor(url, folders);
    if (file === null) {
      blocked.push(url);
      await route.abort();
    } else await serve(route, file);
  });
  await page.emulateMedia({
    colorScheme: options.theme === "dark" ? "dark" : "light",
    forcedColors: options.theme === "contrast" ? "active" : "none",
  });
  await page.addInitScript({ content: await excelScript(options) });
  // A page whose script never comes does not finish loading.
  await page.goto(`${ORIGIN}${options.file ?? "taskpane.html"}`, {
    waitUntil: options.cdn?.endsWith("swallowed") ? "commit" : "load",
  });
  return {
    requests,
    blocked,
    excel: (action, argument) => page.evaluate(inPage, { source: action.toString(), argument }) as Promise<never>,
  };
}

const isSwallowed = (url: string, cdn: PaneOptions["cdn"]): boolean =>
  url.startsWith(CDN) && (cdn === "swallowed" || (cdn === "second part swallowed" && !url.endsWith("/office.js")));

/** Runs in the page. */
function inPage({ source, argument }: { source: string; argument: unknown }): unknown {
  const { excelHost } = window as unknown as { excelHost: unknown };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the test's own function, carried as text
  const action = new Function(`return (${source})`).call(null) as (excel: unknown, argument: unknown) => unknown;
  return action(excelHost, argument);
}

function fileFor(url: string, folders: ReadonlyMap<string, string>): string | null {
  for (const [origin, folder] of folders) {
    const file = url.startsWith(origin) ? path.join(folder, decodeURIComponent(url.slice(origin.length))) : null;
    if (file?.startsWith(folder) && existsSync(file)) return file;
  }
  return null;
}

const serve = (route: Route, file: string): Promise<void> =>
  route.fulfill({ path: file, headers: { "access-control-allow-origin": "*" } });

/** What puts the emulated Excel, with its workbook, around a page before anything else runs there. */
export async function excelScript({ workbook, preset, lang, theme }: PaneOptions): Promise<string> {
  const read = await createXlsxHost(workbook).read();
  if (!read.ok) throw new Error(`the workbook can not be read: ${JSON.stringify(read.failure)}`);
  const start: BrowserExcel = {
    workbook: read.value,
    file: Buffer.from(workbook).toString("base64"),
    preset: preset ?? "365",
    locale: lang ?? "zh-CN",
    isDark: theme === "dark",
  };
  return `${await excelHostScript()}\nwindow.startExcel(${JSON.stringify(start)});`;
}
