import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { exactText, sumExact } from "../../../src/core/model/exact";
import { NO_OPTIONS, review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";

const WORKBOOKS = path.join(__dirname, "../../workbooks");

/**
 * Of each real table: the marks that it prints, those judged by default, the pack that its form is offered (by hand, FRAMEWORKS
 * §4; – : none), the marks judged by it, and the typed scores that it finds to differ (by hand, FRAMEWORKS §3 and the bug
 * workbooks' README). A table that prints its rules or no marks, and a form whose rules are not known, is offered nothing.
 */
const TABLES = `
department-2018-with-base-data        32    8   –                 8    0
department-standards-printed          33    0   –                 0    0
department-template-empty             100   0   –                 0    0
heshan-2021-self-evaluation           100   0   –                 0    0
project-2020-unexplained-deductions   100   0   project           100  4
project-2020-unscored                 0     0   –                 0    0
project-2022-total-row-zero           90    0   project           80   0
real/real-t01                         56    0   project           50   8
real/real-t03                         100   20  –                 20   0
real/real-t04                         90    0   project           90   1
real/real-t07                         90    0   project-transfer  90   0
real/real-t08                         70    0   project           70   1
real/real-t11                         90    0   –                 0    0
real/real-t13                         100   0   –                 0    0
real/real-t14                         100   0   –                 0    0
real/real-t17                         60    0   –                 0    0
`
  .trim()
  .split("\n")
  .map((line) => line.split(/\s+/));

async function reviewOf(file: string): Promise<{ readonly plain: Review; readonly taken: Review }> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(WORKBOOKS, `${file}.xlsx`)))).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const plain = review(read.value);
  const [offer] = plain.offers;
  const pack = offer ? builtInPack(offer.pack) : null;
  return { plain, taken: pack ? review(read.value, { ...NO_OPTIONS, pack }) : plain };
}

const marksIn = ({ tables }: Review, of: "marks" | "judged"): string =>
  exactText(sumExact(tables.map(({ coverage }) => coverage[of])));

describe("[O1] [O2] the real tables: what is judged of them by default, what is offered, what it would judge", () => {
  test.each(TABLES)("%s: of %s marks %s by default; %s judges %s, %s scores differ", async (...expected) => {
    const [file = ""] = expected;
    const { plain, taken } = await reviewOf(file);
    const offered = [...new Set(plain.offers.map(({ pack }) => pack))].join(" ") || "–";
    const differing = plain.offers.reduce((sum, offer) => sum + offer.differing, 0);
    expect([
      file,
      marksIn(plain, "marks"),
      marksIn(plain, "judged"),
      offered,
      marksIn(taken, "judged"),
      String(differing),
    ]).toEqual(expected);
  });

  it("no real table is left out of the list", () => {
    const files = ["", "real"].flatMap((folder) =>
      readdirSync(path.join(WORKBOOKS, folder)).flatMap((name) =>
        name.endsWith(".xlsx") ? [path.posix.join(folder, name.replace(/\.xlsx$/, ""))] : [],
      ),
    );
    expect(files.sort()).toEqual(TABLES.map(([file]) => file).sort());
  });

  it("every workbook with planted faults is a 2020 form, or too short to be any", async () => {
    const files = readdirSync(path.join(WORKBOOKS, "bugs")).filter((name) => name.endsWith(".xlsx"));
    for (const name of files) {
      const { plain } = await reviewOf(`bugs/${name.replace(/\.xlsx$/, "")}`);
      expect(["project", undefined]).toContain(plain.offers[0]?.pack);
      expect(plain.offers.every(({ certain }) => certain)).toBe(true);
    }
  });
});
