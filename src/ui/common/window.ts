import { useEffect, useState, type RefObject } from "react";

/** Lists beyond this many lines show only those in sight. */
const WHOLE = 200;
const BEYOND = 400;

export interface Window {
  readonly from: number;
  readonly to: number;
  /** Pixels that the lines before and after would take. */
  readonly before: number;
  readonly after: number;
}

/** Which lines of a long list are near enough to be seen, by their heights. */
export function windowOf(heights: readonly number[], top: number, height: number): Window {
  if (heights.length <= WHOLE) return { from: 0, to: heights.length, before: 0, after: 0 };
  let from = 0;
  let before = 0;
  while (from < heights.length && before + (heights[from] ?? 0) < top - BEYOND) before += heights[from++] ?? 0;
  let to = from;
  let shown = 0;
  while (to < heights.length && before + shown < top + height + BEYOND) shown += heights[to++] ?? 0;
  const after = heights.slice(to).reduce((sum, one) => sum + one, 0);
  return { from, to, before, after };
}

/** How far the list's scroller stands below the list's first line, and how much of it is in sight. */
export function useScrolled(
  list: RefObject<HTMLElement | null>,
  isLong: boolean,
): readonly [top: number, height: number] {
  const [place, setPlace] = useState<readonly [number, number]>([0, 800]);
  useEffect(() => {
    const element = list.current;
    const scroller = element?.closest("main");
    if (!element || !scroller || !isLong) return;
    const look = (): void => {
      const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      setPlace((last) =>
        Math.abs(last[0] - top) < 100 && last[1] === scroller.clientHeight ? last : [top, scroller.clientHeight],
      );
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    return () => scroller.removeEventListener("scroll", look);
  }, [list, isLong]);
  return place;
}
