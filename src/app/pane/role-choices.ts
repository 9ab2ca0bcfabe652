import type { FindingData } from "../../core/findings/catalogue";
import type { Finding } from "../../core/findings/finding";
import type { LedgerItem } from "../../core/model/account";
import type { ColumnRole, ScoringTable } from "../../core/model/scoring-table";
import type { Ledger } from "../../core/review.types";
import { SET_ASIDE, type CellRoleChoice } from "../../core/ours/cell-roles";
import {
  a1,
  columnName,
  isInside,
  parseA1,
  rectAt,
  shownAddress,
  type CellAddress,
  type CellPosition,
  type Rect,
} from "../../core/workbook/address";
import { unspaced } from "../../core/model/text";
import { scalarText } from "../../core/workbook/cell-content";
import { append } from "../../core/workbook/lists-by-key";
import type { SheetView } from "../../core/workbook/sheet-view";
import type { Reviewed } from "../review-workbook";

/** One cell of which a person may say what it is, and what it may be (SPEC Z13). */
export interface RoleChoice {
  /** Whether it is asked what the cells are, or which of several columns it is. */
  readonly asks: "what" | "which";
  /** The head as printed; the cell's address where it has none. Of several columns what each of them may be. */
  readonly label: string;
  readonly options: readonly RoleOption[];
}

export interface RoleOption {
  /** As forms print it, which is also how it is written into 规则; of several columns which one: E 年度指标值. */
  readonly as: string;
  readonly en: string;
  readonly said: CellRoleChoice;
}

type Fits = "numbers" | "words" | "both";
type Word = readonly [as: string, en: string, fits: Fits];

/** How a column of each role is headed, and what it holds. */
export const HEADS: Readonly<Partial<Record<ColumnRole, Word>>> = {
  target: ["年度指标值", "target", "both"],
  actual: ["实际完成值", "actual value", "both"],
  rate: ["完成率", "completion rate", "numbers"],
  fullMark: ["分值", "full mark", "numbers"],
  score: ["自评得分", "self score", "numbers"],
  reviewScore: ["复核分", "reviewed score", "numbers"],
  deduction: ["扣分", "deduction", "numbers"],
  unit: ["度量单位", "unit of measure", "words"],
  standard: ["评分标准", "standard", "words"],
  explanation: ["指标解释", "explanation", "words"],
  description: ["指标说明", "description", "words"],
  reason: ["扣分原因", "reason", "words"],
  evidence: ["佐证材料", "evidence", "words"],
  reviewOpinion: ["复核意见", "reviewer's opinion", "words"],
  remark: ["备注", "remark", "words"],
};
/** How the columns of names are headed, from the first level on. */
export const LEVEL_WORDS: readonly Word[] = [
  ["一级指标", "level 1", "words"],
  ["二级指标", "level 2", "words"],
  ["三级指标", "level 3", "words"],
  ["四级指标", "level 4", "words"],
];
const MONEY = { initialBudget: ["年初预算数", "initial budget"], budget: ["全年预算数", "budget"], executed: ["全年执行数", "executed amount"] } as const; // prettier-ignore

/** What a person may say of the cells that a finding names, or which of the columns that it names counts; nothing where the cell's place is known. */
export function roleFinder(
  { review }: Reviewed,
  views: ReadonlyMap<string, SheetView>,
): (finding: Finding) => readonly RoleChoice[] {
  const items = itemsByCell(review.ledger);
  return (finding) => {
    const { at } = finding;
    const view = at && views.get(at.sheet);
    if (finding.code === "ambiguous-header") return view ? columnChoice(view, finding.data.claim) : [];
    const found = at && items.get(shownAddress(at))?.find(({ item }) => isOf(item, finding));
    return view && found ? choicesAt({ view, ...found }) : [];
  };
}

/** Whether the choices are about the cell: a head that may be said to be something, or a cell that may be left aside. */
export const speakOf = (choices: readonly RoleChoice[], at: CellAddress): boolean =>
  choices.some(({ options }) =>
    options.some(({ said: { sheet, areas } }) => sheet === at.sheet && areas.some((area) => isInside(at, area))),
  );

type LedgerPlace = Pick<Place, "table" | "item">;

function itemsByCell({ tables, baseData }: Ledger): ReadonlyMap<string, readonly LedgerPlace[]> {
  const places = new Map<string, LedgerPlace[]>();
  const add = (sheet: string, table: ScoringTable | null, items: readonly LedgerItem[]): void => {
    for (const item of items) append(places, shownAddress({ sheet, ...item.at }), { table, item });
  };
  for (const { table, cells } of tables) add(table.sheet, table, cells.items);
  for (const { base, cells } of baseData) add(base.sheet, null, cells.items);
  return places;
}

