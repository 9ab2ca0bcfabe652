import { isZip } from "../../app/file-kind";
import type { PaneChoices } from "../../app/pane/pane-choices";
import type { PaneHabits } from "../../app/pane/pane-memory";
import type { Settings } from "../../core/rules/setting-types";
import { isReadOnly, shownReview } from "../pane-state";
import type { PaneWork } from "./pane-work";
import type { Outcome } from "./outcome";

const RULES = { key: null, reviewing: null, cell: "规则" } as const;

/** What the person sets: habits for all workbooks, and what judges this one, which is kept in its sheet 规则 (SPEC U9). */
export function choosingActions(work: PaneWork) {
  const { surroundings, dispatch, fail, getState, keepChoices, reviewAgain, save, read } = work;
  const choose = (change: Partial<PaneChoices>): Promise<void> => {
    keepChoices({ ...getState().choices, ...change });
    return reviewAgain();
  };
  /** Where the workbook does not take the choice, as while 只读, it holds as long as the pane; a failure is told. */
  async function keepPack(id: string | null): Promise<void> {
    const kept = await save("rules", RULES, ({ planChoice, packChoiceOf }, shown) => {
      const pack = id === null ? "none" : packChoiceOf(id);
      return pack && planChoice(shown, { pack, settings: [] });
    });
    if (kept !== "done") return choose({ pack: id, userPack: null });
    keepChoices({ ...getState().choices, pack: null, userPack: null });
    await read();
    dispatch({ do: "notice", notice: { kind: "rules-kept" } });
  }
  return {
    habits: (habits: PaneHabits): void => {
      dispatch({ do: "habits", habits });
      surroundings.memory.saveHabits(habits);
    },
    /** A built-in pack, or none, whatever was written before. */
    choosePack: keepPack,
    /** Not asked again; 规则 says so. */
    declineOffers: async (): Promise<void> => {
      const declined = (shownReview(getState())?.rules.offers ?? []).map(({ pack }) => pack);
      const kept = await save("rules", RULES, ({ planChoice }, shown) =>
        planChoice(shown, { pack: null, settings: [], declined }),
      );
      if (kept === "done") await read();
    },
    chooseSetting: async (key: string, value: string): Promise<Outcome> => {
      const { takesSetting } = await surroundings.engine();
      if (!takesSetting(key, value)) return "refused";
      await choose({ settings: { ...getState().choices.settings, [key]: value.trim() } });
      if (isReadOnly(getState())) return "done";
      const kept = await save("rules", RULES, ({ planChoice }, shown) =>
        planChoice(shown, { pack: null, settings: [key as keyof Settings] }),
      );
      if (kept !== "done") return kept;
      const others = Object.entries(getState().choices.settings).filter(([other]) => other !== key);
      keepChoices({ ...getState().choices, settings: Object.fromEntries(others) });
      await read();
      return "done";
    },
    /** 只读 holds at once; where the workbook has a sheet 规则 it says so to the next reader too. */
    setReadOnly: async (readOnly: boolean): Promise<void> => {
      if (!readOnly) dispatch({ do: "readOnly", readOnly });
      await save("rules", RULES, ({ planReadOnly }, shown) => planReadOnly(shown, readOnly));
      dispatch({ do: "readOnly", readOnly });
    },
    /**
     * A pack of the person's own, YAML or a workbook: it judges at once and is kept whole in the sheet 规则 (SPEC M22). One with
     * faults is not taken, and each fault is told with its line or cell.
     */
    judgeByFile: async (file: string, bytes: Uint8Array): Promise<void> => {
      const { readPackBook, readPackFile } = await surroundings.engine();
      // A workbook is a zip archive, whatever its name.
      const book = isZip(bytes) ? await surroundings.readFile?.(bytes) : undefined;
      if (book && !book.ok) {
        fail(book.failure);
        return;
      }
      const { lang } = surroundings;
      const pack = book ? readPackBook(book.value, file, lang) : readPackFile(bytes, lang);
      if (!pack.ok) {
        dispatch({ do: "notice", notice: { kind: "file-refused", file, faults: pack.failure } });
        return;
      }
      const text = pack.value;
      await choose({ pack: null, userPack: { file, text } });
      const kept = await save("rules", RULES, ({ planChoice, userPackChoice }, shown) => {
        const choice = userPackChoice(text, lang);
        return choice && planChoice(shown, { pack: choice, settings: [] });
      });
      if (kept !== "done") return;
      await read();
      dispatch({ do: "notice", notice: { kind: "rules-kept" } });
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
