/** The worker beside the pane, as a file of its own that the build names. */
export const startReviewer = () =>
  new Worker(/* webpackChunkName: "reviewer" */ new URL("./reviewer.ts", import.meta.url));
