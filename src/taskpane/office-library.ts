import type { Language } from "../ui/i18n/words";

/** Why the pane can not reach Excel: office.js did not load, it loaded outside of Excel, or it has not become ready. */
export type Lack = "missing" | "outside" | "late";

/** So long a slow machine may take; office.js fetches a second part of 1.3 MB before it is ready. */
export const READY_AFTER_MS = 30_000;

/**
 * Tells what is lacking, as soon as it is known, and `ready` once Excel can be asked, which may be after `late`.
 * `onReady` is null where office.js is absent: its address was blocked, or could not be reached.
 */
export function awaitOffice(
  onReady: (() => Promise<{ readonly host: unknown }>) | null,
  told: { readonly lacks: (lack: Lack) => void; readonly ready: () => void },
): void {
  if (!onReady) {
    told.lacks("missing");
    return;
  }
  const timer = setTimeout(() => told.lacks("late"), READY_AFTER_MS);
  onReady().then(
    ({ host }) => {
      clearTimeout(timer);
      if (host === "Excel") told.ready();
      else told.lacks("outside");
    },
    () => {
      clearTimeout(timer);
      told.lacks("missing");
    },
  );
}

/** What a person reads: a title, what happened, and the ways on, the first of which is the nearest. */
export interface LackWords {
  readonly title: string;
  readonly why: string;
  readonly ways: readonly string[];
}

const TITLES: Readonly<Record<Lack, Readonly<Record<Language, readonly [title: string, why: string]>>>> = {
  missing: {
    zh: ["未能加载 office.js，评核无法读取本工作簿", "Excel 加载项都要用微软的程序库 office.js，本页没有取到它：单位网络可能不通外网，或拦截了它的地址。工作簿没有任何改动。"],
    en: ["office.js could not be loaded, so Pinghe can not read this workbook", "Every add-in of Excel needs Microsoft's library office.js, and this page could not get it: the network may have no way out, or blocks its address. Nothing in the workbook was changed."],
  },
  outside: {
    zh: ["本页不在 Excel 中", "评核面板要由 Excel 作为加载项打开，浏览器中单独打开时没有工作簿可读。"],
    en: ["This page is not inside Excel", "The pane is opened by Excel, as an add-in; on its own in a browser it has no workbook to read."],
  },
  late: {
    zh: ["Excel 已 30 秒没有应答", "office.js 还没有准备好：Excel 可能仍在启动，或者网络只放行了一部分文件。请再等一会；工作簿没有任何改动。"],
    en: ["Excel has not answered for 30 seconds", "office.js is not ready yet: Excel may still be starting, or the network lets only some of its files through. Please wait a little; nothing in the workbook was changed."],
  },
}; // prettier-ignore

const FILE_WAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["不用加载项也能核验：保存工作簿，在浏览器中打开评核工作台（评核.html，不需要网络），再打开这个文件。", "或者在命令行核验文件：pinghe check 文件.xlsx。"],
  en: ["Review without the add-in: save the workbook, open the Pinghe workbench (评核.html, it needs no network) in a browser, and open the file there.", "Or review the file on the command line: pinghe check FILE.xlsx."],
}; // prettier-ignore

/** By the server that office.js is asked of; null: it is a copy beside the pane. */
const networkWays = (server: string | null): Readonly<Record<Language, readonly string[]>> =>
  server === null
    ? {
        zh: ["请部署人员检查评核网页旁的 office-js 文件夹是否完整，然后重新打开面板。"],
        en: ["Ask whoever deployed Pinghe whether the folder office-js beside its page is whole, and open the pane again."],
      }
    : {
        zh: [`请网络管理员放行 https://${server}，然后重新打开面板。`, "内网没有外网时，请部署人员用 OFFICE_JS=local npm run build 重新发布，office.js 就由本单位的服务器提供。"],
        en: [`Ask the network's administrator to allow https://${server}, and open the pane again.`, "Where there is no way out at all, whoever deploys Pinghe can build it with OFFICE_JS=local npm run build: then the same server gives office.js."],
      }; // prettier-ignore

const OPEN_IN_EXCEL: Readonly<Record<Language, string>> = {
  zh: "请在 Excel 的“开始”选项卡中点“打开面板”。",
  en: "In Excel, press Open pane on the Home tab.",
};

/** `server` as for `networkWays`. */
export function lackWords(lack: Lack, lang: Language, server: string | null): LackWords {
  const [title, why] = TITLES[lack][lang];
  const nearest = lack === "outside" ? [OPEN_IN_EXCEL[lang]] : networkWays(server)[lang];
  // What can be done at once stands before what takes somebody else.
  return { title, why, ways: lack === "missing" ? [...FILE_WAYS[lang], ...nearest] : [...nearest, ...FILE_WAYS[lang]] };
}

/** The server that the page asks for office.js, null where it is the page's own. */
export function officeServer(page: Pick<Document, "querySelector">, own: string): string | null {
  const address = page.querySelector<HTMLScriptElement>('script[src$="/office.js"]')?.src;
  const server = address === undefined ? own : new URL(address).host;
  return server === own ? null : server;
}
