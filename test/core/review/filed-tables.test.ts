import { a1 } from "../../../src/core/workbook/address";
import { severityOf } from "../../../src/core/findings/catalogue";
import { review } from "../../../src/core/review";
import { gridBook } from "../../support/grid";
import { columns, indicators, levels, totals } from "../table/reading";
import { department } from "./filed/department";
import { project } from "./filed/project";
import { crowded } from "./filed/crowded";
import { unusual } from "./filed/unusual";
import type { FiledTable } from "./filed/filed-table";

/** Whole tables as units file them, made up for these tests; expectations were written before the reader saw them. */
describe.each([
  ["部门整体", department],
  ["项目、政策、专项债", project],
  ["不常见的版式", unusual],
  ["多栏多块", crowded],
] as const)("%s", (_, tables) => {
  it.each(tables.map((each) => [each.title, each] as const))("[R] [C] %s", (_title, filed) => {
    const { tables: read, findings } = review(gridBook(filed.rows, filed.options));
    const said = findings.filter((each) => severityOf(each.code) !== "info");
    const [table] = read.map((each) => each.table);
    const listed = read.map((each) => indicators(each.table));
    expect({
      indicators: isNested(filed) ? listed : listed.flat(),
      findings: said.map((each) => `${each.code} ${each.at ? a1(each.at) : "-"}`).sort(),
      ...(filed.levels && table ? { levels: levels(table) } : {}),
      ...(filed.totals && table ? { totals: totals(table) } : {}),
    }).toEqual({
      indicators: filed.indicators,
      findings: [...filed.findings].sort(),
      ...(filed.levels ? { levels: filed.levels } : {}),
      ...(filed.totals ? { totals: filed.totals } : {}),
    });
    if (table) expect(columns(table)).toMatchObject(filed.columns ?? {});
    if (table) expect(table).toMatchObject(filed.facts ?? {});
  });
});

const isNested = (filed: FiledTable): boolean => Array.isArray(filed.indicators[0]);
