import { NO_CHOICES, type PaneChoices } from "./pane-choices";
import { attempt, parseJson, type TextStore } from "./undo-journal";

/** What the pane remembers: choices for each workbook, and habits of the person for all of them. */
export interface PaneMemory {
  readonly choices: PaneChoices;
  readonly habits: PaneHabits;
  saveChoices(choices: PaneChoices): void;
  saveHabits(habits: PaneHabits): void;
}

export type Tab = "todo" | "data" | "review" | "audit";

export const TABS: readonly Tab[] = ["todo", "data", "review", "audit"];

export interface PaneHabits {
  /** The tab used last. */
  readonly tab: Tab;
  readonly followSelection: boolean;
}

export const NEW_PERSON: PaneHabits = { tab: "todo", followSelection: true };

const HABITS_KEY = "pinghe.habits";

/** `workbook` null: choices last as long as the pane. */
export function createPaneMemory(store: TextStore | null, workbook: string | null): PaneMemory {
  const choicesKey = workbook === null ? null : `pinghe.choices.${workbook}`;
  const save = (key: string, value: unknown): void => {
    attempt(() => store?.setItem(key, JSON.stringify(value)));
  };
  return {
    choices: choicesKey === null ? NO_CHOICES : readChoices(load(store, choicesKey)),
    habits: readHabits(load(store, HABITS_KEY)),
    saveChoices(choices) {
      if (choicesKey !== null) save(choicesKey, choices);
    },
    saveHabits: (habits) => save(HABITS_KEY, habits),
  };
}

function load(store: TextStore | null, key: string): Readonly<Record<string, unknown>> {
  let text: string | null = null;
  attempt(() => (text = store?.getItem(key) ?? null));
  return record(parseJson(text));
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

/** `ownPack` is what 0.1.0 called `userPack`. */
const readChoices = ({
  inputs,
  pack,
  userPack,
  ownPack,
  settings,
}: Readonly<Record<string, unknown>>): PaneChoices => ({
  ...NO_CHOICES,
  inputs: texts(inputs),
  pack: typeof pack === "string" ? pack : null,
  userPack: readUserPack(record(userPack ?? ownPack)),
  settings: texts(settings),
});

const readUserPack = ({ file, text }: Readonly<Record<string, unknown>>): PaneChoices["userPack"] =>
  typeof file === "string" && typeof text === "string" ? { file, text } : null;

const texts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );

const readHabits = ({ tab, followSelection }: Readonly<Record<string, unknown>>): PaneHabits => ({
  tab: TABS.find((one) => one === tab) ?? "todo",
  followSelection: followSelection !== false,
});
