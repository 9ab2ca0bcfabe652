import { readOurs, type Ours } from "../../../src/core/ours/read-ours";
import type { DefinedName, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { sampleBook } from "../plan/sample";

const PARTS: readonly (keyof Ours)[] = ["tags", "ownership", "base", "rules", "record", "links"];

const SHEETS = sampleBook().sheets;
const NAMES: readonly DefinedName[] = [
  { name: "_pinghe.sheet.baseData", refersTo: "'自评表'!$A$1:$C$3", scope: null, hidden: true },
  { name: "_pinghe.link.编制数", refersTo: "'自评表'!$C$3", scope: null, hidden: true },
];

/** A workbook that counts how often its names are asked for. */
function countedBook(): { readonly book: WorkbookSnapshot; readonly asked: () => number } {
  let count = 0;
  const book: WorkbookSnapshot = {
    ...sampleBook(),
    get names() {
      count++;
      return NAMES;
    },
  };
  return { book, asked: () => count };
}

describe("what an earlier run left is read once", () => {
  it.each(PARTS)("[R18] %s is the same at every asking, and an equal workbook is read for itself", (part) => {
    const book: WorkbookSnapshot = { ...sampleBook(), sheets: SHEETS, names: NAMES };
    expect(readOurs(book)[part]).toBe(readOurs(book)[part]);
    const other = readOurs({ ...book, names: [] });
    expect(other.tags).toEqual([]);
    expect(other.base).toBeNull();
  });

  it("nothing is read before it is asked for, and the names once for all parts", () => {
    const { book, asked } = countedBook();
    const ours = readOurs(book);
    expect(asked()).toBe(0);
    expect(PARTS.map((part) => ours[part])).toHaveLength(PARTS.length);
    expect(asked()).toBe(1);
  });

  it("[P9] each part says what stands there: a base sheet without its headers, a linked cell with its label", () => {
    const ours = readOurs({ ...sampleBook(), names: NAMES });
    expect(ours.base).toBe("unreadable");
    expect(ours.record).toBeNull();
    expect(ours.rules).toBeNull();
    expect(ours.ownership.isOurSheet("自评表")).toBe(true);
    expect(ours.links.get("编制数")).toEqual({
      at: { sheet: "自评表", row: 2, column: 2 },
      value: 5,
      label: "在职人员控制率（5分）",
    });
  });
});
