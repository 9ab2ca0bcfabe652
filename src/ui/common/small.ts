import { useSyncExternalStore } from "react";

const SMALL = "(max-width: 239px), (max-height: 419px)";

/** A pane zoomed to 200 %, or as low as a toolbar: tabs become one menu, and little sticks. */
export const useIsSmall = (): boolean => useSyncExternalStore(watch, matches);

function watch(changed: () => void): () => void {
  const query = window.matchMedia(SMALL);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

const matches = (): boolean => window.matchMedia(SMALL).matches;
