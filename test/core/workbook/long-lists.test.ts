import { highest, lowest, pushAll } from "../../../src/core/workbook/long-lists";

const MANY = 300_000;

describe("[X17] lists whose length a file decides", () => {
  test.each<[string, readonly number[], number, number]>([
    ["none", [], -Infinity, Infinity],
    ["one", [3], 3, 3],
    ["in no order", [2, -7, 9, 0], 9, -7],
  ])("%s", (_, values, most, least) => expect([highest(values), lowest(values)]).toEqual([most, least]));

  it("three hundred thousand items are no matter, where a call takes none so long", () => {
    const values = Array.from({ length: MANY }, (_, i) => i);
    expect(() => Math.max(...values)).toThrow("Maximum call stack size exceeded");
    expect([highest(values), lowest(values)]).toEqual([MANY - 1, 0]);
    const list = [-1];
    pushAll(list, values);
    expect([list.length, list.at(-1)]).toEqual([MANY + 1, MANY - 1]);
  });
});
