import type { HostFailure } from "../host/port";
import type { KeptWork } from "./kept-work";
import { isUnsaved, type OpenFile } from "./open-file";

/** What a person is told of it: that this browser keeps nothing, once; or which workbook could not be kept, and why. */
export type KeepingNotice =
  | { readonly kind: "keeps-nothing" }
  | { readonly kind: "not-kept"; readonly name: string; readonly failure: HostFailure };

/** How long after a change the work is kept. */
const KEEP_MS = 800;

/**
 * Keeps unsaved work on this machine, so that it outlives the page (SPEC B8). What was saved or closed is forgotten, also
 * where that happens while its bytes are made.
 */
export function createWorkKeeper(
  kept: KeptWork,
  file: (id: string) => OpenFile | undefined,
  tell: (notice: KeepingNotice) => void,
) {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let isKeeping = true;

  /** A browser that keeps nothing is said so once; the page goes on without it. */
  async function attempt<T>(action: () => Promise<T>): Promise<T | null> {
    try {
      return await action();
    } catch {
      if (isKeeping) tell({ kind: "keeps-nothing" });
      isKeeping = false;
      return null;
    }
  }

  async function keepNow(id: string): Promise<void> {
    const one = file(id);
    if (!one || !isKeeping) return;
    if (!isUnsaved(one)) return forget(id);
    const saved = await one.host.save();
    const now = file(id);
    if (!now || !isUnsaved(now)) return;
    if (saved.ok) {
      await attempt(() => kept.keep(id, { name: one.name, sheet: one.sheet, bytes: saved.value, at: Date.now() }));
    } else tell({ kind: "not-kept", name: one.name, failure: saved.failure });
  }

  async function forget(id: string): Promise<void> {
    clearTimeout(waiting.get(id));
    await attempt(() => kept.forget([id]));
  }

  return {
    keepSoon(id: string): void {
      clearTimeout(waiting.get(id));
      waiting.set(
        id,
        setTimeout(() => void keepNow(id), KEEP_MS),
      );
    },
    forget,
    all: async (): ReturnType<KeptWork["all"]> => (await attempt(() => kept.all())) ?? [],
  };
}
