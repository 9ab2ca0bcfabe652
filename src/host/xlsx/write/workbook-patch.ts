import { encodeText } from "../xml/characters";
import { applyEdits, attributeEdits, attributeText, type Edit } from "../xml/edits";
import { MAIN_STRICT, RELATIONSHIPS, RELATIONSHIPS_STRICT } from "../xml/namespaces";
import { mainChild, mainChildren } from "../xml/parse-part";
import type { BookDraft, NameDraft, SheetSlot } from "./book-draft";
import type { XmlElement } from "../xml/xml-element";

/** A sheet that the plan adds, with the numbers it gets in the package. */
export interface AddedSheet {
  readonly slot: SheetSlot;
  readonly relationshipId: string;
  readonly sheetId: number;
}

/** The workbook part with sheets, names and calculation as the plan leaves them. */
export function patchWorkbook(draft: BookDraft, added: readonly AddedSheet[], recalculate: boolean): string {
  const { source } = draft.book.workbook;
  return applyEdits(source.text, [
    ...sheetEdits(draft, added),
    ...viewEdits(draft),
    ...nameEdits(draft),
    ...(recalculate ? calculationEdits(draft) : []),
  ]);
}

/** The highest id that Excel takes for a sheet. */
const LAST_SHEET_ID = 65_534;

/** Gives ids to added sheets: those above all others, and the lowest free ones where there are none left above. */
export function sheetIds(draft: BookDraft): () => number {
  const taken = new Set(draft.slots.map(({ entry }) => Number(entry?.element.attributes.get("sheetId"))));
  let highest = 0;
  for (const id of taken) if (id > highest) highest = id;
  let lowest = 1;
  return () => {
    if (highest < LAST_SHEET_ID) return ++highest;
    while (taken.has(lowest)) lowest++;
    taken.add(lowest);
    return lowest;
  };
}

function sheetEdits(draft: BookDraft, added: readonly AddedSheet[]): Edit[] {
  const { root } = draft.book.workbook;
  const list = mainChild(root, "sheets");
  const first = list?.children[0];
  if (!list || !first) return [];
  const idName = [...first.attributes.keys()].find((name) => /^[^:]+:id$/.test(name)) ?? "r:id";
  // Some programs declare the prefix at each sheet only.
  const declaration = `xmlns:${idName.slice(0, -3)}`;
  const isDeclared = root.attributes.has(declaration) || list.attributes.has(declaration);
  const namespace = root.namespace === MAIN_STRICT ? RELATIONSHIPS_STRICT : RELATIONSHIPS;
  let at = list.openEnd;
  return draft.slots.flatMap((slot): Edit[] => {
    const element = slot.entry?.element;
    if (element) at = element.end;
    if (element) return slot.removed ? [{ start: element.start, end: element.end, text: "" }] : [];
    const numbers = added.find((sheet) => sheet.slot === slot);
    if (!numbers || slot.removed) return [];
    const attributes = attributeText([
      ["name", slot.name],
      ["sheetId", numbers.sheetId],
      [declaration, isDeclared ? undefined : namespace],
      [idName, numbers.relationshipId],
    ]);
    return [{ start: at, end: at, text: `<${first.prefix}sheet${attributes}/>` }];
  });
}

/** The place of each sheet that stays, before and after. */
function newPlaces(draft: BookDraft): Map<number, number> {
  const live = draft.liveSlots;
  const before = draft.slots.filter(({ entry }) => entry !== null);
  return new Map(before.map((slot, index) => [index, live.indexOf(slot)]));
}

/** The sheet that was in sight stays in sight; if it is gone, the first visible one is. */
function viewEdits(draft: BookDraft): Edit[] {
  const { root, source } = draft.book.workbook;
  const places = newPlaces(draft);
  const views = mainChild(root, "bookViews");
  const isSeen = ({ entry }: SheetSlot): boolean => (entry?.visibility ?? "visible") === "visible";
  const shown = draft.liveSlots.findIndex(isSeen);
  // Where all sheets were hidden, the one in sight is now the first of ours: Excel opens on no hidden sheet.
  if (shown > 0 && !draft.slots.some((slot) => slot.entry !== null && isSeen(slot))) return firstSight(draft, shown);
  return (views ? mainChildren(views, "workbookView") : []).flatMap((view) => {
    const moved = (name: string, present: boolean): string | null => {
      const place = places.get(Number(view.attributes.get(name) ?? 0));
      if (place === undefined) return view.attributes.get(name) ?? null;
      const wanted = place < 0 ? Math.max(0, shown) : place;
      return present || wanted > 0 ? String(wanted) : null;
    };
    const hasFirst = view.attributes.has("firstSheet");
    const firstSheet = hasFirst ? moved("firstSheet", true) : null;
    const activeTab = moved("activeTab", view.attributes.has("activeTab"));
    return attributeEdits(source.text, view.start, { activeTab, firstSheet });
  });
}

