import { nextTodo, type Todo } from "../../app/todo";
import type { CellAddress } from "../../core/workbook/address";
import { shownTable, type Section } from "../pane-state";
import type { PaneWork } from "./pane-work";

/** Moving about: nothing is changed but what is shown and selected. */
export function movingActions({ surroundings, dispatch, fail, getState }: PaneWork) {
  const reveal = async (at: CellAddress): Promise<void> => {
    dispatch({ do: "select", at });
    const shown = await surroundings.host.reveal(at);
    if (!shown.ok && shown.failure.kind !== "unsupported") fail(shown.failure);
  };
  /** Goes to the next thing of a list, after the cell where the user is, round and round. */
  async function toNext(isWanted: (todo: Todo) => boolean): Promise<Todo | null> {
    const todos = (shownTable(getState())?.todos ?? []).filter(isWanted);
    const todo = nextTodo(todos, getState().selected);
    if (todo) await reveal(todo.at);
    return todo;
  }
  return {
    section: (section: Section): void => dispatch({ do: "section", section }),
    table: (table: string): void => dispatch({ do: "table", table }),
    openFinding: (fingerprint: string | null): void => dispatch({ do: "open-finding", fingerprint }),
    deselect: (): void => dispatch({ do: "select", at: null }),
    dismissNotice: (): void => dispatch({ do: "notice", notice: null }),
    wantData: (labels: readonly string[]): void => dispatch({ do: "want", labels }),
    reveal,
    next: (): Promise<Todo | null> => toNext(() => true),
    nextOf: (kind: Todo["kind"]): Promise<Todo | null> => toNext((todo) => todo.kind === kind),
  };
}
