import { createUndoJournal, type TextStore, type UndoEntry } from "../../../src/app/pane/undo-journal";

/** One write, told apart by the sheet that its inverse takes away. */
const entry = (what: UndoEntry["what"], sheet: string): UndoEntry => ({
  what,
  inverse: { guards: [], steps: [{ do: "removeSheet", sheet }] },
});
const many = (what: UndoEntry["what"], count: number): readonly UndoEntry[] =>
  Array.from({ length: count }, (_, index) => entry(what, `${what} ${index + 1}`));
const named = (entries: readonly UndoEntry[]): readonly string[] =>
  entries.flatMap(({ inverse }) => inverse.steps.map((step) => ("sheet" in step ? step.sheet : "")));

/** A browser's store that holds at most so many characters a text. */
class SmallStore implements TextStore {
  readonly texts = new Map<string, string>();
  private readonly most: number;
  constructor(most = Number.POSITIVE_INFINITY) {
    this.most = most;
  }
  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.most) throw new Error("QuotaExceededError");
    this.texts.set(key, value);
  }
  removeItem(key: string): void {
    this.texts.delete(key);
  }
}

function kept(entries: readonly UndoEntry[], store: TextStore | null = new SmallStore()): readonly string[] {
  const journal = createUndoJournal(store, "heshan");
  for (const each of entries) journal.push(each);
  return named(journal.entries());
}

describe("[U7] what the pane can take back", () => {
  test.each([
    [9, "review 1"],
    [10, "review 1"],
    [11, "review 2"],
    [12, "review 3"],
  ])("of %i writes of the whole result the last ten stay, the oldest of them %s", (count, oldest) => {
    const left = kept(many("review", count));
    expect(left[0]).toBe(oldest);
    expect(left.at(-1)).toBe(`review ${count}`);
  });

  test.each([
    [49, "reason 1"],
    [50, "reason 1"],
    [51, "reason 2"],
  ])("of %i saves the last fifty stay, the oldest of them %s", (count, oldest) => {
    const left = kept(many("reason", count));
    expect(left[0]).toBe(oldest);
    expect(left.at(-1)).toBe(`reason ${count}`);
  });

  it("saves push no write out, nor writes a save, and what happened later stands later", () => {
    const left = kept([
      entry("review", "first write"),
      ...many("reason", 51),
      ...many("slip", 9),
      entry("data", "last"),
    ]);
    expect(left[0]).toBe("first write");
    expect(left.slice(-2)).toEqual(["slip 9", "last"]);
    expect(left).toHaveLength(1 + 50 + 9);
  });

  it("is there again after the pane was loaded anew, the newest last", () => {
    const store = new SmallStore();
    kept(many("reason", 3), store);
    expect(named(createUndoJournal(store, "heshan").entries())).toEqual(["reason 1", "reason 2", "reason 3"]);
    expect(createUndoJournal(store, "another workbook").entries()).toEqual([]);
  });

  it("forgets the oldest first where the browser's store is full", () => {
    const one = JSON.stringify(many("reason", 1)).length;
    const store = new SmallStore(3 * one);
    kept(many("reason", 4), store);
    const left = named(createUndoJournal(store, "heshan").entries());
    expect(left.at(-1)).toBe("reason 4");
    expect(left[0]).not.toBe("reason 1");
  });

  it("keeps the last one in memory where the browser stores nothing at all", () => {
    expect(kept(many("reason", 2), new SmallStore(0))).toEqual(["reason 2"]);
    expect(kept(many("reason", 2), null)).toEqual(["reason 1", "reason 2"]);
  });

  it("takes the newest off after it was undone, and leaves no empty list behind", () => {
    const store = new SmallStore();
    const journal = createUndoJournal(store, "heshan");
    journal.push(entry("reason", "a"));
    journal.push(entry("review", "b"));
    journal.pop();
    expect(named(journal.entries())).toEqual(["a"]);
    journal.pop();
    expect([journal.entries(), [...store.texts.keys()]]).toEqual([[], []]);
  });

  test.each([
    ["text that is no JSON", "{"],
    ["something that is no list", '{"what":"review"}'],
    ["an entry without a plan", '[{"what":"review"}]'],
    ["an entry with a plan without steps", '[{"what":"review","inverse":{}}]'],
    ["an entry that is null", "[null]"],
    ["a plan that is null", '[{"what":"review","inverse":null}]'],
  ])("takes %s in the store for no entry", (_, text) => {
    const store = new SmallStore();
    store.setItem("pinghe.undo.heshan", text);
    expect(createUndoJournal(store, "heshan").entries()).toEqual([]);
  });
});
