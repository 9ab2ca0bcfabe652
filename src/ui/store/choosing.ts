import type { PaneChoices } from "../../app/pane/pane-choices";
import type { PaneHabits } from "../../app/pane/pane-memory";
import type { PaneWork } from "./pane-work";
import type { Outcome } from "./outcome";

/** What the person sets: habits for all workbooks, and what judges this one. Every choice is reviewed at once. */
export function choosingActions({ surroundings, dispatch, fail, getState, keepChoices, reviewAgain }: PaneWork) {
  const choose = (change: Partial<PaneChoices>): Promise<void> => {
    keepChoices({ ...getState().choices, ...change });
    return reviewAgain();
  };
  return {
    choose,
    habits: (habits: PaneHabits): void => {
      dispatch({ do: "habits", habits });
      surroundings.memory.saveHabits(habits);
    },
    choosePack: (pack: string | null): Promise<void> => choose({ pack, userPack: null }),
    chooseSetting: async (key: string, value: string): Promise<Outcome> => {
      const { takesSetting } = await surroundings.engine();
      if (!takesSetting(key, value)) return "refused";
      await choose({ settings: { ...getState().choices.settings, [key]: value.trim() } });
      return "done";
    },
    /** A pack of the person's own; one with faults is not taken, and each fault is told with its line. */
    judgeByFile: async (file: string, bytes: Uint8Array): Promise<void> => {
      const { readPackFile } = await surroundings.engine();
      const read = readPackFile(bytes, surroundings.lang);
      if (read.ok) await choose({ pack: null, userPack: { file, text: read.value } });
      else dispatch({ do: "notice", notice: { kind: "file-refused", file, faults: read.failure } });
    },
    /** The official template, by which the table is judged and compared; it lasts as long as the pane. */
    judgeByTemplate: async (file: string, bytes: Uint8Array): Promise<void> => {
      const read = await surroundings.readFile?.(bytes);
      if (!read) return;
      if (!read.ok) {
        fail(read.failure);
        return;
      }
      const { hasTable } = await surroundings.engine();
      if (hasTable(read.value)) {
        dispatch({ do: "template", template: { file, book: read.value } });
        await reviewAgain();
      } else dispatch({ do: "notice", notice: { kind: "file-refused", file, faults: [] } });
    },
    dropTemplate: (): Promise<void> => {
      dispatch({ do: "template", template: null });
      return reviewAgain();
    },
  };
}
