import type { PaneStore } from "../pane-store";

/** Puts a text into the clipboard; a browser that refuses it is told of, and the text still stands there to be selected. */
export async function copyText(text: string, { told }: PaneStore["actions"]): Promise<void> {
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  told({ kind: isCopied ? "copied" : "copy-refused" });
}
