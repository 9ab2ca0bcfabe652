import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { promisify } from "node:util";
import { excelScript } from "../../e2e/support/open-pane";
import { figures, medianOf, type Line, type SkippedLine } from "../measure";
import { firstLoad } from "./first-load";
import { madeTable } from "../made-table";
import { bareVisit, tripsOfVisit, visit, type Openings, type Trips, type Visit } from "./openings";
import { CHROMIUM } from "../../support/chromium";
import { startChromium } from "./quiet-chromium";
import { serveFolders } from "./serve";
import { fromAgainToShown, fromOpenToShown, fromPressToShown, toFirstPaint, type PageClock } from "./watch";

const REFERENCE = "test/workbooks/heshan-2021-self-evaluation.xlsx";
const OFFICE_JS = "node_modules/@microsoft/office-js/dist";
const [PANE, BARE] = ["dist/bench/pane", "dist/bench/bare"];
const RUNS = 11;
const RUNS_OF_MANY = 5;

interface Budget {
  readonly name: string;
  readonly unit: string;
  readonly budget: number;
}

const RENDER: Budget = { name: "pane: first render", unit: "ms", budget: 500 };
const OPENED: Budget = { name: "pane: opened → findings", unit: "ms", budget: 300 };
const PRESSED: Budget = { name: "pane: 重新核验 pressed → findings", unit: "ms", budget: 300 };
const MANY_OPENED: Budget = { name: "pane: 1,000 indicators opened → findings", unit: "ms", budget: 500 };
const MANY_PRESSED: Budget = { name: "pane: 1,000 indicators, 重新核验 pressed → findings", unit: "ms", budget: 500 };
const HELD: Budget = { name: "pane: longest hold-up while they are reviewed", unit: "ms", budget: 100 };
const READ: Budget = { name: "pane: round trips to read the reference table", unit: "trips", budget: 2 };
const WRITE: Budget = { name: "pane: round trips to write it", unit: "trips", budget: 3 };
const ALL = [RENDER, OPENED, PRESSED, MANY_OPENED, MANY_PRESSED, HELD, READ, WRITE];

/**
 * The pane's budgets, for the reference table and for a made one of 1,000 indicators, each time in a new profile with nothing
 * cached. The pages are the production build as static files over loopback; building, starting the browser and serving do
 * not count.
 *
 * - First render: from the start of the navigation to the first contentful paint. It counts office.js, which a person waits
 *   for as well, and our own script; the start of the emulated Excel with its workbook is taken off.
 * - Opened → findings: from when Office is ready and the pane is painted to the frame that shows the first item of 待办. It
 *   counts office.js packing and unpacking the requests, reading, reviewing and painting; what the emulated Excel takes to
 *   answer is taken off. Pressed → findings: the same from the press on.
 * - Hold-up: the longest piece of work of the page while it reviews again, without what Excel took of it.
 * - The peer is a page of the same provider with one button behind the same office.js: what is below it can not be had with
 *   React and Fluent. Its button reads the same cells and counts them: what is above that is for judging them.
 */
export async function benchPane(): Promise<readonly (Line | SkippedLine)[]> {
  await Promise.all([buildPages("web", PANE), buildPages("bench-bare", BARE)]);
  const size = await firstLoad(PANE);
  if (!existsSync(CHROMIUM)) {
    const skipped = `no Chromium at ${CHROMIUM}`;
    return [size, ...ALL.map((line) => ({ ...line, skipped }))];
  }
  const excel = await excelScript({ workbook: await readFile(REFERENCE) });
  const many = await excelScript({ workbook: (await madeTable(1000)).bytes });
  const site = await serveFolders({ pane: PANE, bare: BARE, office: OFFICE_JS });
  const chromium = await startChromium();
  try {
    const openings = { chromium, origin: site.origin };
    return [size, ...(await measured({ ...openings, excel })), ...(await measuredMany({ ...openings, excel: many }))];
  } finally {
    await chromium.close();
    site.close();
  }
}

/** In turns, after one round that is not counted. */
async function measured(openings: Openings): Promise<Line[]> {
  const clocks: { pane: Visit; bare: PageClock; trips: Trips }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const pane = await visit(openings);
    const bare = await bareVisit(openings);
    const trips = await tripsOfVisit(openings);
    if (run > 0) clocks.push({ pane, bare, trips });
  }
  const median = (of: (one: (typeof clocks)[number]) => number): number => medianOf(clocks.map(of));
  const page = "a React and Fluent page with one button";
  const rendered = beside(page, median(({ bare }) => toFirstPaint(bare)));
  const read = beside(`${page} that reads and counts the cells`, median(({ bare }) => fromPressToShown(bare)));
  return [
    { ...line(RENDER, median(({ pane }) => toFirstPaint(pane.opened))), ...rendered },
    line(OPENED, median(({ pane }) => fromOpenToShown(pane.opened))),
    { ...line(PRESSED, median(({ pane }) => fromAgainToShown(pane.again))), ...read },
    line(READ, median(({ trips }) => trips.read)),
    line(WRITE, median(({ trips }) => trips.write)),
  ].map(withRatio);
} // prettier-ignore

async function measuredMany(openings: Openings): Promise<Line[]> {
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS_OF_MANY; run++) visits.push(await visit(openings));
  const median = (of: (one: Visit) => number): number => medianOf(visits.map(of));
  return [
    line(MANY_OPENED, median(({ opened }) => fromOpenToShown(opened)), RUNS_OF_MANY),
    line(MANY_PRESSED, median(({ again }) => fromAgainToShown(again)), RUNS_OF_MANY),
    line(HELD, median(({ again }) => again.longest), RUNS_OF_MANY),
  ];
} // prettier-ignore

const line = ({ name, unit, budget }: Budget, median: number, runs = RUNS): Line => ({
  name,
  median: figures(median),
  unit,
  runs,
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
