import { review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { certainOffer } from "../../../src/app/chosen-pack";
import { gridBook, sheetOf, bookOf, type GridCell, type GridRow } from "../../support/grid";
import { FILED, type FiledForm } from "./forms-as-filed";

const FORMS = Object.entries(FILED) as readonly (readonly [string, FiledForm])[];

const offered = ({ offers }: Review): string | null => [...new Set(offers.map(({ pack }) => pack))].join(" ") || null;

const offeredFor = (rows: readonly GridRow[]): string | null => offered(review(gridBook(rows)));

const retitled = ([, ...rows]: readonly GridRow[], title: string): readonly GridRow[] => [[title], ...rows];

/** Every number of the columns under 分值, 权重, 得分 and the like, by a factor. */
function scaled(rows: readonly GridRow[], factor: number): readonly GridRow[] {
  let columns: ReadonlySet<number> = new Set();
  return rows.map((row) => {
    const marks = row.flatMap((cell, c) => (typeof cell === "string" && /分值|权重|得分/.test(cell) ? [c] : []));
    if (marks.length > 0) columns = new Set(marks);
    return row.map((cell, c): GridCell => (typeof cell === "number" && columns.has(c) ? cell * factor : cell));
  });
}

describe("[O3] the same form however it is titled, dated and scaled", () => {
  test.each(FORMS)("%s", (_, { rows, pack }) => {
    expect(offeredFor(rows)).toBe(pack);
    const titles = [
      "",
      "附件2",
      "绩效自评表",
      "2019年度绩效自评表",
      "二〇二三年度绩效自评报告附表",
      "2024年中央转移支付资金绩效自评表",
    ];
    for (const title of titles) {
      // Only the title says that a table is a department's: without it the 2020 form is a project's, and Yueyang's is none.
      const same = pack === "department-project-form" ? [pack, "project"] : pack === "hunan-yueyang" ? [pack, null] : [pack]; // prettier-ignore
      expect(same).toContain(offeredFor(retitled(rows, title)));
    }
    // Hunan's standards hold for the marks beside which they are printed, and for no others (M18).
    const bound = pack === "hunan-yueyang" ? null : pack;
    for (const factor of [0.9, 1.2]) expect(offeredFor(scaled(rows, factor))).toBe(bound);
  });
});

/** Without its column 得分计算方法 Beijing's form is the 2020 form by every word that is left. */
const WITHOUT: Readonly<Record<string, readonly (string | null)[]>> = { 得分计算方法: ["project"] };

describe("[O3] with any one header lost it is the same form or none", () => {
  const cases = FORMS.flatMap(([name, { rows, pack }]) =>
    rows.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        const isHead = typeof cell === "string" && cell !== "" && r > 0 && row.filter((one) => typeof one === "string" && one.length > 1).length > 4; // prettier-ignore
        const isFigure = row.some((one) => typeof one === "number");
        return isHead && !isFigure ? [[name, cell, r, c, rows, pack] as const] : [];
      }),
    ),
  );
  test.each(cases)("%s without %s", (_, header, r, c, rows, pack) => {
    const without = rows.map((row, i): GridRow => (i === r ? row.map((cell, k) => (k === c ? "" : cell)) : row));
    expect([pack, null, ...(WITHOUT[header] ?? [])]).toContain(offeredFor(without));
  });
});

it("[O3] several forms in one workbook: each table its own, and none is taken by itself", () => {
  const book = bookOf(FORMS.map(([name, { rows }]) => sheetOf(name.slice(0, 30).replaceAll("/", " "), rows)));
  const found = review(book);
  const bySheet = new Map(found.offers.map(({ sheet, pack }) => [sheet, pack]));
  for (const [name, { pack }] of FORMS) expect([name, bySheet.get(name.slice(0, 30)) ?? null]).toEqual([name, pack]);
  expect(certainOffer(found)).toHaveProperty("offered");
});
