import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { promisify } from "node:util";
import { excelScript } from "../../e2e/support/open-pane";
import { figures, medianOf, type Line, type SkippedLine } from "../measure";
import { firstLoad } from "./first-load";
import { bareVisit, firstVisit, laterVisit, tripsOfVisit, type Openings, type Trips } from "./openings";
import { CHROMIUM } from "../../support/chromium";
import { startChromium } from "./quiet-chromium";
import { serveFolders } from "./serve";
import { fromOpenToShown, fromPressToShown, toFirstPaint, type PageClock } from "./watch";

const REFERENCE = "test/workbooks/heshan-2021-self-evaluation.xlsx";
const OFFICE_JS = "node_modules/@microsoft/office-js/dist";
const [PANE, BARE] = ["dist/bench/pane", "dist/bench/bare"];
const RUNS = 11;

interface Budget {
  readonly name: string;
  readonly unit: string;
  readonly budget: number;
}

const FIRST_RENDER: Budget = { name: "pane: first render, first visit", unit: "ms", budget: 500 };
const LATER_RENDER: Budget = { name: "pane: first render, later visit", unit: "ms", budget: 500 };
const PRESSED: Budget = { name: "pane: 核验 pressed → findings", unit: "ms", budget: 300 };
const OPENED: Budget = { name: "pane: opened → findings, later visit", unit: "ms", budget: 300 };
const READ: Budget = { name: "pane: round trips to read the reference table", unit: "trips", budget: 2 };
const WRITE: Budget = { name: "pane: round trips to write it", unit: "trips", budget: 3 };

/**
 * The pane's budgets, for the reference table, each time in a new profile with nothing cached. The pages are the production
 * build as static files over loopback; building, starting the browser and serving do not count.
 *
 * - First render: from the start of the navigation to the first contentful paint. It counts office.js, which a person waits
 *   for as well, and our own script; the start of the emulated Excel with its workbook is taken off.
 * - Pressed → findings: from the press of 开始核验 to the frame that shows what was found. It counts office.js packing and
 *   unpacking the requests, reading, reviewing and painting; what the emulated Excel takes to answer is taken off.
 * - Opened → findings: the same for a person who is not asked, from when Office is ready and the pane is painted.
 * - The peer is a page of the same provider with one button behind the same office.js: what is below it can not be had with
 *   React and Fluent. Its button reads the same cells and counts them: what is above that is for judging them.
 */
export async function benchPane(): Promise<readonly (Line | SkippedLine)[]> {
  await Promise.all([buildPages("web", PANE), buildPages("bench-bare", BARE)]);
  const size = await firstLoad(PANE);
  if (!existsSync(CHROMIUM)) {
    const skipped = `no Chromium at ${CHROMIUM}`;
    return [size, ...[FIRST_RENDER, LATER_RENDER, PRESSED, OPENED, READ, WRITE].map((line) => ({ ...line, skipped }))];
  }
  const excel = await excelScript({ workbook: await readFile(REFERENCE) });
  const site = await serveFolders({ pane: PANE, bare: BARE, office: OFFICE_JS });
  const chromium = await startChromium();
  try {
    return [size, ...(await measured({ chromium, origin: site.origin, excel }))];
  } finally {
    await chromium.close();
    site.close();
  }
}

/** In turns, after one round that is not counted. */
async function measured(openings: Openings): Promise<Line[]> {
  const clocks: { first: PageClock; later: PageClock; bare: PageClock; trips: Trips }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const first = await firstVisit(openings);
    const later = await laterVisit(openings);
    const bare = await bareVisit(openings);
    const trips = await tripsOfVisit(openings);
    if (run > 0) clocks.push({ first, later, bare, trips });
  }
  const median = (of: (one: (typeof clocks)[number]) => number): number => medianOf(clocks.map(of));
  const renderOfBare = median(({ bare }) => toFirstPaint(bare));
  const readByBare = median(({ bare }) => fromPressToShown(bare));
  const page = "a React and Fluent page with one button";
  const reads = `${page} that reads and counts the cells`;
  return [
    {
      ...line(
        FIRST_RENDER,
        median(({ first }) => toFirstPaint(first)),
      ),
      ...beside(page, renderOfBare),
    },
    {
      ...line(
        LATER_RENDER,
        median(({ later }) => toFirstPaint(later)),
      ),
      ...beside(page, renderOfBare),
    },
    {
      ...line(
        PRESSED,
        median(({ first }) => fromPressToShown(first)),
      ),
      ...beside(reads, readByBare),
    },
    line(
      OPENED,
      median(({ later }) => fromOpenToShown(later)),
    ),
    line(
      READ,
      median(({ trips }) => trips.read),
    ),
    line(
      WRITE,
      median(({ trips }) => trips.write),
    ),
  ].map(withRatio);
}

const line = ({ name, unit, budget }: Budget, median: number): Line => ({
  name,
  median: figures(median),
  unit,
  runs: RUNS,
  budget,
  within: median <= budget,
});

const beside = (peer: string, median: number): Pick<Line, "peer" | "peerMedian"> => ({
  peer,
  peerMedian: figures(median),
});

const withRatio = (one: Line): Line =>
  one.peerMedian === undefined ? one : { ...one, ratio: figures(one.median / one.peerMedian) };

/** Builds pages as they are shipped. */
async function buildPages(config: string, out: string): Promise<void> {
  const webpack = "node_modules/webpack-cli/bin/cli.js";
  const options = ["--config-name", config, "--mode", "production", "--output-path", out];
  const env = { ...process.env, ADDIN_BASE_URL: "https://addin.test" };
  await promisify(execFile)(process.execPath, [webpack, ...options], { env });
}
