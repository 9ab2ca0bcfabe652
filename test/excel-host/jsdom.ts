import { readFile } from "node:fs/promises";
import path from "node:path";
import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import { createExcelHost, type ExcelHost, type ExcelHostOptions } from "./excel-host";
import { addNewerProxies, NEWER_END } from "./newer-proxies";
import { win32External } from "./win32-external";

/** Where the add-in's pages load office.js from; the development dependency answers. */
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const OFFICE_JS = path.resolve(__dirname, "../../node_modules/@microsoft/office-js/dist");

class OfficeFiles extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = url.startsWith(CDN) ? path.join(OFFICE_JS, url.slice(CDN.length).replace(/[?#].*$/, "")) : null;
    return file === null ? null : (readFile(file) as ReturnType<ResourceLoader["fetch"]>);
  }
}

export interface OfficePage {
  readonly host: ExcelHost;
  readonly close: () => void;
}

/**
 * Opens a workbook in the emulated Excel, with a page in which the real, unmodified office.js has started, and makes
 * its globals (Office, Excel, OfficeExtension) those of the test.
 */
export async function openOfficePage(options: ExcelHostOptions): Promise<OfficePage> {
  const host = await createExcelHost({ libraryEnd: NEWER_END, ...options });
  const faults = new VirtualConsole();
  faults.on("jsdomError", (error) => {
    throw error;
  });
  const html = `<!doctype html><html><head><script src="${CDN}office.js"></script></head><body></body></html>`;
  const { window } = new JSDOM(html, {
    url: "https://addin.test/taskpane.html",
    runScripts: "dangerously",
    resources: new OfficeFiles(),
    virtualConsole: faults,
    pretendToBeVisual: true,
    beforeParse: (page) => {
      Object.defineProperty(page, "external", { value: win32External(host), configurable: true });
    },
  });
  await new Promise((resolve) => window.addEventListener("load", resolve));
  const office = window as unknown as OfficeGlobals;
  await office.Office.onReady();
  // A member newer than the edition then throws the library's own ApiNotFound.
  office.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  // As getters: jest takes apart what it finds as values, while the library's own clean-up still runs.
  for (const name of GLOBALS) Object.defineProperty(globalThis, name, { get: () => office[name], configurable: true });
  addNewerProxies(office.Excel, office.OfficeExtension);
  host.log.length = 0;
  return {
    host,
    close: () => {
      for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name);
      window.close();
    },
  };
}

const GLOBALS = ["Office", "Excel", "OfficeExtension"] as const;

interface OfficeGlobals {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & { readonly CommonUtility: { _doApiNotSupportedCheck: boolean } };
}
