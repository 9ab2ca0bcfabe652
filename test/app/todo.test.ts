import { nextTodo, type Todo, type TodoKind } from "../../src/app/todo";

const todo = (kind: TodoKind, row: number): Todo => ({
  kind,
  name: `第 ${row} 行`,
  at: { sheet: "自评表", row, column: 3 },
  marks: null,
  missing: [],
});

/** Without a score and without data: both in row 5; only data is missing in row 9. */
const TODOS = [todo("unscored", 5), todo("unscored", 7), todo("lacking", 5), todo("lacking", 9)];

describe("下一处", () => {
  it.each([
    [null, 5],
    [5, 7],
    [7, 9],
    [9, 5],
    [6, 5],
  ])("[U1] from row %s to row %s: a cell with two things to do is one stop, and nothing is left out", (here, next) => {
    const at = here === null ? null : { sheet: "自评表", row: here, column: 3 };
    expect(nextTodo(TODOS, at)?.at.row).toBe(next);
  });

  it("of nothing there is no next", () => {
    expect(nextTodo([], null)).toBeNull();
  });
});
