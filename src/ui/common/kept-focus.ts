import { useEffect, useRef, type FocusEvent } from "react";

/**
 * A control that goes away or is disabled under the hand leaves the focus nowhere, and a keyboard at the top of the page.
 * Spread over what holds the page: the focus goes back to the control once it can take it, else to the section.
 */
export function useKeptFocus() {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const held = last.current;
    if (!held || document.activeElement !== document.body) return;
    if (held.isConnected) held.focus();
    else document.querySelector("main")?.focus();
  });
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>): void => {
      last.current = target;
    },
    /** Not called where the control was removed: the person went elsewhere. */
    onBlur: (): void => {
      last.current = null;
    },
  };
}