function firstSight(draft: BookDraft, shown: number): Edit[] {
  const { root, source } = draft.book.workbook;
  const views = mainChild(root, "bookViews");
  const [view] = views ? mainChildren(views, "workbookView") : [];
  if (view) return attributeEdits(source.text, view.start, { activeTab: String(shown), firstSheet: String(shown) });
  const start = mainChild(root, "sheets")?.start ?? root.openEnd;
  const { prefix: p } = root;
  const text = `<${p}bookViews><${p}workbookView firstSheet="${shown}" activeTab="${shown}"/></${p}bookViews>`;
  return [{ start: views?.start ?? start, end: views?.end ?? start, text }];
}

function nameEdits(draft: BookDraft): Edit[] {
  const { root, source, prefix } = { ...draft.book.workbook, prefix: draft.book.workbook.root.prefix };
  const list = mainChild(root, "definedNames");
  const live = draft.liveSlots;
  const isLive = ({ removed, scope }: NameDraft): boolean => !removed && !scope?.removed;
  const added = draft.names.filter((name) => name.element === null && isLive(name)).sort(byName);
  const kept = draft.names.filter((name) => name.element !== null && isLive(name));
  if (list && kept.length + added.length === 0) return [{ start: list.start, end: list.end, text: "" }];
  const text = (name: NameDraft): string => nameXml(prefix, name, live);
  const edits = draft.names.flatMap((name) => changedName(source.text, name, live, isLive(name)));
  if (added.length === 0) return edits;
  if (list && list.closeStart !== list.end) {
    // Excel keeps names in alphabetical order: each new one goes before the first that follows it.
    const inserts = added.map((name): Edit => {
      const next = kept.find((other) => byName(other, name) > 0)?.element;
      return { start: next?.start ?? list.closeStart, end: next?.start ?? list.closeStart, text: text(name) };
    });
    return [...edits, ...inserts];
  }
  const before = list ?? lastOf(root, ["externalReferences", "functionGroups", "sheets"]);
  const whole = `<${prefix}definedNames>${added.map(text).join("")}</${prefix}definedNames>`;
  return [...edits, { start: list?.start ?? before.end, end: before.end, text: whole }];
}

const byName = (a: NameDraft, b: NameDraft): number => {
  const [one, other] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
};

function nameXml(p: string, { name, scope, refersTo, hidden }: NameDraft, live: readonly SheetSlot[]): string {
  const attributes = attributeText([
    ["name", name],
    ["localSheetId", scope ? live.indexOf(scope) : undefined],
    ["hidden", hidden ? 1 : undefined],
  ]);
  return `<${p}definedName${attributes}>${encodeText(refersTo)}</${p}definedName>`;
}

/** What of a name's element has to change: all of it, its text, its sheet's number, or nothing. */
function changedName(source: string, name: NameDraft, live: readonly SheetSlot[], stays: boolean): Edit[] {
  const { element } = name;
  if (!element) return [];
  if (!stays) return [{ start: element.start, end: element.end, text: "" }];
  const localSheetId = name.scope ? String(live.indexOf(name.scope)) : (element.attributes.get("localSheetId") ?? null);
  const wasHidden = element.attributes.get("hidden");
  const hidden = name.hidden
    ? wasHidden === "true"
      ? wasHidden
      : "1"
    : wasHidden === "0" || wasHidden === "false"
      ? wasHidden
      : null;
  const edits = attributeEdits(source, element.start, { localSheetId, hidden });
  const text = encodeText(name.refersTo);
  const changed = element.text !== name.refersTo && text !== source.slice(element.openEnd, element.closeStart);
  return changed ? [...edits, { start: element.openEnd, end: element.closeStart, text }] : edits;
}

/** Excel calculates everything anew when it opens the file. */
function calculationEdits(draft: BookDraft): Edit[] {
  const { root, source } = draft.book.workbook;
  const element = mainChild(root, "calcPr");
  if (element) {
    const now = element.attributes.get("fullCalcOnLoad");
    return now === "1" || now === "true" ? [] : attributeEdits(source.text, element.start, { fullCalcOnLoad: "1" });
  }
  const at = lastOf(root, ["definedNames", "externalReferences", "functionGroups", "sheets"]).end;
  return [{ start: at, end: at, text: `<${root.prefix}calcPr calcId="0" fullCalcOnLoad="1"/>` }];
}

/** The last of these children that is there. */
const lastOf = (root: XmlElement, names: readonly string[]): XmlElement =>
  names.map((name) => mainChild(root, name)).find((element) => element !== null) ?? root;