function choicesAt(place: Place): readonly RoleChoice[] {
  const { item } = place;
  if (item.heads.length > 0) return item.heads.flatMap((head) => choiceOf(head.text, columnOptions(place, head.at)));
  const money = moneyHead(place);
  if (money) return choiceOf(scalarText(valueAt(place, money)), [...moneyOptions(place, money), ...asideOption(place)]);
  return choiceOf(a1(item.at), asideOption(place));
}

const isOf = ({ kind }: LedgerItem, { code }: Finding): boolean =>
  code === (kind === "columnUnused" ? "column-unused" : kind === "block" ? "block-not-understood" : "cell-not-understood"); // prettier-ignore

const choiceOf = (label: string, options: readonly RoleOption[]): readonly RoleChoice[] =>
  options.length === 0 ? [] : [{ asks: "what", label, options }];

/** Of several columns that claim one role the one that has it: the others are then known, and not used. */
function columnChoice(
  view: SheetView,
  { heads, role, level }: FindingData["ambiguous-header"]["claim"],
): readonly RoleChoice[] {
  const as = headWord(role, level);
  const places = heads.flatMap((cell) => parseA1(cell) ?? []);
  if (as === null || places.some((at) => typeof view.value(at.row, at.column) !== "string")) return [];
  const options = places.map((at): RoleOption => {
    const original = scalarText(view.value(at.row, at.column));
    const shown = `${columnName(at.column)} ${unspaced(original)}`;
    return { as: shown, en: shown, said: { sheet: view.sheet.name, areas: [rectAt(at)], as, original } };
  });
  return [{ asks: "which", label: as, options }];
}

function headWord(role: string, level: number | null): string | null {
  if (role === "level") return level === null ? null : `${"一二三四五六".charAt(level - 1)}级指标`;
  const words: Readonly<Record<string, readonly [as: string, ...others: string[]] | undefined>> = {
    ...HEADS,
    ...MONEY,
  };
  return words[role]?.[0] ?? null;
}

interface Place {
  readonly view: SheetView;
  readonly table: ScoringTable | null;
  readonly item: LedgerItem;
}

const valueAt = ({ view }: Place, { row, column }: CellPosition) => view.value(row, column);

function said({ view }: Place, areas: readonly Rect[], as: string): CellRoleChoice {
  const [first] = areas;
  const original = first ? scalarText(view.value(first.top, first.left)) : "";
  return { sheet: view.sheet.name, areas, as, original };
}

/** The columns that the table lacks and whose cells are of that kind, and that the column has nothing to do with scores. */
function columnOptions(place: Place, head: CellPosition): readonly RoleOption[] {
  const { item, view, table } = place;
  const own = item.free.filter(({ left, right }) => left <= head.column && right >= head.column);
  const column = own.map(({ top, bottom }) => ({ top, bottom, left: head.column, right: head.column }));
  const merge = view.mergeAt(head.row, head.column);
  // a head over several columns heads what is read, too
  const aside = merge && merge.right > merge.left ? column : [rectAt(head), ...column];
  const kinds = kindsIn(view, column);
  const known = new Set(table?.columns.map(({ role }) => role));
  const roles = (Object.entries(HEADS) as readonly (readonly [ColumnRole, Word])[]).filter(
    ([role, [, , fits]]) => !known.has(role) && (fits === "both" || kinds.includes(fits)),
  );
  const isText = typeof view.value(head.row, head.column) === "string";
  return [
    ...(isText ? roles.map(([, [as, en]]) => ({ as, en, said: said(place, [rectAt(head)], as) })) : []),
    { as: SET_ASIDE, en: "nothing to do with the scores", said: said(place, aside, SET_ASIDE) },
  ];
}

function kindsIn(view: SheetView, areas: readonly Rect[]): readonly Fits[] {
  const values = view.sheet.cells.filter((cell) => areas.some((area) => isInside(cell, area)));
  const numbers = values.filter(({ value }) => typeof value === "number").length;
  return [...(numbers > 0 ? (["numbers"] as const) : []), ...(numbers < values.length ? (["words"] as const) : [])];
}

const asideOption = (place: Place): readonly RoleOption[] =>
  place.item.free.length === 0
    ? []
    : [{ as: SET_ASIDE, en: "nothing to do with the scores", said: said(place, place.item.free, SET_ASIDE) }];

/** The words over a cell of the funding block that no column of it has. */
function moneyHead({ view, table, item }: Place): CellPosition | null {
  const block = table?.funding?.range;
  if (!block || !isInside(item.at, block)) return null;
  for (let row = item.at.row - 1; row >= block.top; row--) {
    const value = view.value(row, item.at.column);
    if (typeof value === "string" && value.trim() !== "") return { row, column: item.at.column };
  }
  return null;
}

const moneyOptions = (place: Place, head: CellPosition): readonly RoleOption[] =>
  Object.entries(MONEY).flatMap(([column, [as, en]]) =>
    place.table?.funding && column in place.table.funding.columns
      ? []
      : [{ as, en, said: said(place, [rectAt(head)], as) }],
  );
