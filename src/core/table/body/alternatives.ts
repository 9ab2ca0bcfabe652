import { a1, type CellPosition } from "../../workbook/address";
import { append } from "../../workbook/lists-by-key";
import { textOf } from "../cells/sheet-grid";
import type { TableLayout } from "../header/table-layout";
import { readName } from "../words/name-text";
import { sumExact, type Exact } from "../../model/exact";
import { unspaced } from "../../model/text";
import type { Indicator, Level, StatedNumber, TableCell, TotalRow } from "../../model/scoring-table";

/** 二者择其一, 任选其一, 选填其一, 两项选一项, 三选一: one of these indicators is scored. */
const CHOICE =
  /([两二三四2-4])者(?:之中|中)?(?:任)?[选择]其?一|(?:任|可)[选择](?:其中)?其?(?:一|1)[项个]?|([两二三四2-4])[项个]?(?:指标)?(?:中|之中)?(?:任)?[选择]其?(?:一|1)[项个]?|[选择](?:填|做|报)?其(?:中)?(?:之)?一|(?:任|选)[选填](?:其中)?(?:一|1)[项个]|(?:只|仅|从中)(?:需|须|能|可)?(?:选择?|择|填报?|报|评价?|考核|计分?|取)(?:取|填|报)?(?:其中)?的?(?:一|1)[项个]|[选择](?:取|择)?其中的?(?:一|1)[项个]|择一(?:考核|计分|评价|评分|填报|填写|选填|设置|即可)/;
const COUNT: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, "2": 2, "3": 3, "4": 4 };

/** What the body came to, as far as the choice between indicators can be seen in it. */
export interface ChosenFrom {
  readonly indicators: readonly Indicator[];
  readonly levels: readonly Level[];
  readonly totalRows: readonly TotalRow[];
  /** What stands above and below the table: 注：经济效益、社会效益任选其一填报. */
  readonly notes: readonly ChoiceNote[];
}

/** A text around the table that speaks of a choice between its indicators. */
export interface ChoiceNote {
  readonly at: CellPosition;
  readonly text: string;
}

/** The indicators with the marks that they share, and notes of a choice by which nothing was shared. */
export interface Alternatives {
  readonly indicators: readonly Indicator[];
  readonly open: readonly OpenChoice[];
}

/** `names`: of the indicators that the note means; empty where it names none. */
export interface OpenChoice extends ChoiceNote {
  readonly names: readonly string[];
}

/** A note on a table stands so many rows from it at most. */
const NEAR = 30;

/** Texts around the table, and lines of one cell within it, that speak of a choice between its indicators. */
export function choiceNotes({ grid, header, left, right }: TableLayout, end: number): readonly ChoiceNote[] {
  const isNote = (row: number): boolean => row < header.top || row > end || grid.cellsIn(row).length === 1;
  const around = grid.rowsFrom(header.top - NEAR, end + NEAR).filter(isNote);
  const texts = around.flatMap((row) =>
    grid
      .cellsIn(row)
      .flatMap(({ column, value }) =>
        column >= left && column <= right ? { at: { row, column }, text: textOf(value) } : [],
      ),
  );
  return texts.filter(({ text }) => CHOICE.test(unspaced(text)));
}

/**
 * Indicators of which one is chosen have one mark between them, whether its cell is merged over them or not (SPEC R27).
 * The words alone may speak of options within one indicator, so that an unmerged mark is shared only where something
 * else bears it out: it stands once, one row alone is scored, or the level or the total counts it once.
 */
