import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createElement } from "react";
import { App } from "../../src/ui/App";
import { opened, paneOn, type FixtureOptions, type PaneFixture } from "./pane-fixture";

// A busy build server takes its time.
configure({ asyncUtilTimeout: 15_000 });

export const user = userEvent.setup({ delay: null });

/** A pane on the page that has read its workbook. */
export async function show(bytes: Uint8Array, options: FixtureOptions = {}): Promise<PaneFixture> {
  const pane = await opened(options, bytes);
  paint(pane, options);
  return pane;
}

/** A pane on the page that has read nothing. */
export function showUnread(bytes: Uint8Array, options: FixtureOptions = {}): PaneFixture {
  const pane = paneOn(bytes, options);
  paint(pane, options);
  return pane;
}

function paint({ store }: PaneFixture, { lang = "zh" }: FixtureOptions): void {
  // The store changes by itself, as a workbook does: nothing tells React beforehand.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  render(createElement(App, { store, lang, theme: "light" }));
}
