import type { KeptWork } from "../../src/workbench/kept-work";
import type { OpenFile } from "../../src/workbench/open-file";
import { createWorkKeeper, type KeepingNotice } from "../../src/workbench/work-keeper";

/** A workbook with one unsaved change; `save` tells what becomes of it when its bytes are asked for. */
function keeper({ save = () => Promise.resolve({ ok: true, value: new Uint8Array([1]) }), keep = () => Promise.resolve() }: { readonly save?: (page: Page) => Promise<unknown>; readonly keep?: KeptWork["keep"] } = {}) {
  const page: Page = { open: true, savedVersion: 0, version: 1 };
  const stored = new Set<string>();
  const told: KeepingNotice[] = [];
  const host = { get version() { return page.version; }, save: () => save(page) };
  const file = (): OpenFile | undefined =>
    page.open ? ({ name: "自评表.xlsx", sheet: "表", host, savedVersion: page.savedVersion } as unknown as OpenFile) : undefined;
  const kept: KeptWork = {
    all: () => Promise.resolve([]),
    keep: async (id, one) => { await keep(id, one); stored.add(id); },
    forget: (ids) => { for (const id of ids) stored.delete(id); return Promise.resolve(); },
  };
  return { page, stored, told, work: createWorkKeeper(kept, file, (notice) => told.push(notice)) };
} // prettier-ignore

interface Page {
  open: boolean;
  savedVersion: number;
  version: number;
}

describe("[B8] unsaved work is kept on the machine", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each<[string, number, readonly string[]]>([
    ["not yet just before 0.8 s after the last change", 799, []],
    ["then", 800, ["a"]],
  ])("%s", async (_, ms, expected) => {
    const { work, stored } = keeper();
    work.keepSoon("a");
    await jest.advanceTimersByTimeAsync(ms);
    expect([...stored]).toEqual(expected);
  });

  it.each<[string, (page: Page) => void]>([
    ["closed", (page) => void (page.open = false)],
    ["saved", (page) => void (page.savedVersion = page.version)],
  ])("but not where it was %s while its bytes were made", async (_, change) => {
    const { work, stored } = keeper({
      save: (page) => {
        change(page);
        return Promise.resolve({ ok: true, value: new Uint8Array([1]) });
      },
    });
    work.keepSoon("a");
    await jest.advanceTimersByTimeAsync(1000);
    expect([...stored]).toEqual([]);
  });

  it("what is saved by the time is forgotten", async () => {
    const { work, stored, page } = keeper();
    work.keepSoon("a");
    await jest.advanceTimersByTimeAsync(1000);
    page.savedVersion = page.version;
    work.keepSoon("a");
    await jest.advanceTimersByTimeAsync(1000);
    expect([...stored]).toEqual([]);
  });

  it("forgetting also calls off what was about to be kept", async () => {
    const { work, stored } = keeper();
    work.keepSoon("a");
    await work.forget("a");
    await jest.advanceTimersByTimeAsync(1000);
    expect([...stored]).toEqual([]);
  });

  it("a workbook whose bytes can not be made is told by name", async () => {
    const failure = { kind: "unsupported", what: { zh: "x", en: "x" } } as const;
    const { work, told } = keeper({ save: () => Promise.resolve({ ok: false, failure }) });
    work.keepSoon("a");
    await jest.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([{ kind: "not-kept", name: "自评表.xlsx", failure }]);
  });

  it("a browser that keeps nothing is said so once", async () => {
    const { work, told } = keeper({ keep: () => Promise.reject(new Error("QuotaExceededError")) });
    for (let i = 0; i < 3; i++) {
      work.keepSoon("a");
      await jest.advanceTimersByTimeAsync(1000);
    }
    expect(told).toEqual([{ kind: "keeps-nothing" }]);
  });
});
