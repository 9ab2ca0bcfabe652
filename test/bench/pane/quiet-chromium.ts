import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../support/chromium";

const ARGUMENTS = [...CHROMIUM_ARGUMENTS, "--headless=new", "--lang=zh-CN", "--remote-debugging-pipe"];

/** A page that is told only what it must be. */
export interface QuietPage {
  /** Runs before anything in every document that the page opens. */
  before(source: string): Promise<void>;
  go(address: string): Promise<void>;
  /** Runs a function in the page, as text: nothing outside of it may be named. */
  run<A extends unknown[], T>(action: (...given: A) => T, ...given: A): Promise<Awaited<T>>;
}

/**
 * Chromium by its own protocol, with nothing listened to. Playwright listens to the network and the console of every page,
 * for which V8 keeps the stack of whatever loads a file and parses the bundle again to say where that was: on a page like
 * the pane this is half of its start, and no user has it.
 */
export interface QuietChromium {
  /** Opens a page in a new profile with an empty cache and store, and closes both afterwards. */
  inNewProfile<T>(visit: (page: QuietPage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function startChromium(): Promise<QuietChromium> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-chromium-"));
  const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"] as const;
  const child = spawn(CHROMIUM, [...ARGUMENTS, `--user-data-dir=${folder}`, "about:blank"], { stdio: [...stdio] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const send = connect(child);
  await send("Browser.getVersion", {});
  return {
    inNewProfile: async (visit) => {
      const { browserContextId } = await send<{ browserContextId: string }>("Target.createBrowserContext", {});
      try {
        return await visit(await openPage(send, browserContextId));
      } finally {
        await send("Target.disposeBrowserContext", { browserContextId });
      }
    },
    close: async () => {
      await send("Browser.close", {});
      await ended;
      // Its helpers may still be writing there.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

type Send = <T>(method: string, params: object, sessionId?: string) => Promise<T>;

async function openPage(send: Send, browserContextId: string): Promise<QuietPage> {
  const size = { width: 350, height: 720 };
  const target = { url: "about:blank", browserContextId, ...size };
  const { targetId } = await send<{ targetId: string }>("Target.createTarget", target);
  const { sessionId } = await send<{ sessionId: string }>("Target.attachToTarget", { targetId, flatten: true });
  await send("Page.enable", {}, sessionId);
  return {
    before: (source) => send("Page.addScriptToEvaluateOnNewDocument", { source }, sessionId),
    go: (url) => send("Page.navigate", { url }, sessionId),
    run: async (action, ...given) => {
      const expression = `(${action.toString()})(...${JSON.stringify(given)})`;
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send<Evaluated>("Runtime.evaluate", asked, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as never;
    },
  };
}

interface Evaluated {
  readonly result: { readonly value: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Messages are JSON with a zero byte behind each: written to the browser's handle 3, read from its handle 4. */
function connect(child: ChildProcess): Send {
  const [, , , toBrowser, fromBrowser] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let [last, rest] = [0, ""];
  fromBrowser.setEncoding("utf8").on("data", (text: string) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop() ?? "";
    for (const { id, result, error } of messages.map((message) => JSON.parse(message) as Answer)) {
      const asked = waiting.get(id ?? 0);
      waiting.delete(id ?? 0);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(result as never);
    }
  });
  child.once("exit", () => {
    for (const { reject } of waiting.values()) reject(new Error("Chromium has ended"));
  });
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    });
}
