import type { TextStore } from "../../src/app/pane/undo-journal";
import type { PaneEngine } from "../../src/ui/store/surroundings";
import { lastLanguage, rememberLanguage } from "../../src/taskpane/last-language";
import { createStartingPane, goOn } from "../../src/taskpane/starting";

const memoryStore = (kept: Readonly<Record<string, string>> = {}): TextStore => {
  const texts = new Map(Object.entries(kept));
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
};

const never = (): Promise<PaneEngine> => new Promise(() => undefined);
const startingOver = (store: TextStore | null) => createStartingPane(store, "zh", { engine: never, openNew: null });

describe("the pane until Office is ready", () => {
  it("says that it is reading, since the pane reads at once when it opens", () => {
    expect(startingOver(null).getState().phase.status).toBe("reading");
  });

  it("hands on the tab that was chosen, also where the browser keeps nothing, and the pane that follows reads", () => {
    const starting = startingOver(null);
    const pane = startingOver(null);
    starting.actions.tab("data");
    goOn(starting, pane);
    expect(pane.getState()).toMatchObject({ tab: "data", phase: { status: "reading" } });
  });

  it("opens the tab that was used last", () => {
    const store = memoryStore();
    startingOver(store).actions.tab("data");
    expect(startingOver(store).getState().tab).toBe("data");
  });

  it("begins in the language that Office told last", () => {
    const store = memoryStore();
    rememberLanguage(store, "zh-CN");
    expect(lastLanguage(store)).toBe("zh");
    rememberLanguage(store, "de-DE");
    expect(lastLanguage(store)).toBe("en");
  });
});