export function withAlternatives(found: ChosenFrom): Alternatives {
  const indicators = [...found.indicators];
  const shared = new Set<number>();
  const noted = found.notes.map((note): NotedChoice => ({ note, choices: notedChoices(note.text, found) }));
  for (const group of choicesIn(found, noted)) {
    const rows = group.flatMap((index) => indicators[index] ?? []);
    const first = rows[0];
    const mark = rows.find(({ fullMark }) => fullMark !== null)?.fullMark ?? markOfLevel(group, found);
    if (!first || !mark || rows.length < 2 || !sharesMark(rows, found)) continue;
    const score = scoreOf(rows);
    for (const [i, index] of group.entries()) {
      const each = indicators[index];
      if (!each) continue;
      const markGroup = first.markGroup ?? a1(mark.at);
      indicators[index] = { ...each, fullMark: i === 0 ? mark : null, markGroup, ...(score && { score, scoreGroup: a1(score.at) }) };
      shared.add(index);
    }
  }
  return { indicators, open: noted.flatMap((one) => openChoice(one, found, shared)) };
} // prettier-ignore

interface NotedChoice {
  readonly note: ChoiceNote;
  /** The indicators between which it lets one choose, by their places in the list. */
  readonly choices: readonly (readonly number[])[];
}

/** A note whose indicators share nothing: where it names none, only if it speaks of indicators at all. */
function openChoice(
  { note, choices }: NotedChoice,
  found: ChosenFrom,
  shared: ReadonlySet<number>,
): readonly OpenChoice[] {
  const meant = [...new Set(choices.flat())];
  if (meant.some((index) => shared.has(index)) || (meant.length === 0 && !note.text.includes("指标"))) return [];
  return [{ ...note, names: meant.flatMap((index) => found.indicators[index]?.path.at(-1) ?? []) }];
}

/** A mark beside the first of them may have been taken for that of their level, whose only rows they are. */
const markOfLevel = (group: readonly number[], { levels }: ChosenFrom): StatedNumber | null =>
  levels.find(({ members, statedMark }) => statedMark !== null && members.join() === group.join())?.statedMark ?? null;

/** The score of the one that was chosen is that of all; where none is scored yet, the first one's cell stands for them. */
function scoreOf(rows: readonly Indicator[]): TableCell | null {
  const scored = rows.filter(({ score }) => score?.stated);
  if (scored.length > 1) return null;
  const rest = rows.filter((row) => !scored.includes(row));
  return rest.every(hasBlankScore) ? ((scored[0] ?? rows[0])?.score ?? null) : null;
}

/** Neighbours below one parent that speak of a choice, or whose level does; as many as the words say. */
function choicesIn(found: ChosenFrom, noted: readonly NotedChoice[]): readonly (readonly number[])[] {
  const { indicators } = found;
  const ofLevels = [...levelChoices(found), ...noted.flatMap(({ choices }) => choices)];
  const taken = new Set(ofLevels.flat());
  const groups: number[][] = [];
  for (const [index, each] of indicators.entries()) {
    if (taken.has(index) || !speaksOfChoice(each, indicators[index + 1])) continue;
    const group = neighbours(indicators, index).filter((one) => !taken.has(one));
    for (const one of group) taken.add(one);
    groups.push(group);
  }
  return [...ofLevels, ...groups];
}

/** A level that says so chooses among its own; levels beside each other that say so, with one indicator each, among them. */
function levelChoices({ levels }: ChosenFrom): readonly (readonly number[])[] {
  const choosing = levels.filter(({ path }) => CHOICE.test(unspaced(path.at(-1) ?? "")));
  const single = choosing.filter(({ members }) => members.length === 1);
  const beside = byParent(single).map((group) => group.flatMap(({ members }) => members));
  return [...choosing.filter((level) => !single.includes(level)).map(({ members }) => members), ...beside];
}

