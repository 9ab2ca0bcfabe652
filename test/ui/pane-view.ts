import { configure, render } from "@testing-library/react";
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import userEvent from "@testing-library/user-event";
import { createElement } from "react";
import { App } from "../../src/ui/App";
import { opened, paneOn, type FixtureOptions, type PaneFixture } from "./pane-fixture";

// A busy build server takes its time.
configure({ asyncUtilTimeout: 15_000 });

export const user = userEvent.setup({ delay: null });

/**
 * Of the rules of Fluent UI only those that hide something come into the page. jsdom matches each of some thousand rules
 * against each element that is looked for by its role, most of the time of these tests; how things look is tried in
 * Chromium (test/e2e).
 */
const HIDING = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => !rule.startsWith("@media") && /display:\s*none|visibility:\s*hidden/.test(rule),
});

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
  const app = createElement(App, { store, lang, theme: "light" });
  render(createElement(RendererProvider, { renderer: HIDING, children: app }));
}
