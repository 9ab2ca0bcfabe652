import { ratio } from "../../../src/core/model/exact";
import { planClean } from "../../../src/core/plan/clean";
import { planReview } from "../../../src/core/plan/plan-review";
import { readOurs } from "../../../src/core/ours/read-ours";
import type { ReviewOptions } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import type { PackFile } from "../../../src/core/rules/packs/schema";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { planFor } from "../../../src/app/write-review";
import { applyPlan } from "../../support/apply-plan";
import { withCells } from "../../support/edit-sheet";
import { departmentBook, reviewedBy, STAFF, STAFF_STANDARD, type PrintedRow } from "../sources/sheets";

const HUNAN = builtInPack("department-hunan");
if (!HUNAN) throw new Error("no pack department-hunan");
const OFFICIAL: PackFile = { ...HUNAN, authority: "official" };

const INVERTED = "在职人员控制率=（编制数/在职人员数）×100%。";
const MILDER = STAFF_STANDARD.replace("0.5", "0.1");

function scored(book: WorkbookSnapshot, options: Partial<ReviewOptions> = {}): WorkbookSnapshot {
  const { pack = null } = options;
  return applyPlan(
    book,
    planFor({ book, review: reviewedBy(book, options) }, { lang: "zh", fillBlank: false, pack }).plan,
  );
}

const table = (row: Partial<PrintedRow>): WorkbookSnapshot => departmentBook([{ ...STAFF, score: 5, ...row }]);

/** The list in the sheet 规则: its title, and the rows as [indicator, cell, printed, official, what judges]. */
function listed(book: WorkbookSnapshot): {
  readonly title: string;
  readonly rows: readonly (readonly unknown[])[];
} | null {
  const cells = book.sheets.find(({ name }) => name === "规则")?.cells ?? [];
  const value = (row: number, column: number): unknown =>
    cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
  const title = cells.find((cell) => typeof cell.value === "string" && cell.value.startsWith("与规定或通行规则不同"));
  if (!title) return null;
  const rows: (readonly unknown[])[] = [];
  for (let row = title.row + 2; value(row, 0) !== null; row++)
    rows.push([value(row, 0), value(row, 1), value(row, 3), value(row, 4), value(row, 5)]);
  return { title: typeof title.value === "string" ? title.value : "", rows };
}

const NAME = "投入／在职人员控制率";

describe("[M29] the sheet 规则 lists where the table departs from what is official or usual", () => {
  it("an official pack: definition and standard, neither of which judges as printed", () => {
    const book = table({ definition: INVERTED, standard: MILDER });
    const found = listed(scored(book, { pack: OFFICIAL }));
    expect(found?.title).toBe("与规定或通行规则不同之处：2 处，其中 2 处不以表中所印为准");
    expect(found?.rows.map(([name, cell, printed]) => [name, cell, printed]).sort()).toEqual(
      [
        [NAME, "E3", MILDER],
        [NAME, "F3", INVERTED.replace(/。$/, "")],
      ].sort(),
    );
    expect(found?.rows.every(([, , , , judge]) => String(judge).startsWith("以规定为准："))).toBe(true);
  });

  it("a usual pack: the print judges, which is said with the pack's name", () => {
    const found = listed(scored(table({ standard: MILDER }), { pack: HUNAN }));
    expect(found?.title).toBe("与规定或通行规则不同之处：1 处");
    const [row] = found?.rows ?? [];
    expect(row?.slice(0, 3)).toEqual([NAME, "E3", MILDER]);
    expect(String(row?.[3])).toContain("每超过一个百分点扣0.5分");
    expect(row?.[4]).toMatch(/^以表中所印为准；.*为通行规则，仅供核实$/);
    expect(row?.[4]).toContain(HUNAN.title.zh);
  });

  it("with no choice made, a definition turned over beside the framework's", () => {
    const copy = scored(table({ definition: INVERTED }));
    const found = listed(copy);
    expect(found?.rows.map((row) => row.slice(0, 2))).toEqual([[NAME, "F3"]]);
    expect(String(found?.rows[0]?.[3])).toMatch(/在职人员数.*编制数/);
    expect(String(found?.rows[0]?.[4])).toContain("财预〔2013〕53号");
    // Telling is no choosing: the copy is judged as the workbook was.
    const [before, after] = [reviewedBy(table({ definition: INVERTED })), reviewedBy(copy)];
    expect([after.pack, after.settingSources]).toEqual([before.pack, before.settingSources]);
  });

  it("a named template", () => {
    const template = departmentBook([{ ...STAFF, standard: STAFF_STANDARD, mark: 5 }]);
    const found = listed(scored(table({ standard: "视情况酌情扣分。", mark: 6 }), { template }));
    expect(found?.rows.map((row) => row[4])).toEqual(Array(2).fill("以规定为准：复核人指定的模板"));
  });

  it("nothing differs: no list, and no sheet for it", () => {
    const copy = scored(table({ standard: STAFF_STANDARD }));
    expect([listed(copy), copy.sheets.map(({ name }) => name)]).toEqual([null, ["自评表", "基础数据", "核验记录"]]);
  });

  it("run again nothing changes; mended, the list is emptied and its name goes; clean takes out all", () => {
    const copy = scored(table({ standard: MILDER }), { pack: HUNAN });
    const again = planReview(copy, reviewedBy(copy), { lang: "zh" });
    expect(again.plan.steps).toEqual([]);
    const mended = scored(withCells(copy, "自评表", new Map([["E3", STAFF_STANDARD]])));
    expect(listed(mended)).toBeNull();
    expect(mended.names.map(({ name }) => name)).not.toContain("_pinghe.sheet.differences");
    expect(readOurs(mended).rules?.reviewerPack?.id).toBe("department-hunan");
    const clean = applyPlan(copy, planClean(copy));
    expect([clean.sheets.map(({ name }) => name), clean.names]).toEqual([["自评表"], []]);
  });

  it("what a reviewer chooses later goes into the rows above, and the list stays below them", () => {
    const book = table({ definition: INVERTED });
    const first = scored(book);
    const inputs = new Map([["在职人员数", ratio(69)]]);
    const next = scored(first, { pack: HUNAN, settings: { partialSteps: "started" }, inputs });
    const rules = readOurs(next).rules;
    expect(rules?.reviewerPack?.id).toBe("department-hunan");
    expect(rules?.reviewerSettings.map(({ value }) => value)).toEqual(["不足一步按一步"]);
    expect(listed(next)?.rows.map((row) => row[1])).toEqual(["F3"]);
  });

  it("a row that a person wrote below the settings is left where it is", () => {
    const first = scored(table({ standard: STAFF_STANDARD }), { pack: HUNAN });
    const noted = withCells(first, "规则", new Map([["A22", "本局会议确定"], ["A40", "附注"]])); // prettier-ignore
    const next = scored(withCells(noted, "自评表", new Map([["E3", MILDER]])));
    const kept = next.sheets.find(({ name }) => name === "规则")?.cells.filter(({ column }) => column === 0);
    expect(kept?.filter(({ value }) => value === "本局会议确定" || value === "附注")).toHaveLength(2);
    expect(listed(next)?.rows).toHaveLength(1);
  });
});
