import { review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { rectA1 } from "../../../src/core/workbook/address";
import { bookOf, BUGS, REAL } from "./invariant/real-books";

/**
 * What a person is told of each public table that is kept here, by name: noise and gaps both show as a change of this list.
 * A table that is not named has nothing to tell.
 */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  "real/real-t11.xlsx": [
    "cell K9 unknownLabel", // 总体完成率（%） | 100: a rate of the whole, which nothing is compared with
    "columnUnused J12:J15 columnLost", // 单项指标完成情况 in words beside 单项指标实际完成值
  ],
  "real/real-t13.xlsx": ["columnUnused D3:D6 ignoredColumn"], // 评价等级
  "bugs/b19.xlsx": ["cell F5 wrongKind"], // the mark 10（含附加2分） says more than a number
  "bugs/b33.xlsx": ["columnUnused G4:G13 columnLost"], // a hidden 得分 beside the one that is seen
  "bugs/b49.xlsx": ["cell C4 wrongKind"], // 69人（含借调2人） is no number
};

const itemsOf = ({ ledger }: Review): readonly string[] =>
  [...ledger.tables, ...ledger.baseData].flatMap(({ cells }) => cells.items.map(({ kind, area, whys }) => `${kind} ${rectA1(area)} ${whys.join("、")}`)); // prettier-ignore

describe("[Z6] at most three things to tell of a public table, most have none", () => {
  it.each([...REAL, ...BUGS])("%s", async (file) => {
    expect(itemsOf(review(await bookOf(file)))).toEqual(TOLD[file] ?? []);
  });
});