function byParent(levels: readonly Level[]): readonly (readonly Level[])[] {
  const groups = new Map<string, Level[]>();
  for (const level of levels) append(groups, level.path.slice(0, -1).join("\n"), level);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** 注：经济效益、社会效益任选其一: the levels, else the indicators, that the clause names; of one level alone its own. */
function notedChoices(note: string, { indicators, levels }: ChosenFrom): readonly (readonly number[])[] {
  return unspaced(note).split(/[。；;]/).flatMap((clause) => {
    if (!CHOICE.test(clause)) return [];
    const named = levels.filter(({ path }) => path.length > 1 && clause.includes(readName(path.at(-1) ?? "").name.replace(/指标$/, "")));
    const beside = byParent(named).map((group) => group.flatMap(({ members }) => members));
    if (named.length > 0) return beside.length > 0 ? beside : named.map(({ members }) => members);
    return [indicators.flatMap(({ path }, index) => (clause.includes(path.at(-1) ?? "\n") ? [index] : []))];
  });
} // prettier-ignore

/** From the first that speaks of it: all that follow and do so too, else as many as the words count. */
function neighbours(indicators: readonly Indicator[], from: number): number[] {
  const parent = (index: number): string | null => indicators[index]?.path.slice(0, -1).join("\n") ?? null;
  const siblings: number[] = [];
  for (let i = from; parent(i) !== null && parent(i) === parent(from); i++) siblings.push(i);
  const speaking = siblings.findIndex(
    (i, at) => !speaksOfChoice(indicators[i], indicators[i + 1]) && !(at > 0 && isOther(indicators[i])),
  );
  const saying = speaking < 0 ? siblings : siblings.slice(0, speaking);
  if (saying.length > 1) return saying.slice(0, countIn(indicators[from]) ?? saying.length);
  return siblings.slice(0, countIn(indicators[from]) ?? 2);
}

const textsOf = (each: Indicator | undefined): readonly string[] =>
  [each?.path.at(-1), each?.standard?.text, each?.explanation?.text, each?.description?.text].flatMap((text) =>
    text === undefined ? [] : [unspaced(text)],
  );

const speaksOfChoice = (each: Indicator | undefined, next: Indicator | undefined): boolean =>
  textsOf(each).some((text) => CHOICE.test(text)) || isOther(next) || /或者?$/.test(nameIn(each));

/** 或：改建里程: another way to meet the indicator before it; 或有负债 is a name. */
const isOther = (each: Indicator | undefined): boolean => /^或(?:者|是)?[:：、,，]?(?!有)./.test(nameIn(each));

const nameIn = (each: Indicator | undefined): string => unspaced(each?.path.at(-1) ?? "");

function countIn(each: Indicator | undefined): number | null {
  const match = textsOf(each).flatMap((text) => CHOICE.exec(text) ?? []);
  const word = match.slice(1).find((part) => part in COUNT);
  return word === undefined ? null : (COUNT[word] ?? null);
}

function sharesMark(rows: readonly Indicator[], found: ChosenFrom): boolean {
  const marks = rows.flatMap(({ fullMark }) => (fullMark ? [fullMark.number] : []));
  const [one] = marks;
  if (!one) return true;
  if (marks.some((mark) => !mark.equals(one))) return false;
  if (marks.length === 1 || rows.every(({ markGroup }) => markGroup !== undefined)) return true;
  const scored = rows.filter(({ score }) => score?.stated);
  return (scored.length === 1 && rows.some(hasBlankScore)) || countsOnce(rows, one, found);
}

const hasBlankScore = ({ score }: Indicator): boolean =>
  score !== null && (score.raw === null || (typeof score.raw === "string" && NOT_CHOSEN.test(unspaced(score.raw))));

/** A row that was not chosen is left blank or struck out. */
const NOT_CHOSEN = /^[-—–/无]*$/;

/** The level above, or the total, is what the marks come to with this one counted once, and not otherwise. */
function countsOnce(rows: readonly Indicator[], mark: Exact, { indicators, levels, totalRows }: ChosenFrom): boolean {
  const extra = mark.mul(rows.length - 1);
  const within = levels.filter(({ statedMark, members }) => statedMark && rows.every((row) => members.includes(indicators.indexOf(row))));
  const stated = [
    ...within.map(({ statedMark, members }) => [statedMark, members.flatMap((index) => indicators[index] ?? [])] as const),
    ...totalRows.map(({ fullMark }) => [fullMark, indicators] as const),
  ];
  return stated.some(([whole, members]) => {
    const all = sumExact(members.flatMap(({ fullMark }) => fullMark?.number ?? []));
    return whole?.number.equals(all.sub(extra)) === true;
  });
} // prettier-ignore
