import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../support/chromium";

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: [...CHROMIUM_ARGUMENTS] });

/** Skips loudly where Chromium is missing; on a build server its absence is a failure. */
export function describeWithChromium(title: string, tests: () => void): void {
  if (existsSync(CHROMIUM)) {
    describe(title, tests);
  } else if (process.env.CI === "true") {
    describe(title, () => {
      it("finds Chromium on the build server", () => {
        throw new Error(`CI=true, but there is no ${CHROMIUM}: install chromium`);
      });
    });
  } else {
    // Not console: the guard in setup.ts takes any console output for a fault.
    process.stderr.write(`SKIPPED without Chromium: ${title}\n`);
    describe.skip(title, tests);
  }
}
