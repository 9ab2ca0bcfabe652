import type { TextStore } from "../../src/app/pane/undo-journal";
import type { PaneEngine } from "../../src/ui/store/surroundings";
import { lastLanguage, rememberLanguage } from "../../src/taskpane/last-language";
import { localStore } from "../../src/ui/local-store";
import { createStartingPane, goOn, wasBegun } from "../../src/taskpane/starting";

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
  it("keeps a press of 开始核验 for the pane that follows, where the browser stores nothing too", () => {
    const pane = startingOver(null);
    expect(wasBegun(pane)).toBe(false);
    void pane.actions.begin();
    expect(wasBegun(pane)).toBe(true);
    expect(pane.getState().phase.status).toBe("reading");
  });

  it("shows a person who knows the pane that it is reading", () => {
    const pane = startingOver(memoryStore({ "pinghe.habits": JSON.stringify({ welcomed: true }) }));
    expect(wasBegun(pane)).toBe(true);
    expect(pane.getState().phase.status).toBe("reading");
  });

  it("hands on the section that was chosen, and the review that was begun", () => {
    const starting = startingOver(null);
    const pane = startingOver(null);
    starting.actions.section("data");
    goOn(starting, pane);
    expect(pane.getState()).toMatchObject({ section: "data", phase: { status: "idle" } });
    void starting.actions.begin();
    goOn(starting, pane);
    expect(pane.getState()).toMatchObject({ section: "data", phase: { status: "reading" } });
  });

  it("hands on that the first page was skipped, also where the browser keeps nothing", () => {
    const store = localStore();
    startingOver(store).actions.skip();
    expect(startingOver(store).getState().habits.welcomed).toBe(true);
  });

  it("begins in the language that Office told last", () => {
    const store = memoryStore();
    rememberLanguage(store, "zh-CN");
    expect(lastLanguage(store)).toBe("zh");
    rememberLanguage(store, "de-DE");
    expect(lastLanguage(store)).toBe("en");
  });
});
