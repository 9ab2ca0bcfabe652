/** A page that nobody sees has no frames: it is waited for no longer than this. */
const LONGEST_MS = 250;

/** Resolves once what is rendered now has been painted, so that what loads next does not hold it up. */
export const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, LONGEST_MS);
  });
