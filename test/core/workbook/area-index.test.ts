import fc from "fast-check";
import { isInside, type Rect } from "../../../src/core/workbook/address";
import { AreaIndex } from "../../../src/core/workbook/area-index";

const area = (top: number, left: number, bottom: number, right: number): Rect => ({ top, left, bottom, right });

describe("the merged area that covers a cell", () => {
  it("its corners are in it, their neighbours are not", () => {
    const merges = [area(4, 0, 6, 2), area(0, 0, 1, 0), area(4, 3, 4, 9)];
    const index = new AreaIndex(merges);
    expect([index.at(4, 0), index.at(6, 2), index.at(5, 1)]).toEqual([merges[0], merges[0], merges[0]]);
    expect([index.at(3, 0), index.at(7, 0), index.at(6, 3), index.at(2, 0)]).toEqual([undefined, undefined, undefined, undefined]); // prettier-ignore
    expect([index.at(0, 0), index.at(4, 3), index.at(4, 9), index.at(4, 10)]).toEqual([merges[1], merges[2], merges[2], undefined]); // prettier-ignore
  });

  it("is the last in the list that covers it, for any list, also where they overlap", () => {
    const side = fc.nat(12);
    const rect = fc.tuple(side, side, side, side).map(([top, left, height, width]) => area(top, left, top + height, left + width)); // prettier-ignore
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 30 }), fc.nat(24), fc.nat(24), (merges, row, column) => {
        const expected = merges.findLast((merge) => isInside({ row, column }, merge));
        expect(new AreaIndex(merges).at(row, column)).toBe(expected);
      }),
    );
  });

  it("and the areas that meet another one are all that share a cell with it, in their order", () => {
    const side = fc.nat(12);
    const rect = fc.tuple(side, side, side, side).map(([top, left, height, width]) => area(top, left, top + height, left + width)); // prettier-ignore
    const cellsOf = ({ top, left, bottom, right }: Rect): string[] =>
      Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, i) => `${top + Math.floor(i / (right - left + 1))},${left + (i % (right - left + 1))}`); // prettier-ignore
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 30 }), rect, (areas, asked) => {
        const own = new Set(cellsOf(asked));
        const expected = areas.filter((one) => cellsOf(one).some((cell) => own.has(cell)));
        expect(new AreaIndex(areas).meeting(asked)).toEqual(expected);
      }),
    );
  });

  it("[X17] costs by the number of merges, not of cells: 200,000 that cover 3,000,000,000", () => {
    const merges = Array.from({ length: 200_000 }, (_, at) => area(at * 5, 0, at * 5 + 4, 2_999));
    const before = process.cpuUsage();
    const index = new AreaIndex(merges);
    let wrong = 0;
    for (let row = 0; row < 1_000_000; row += 7) if (index.at(row, 2_999) !== merges[Math.floor(row / 5)]) wrong++;
    const { user, system } = process.cpuUsage(before);
    expect(wrong).toBe(0);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
