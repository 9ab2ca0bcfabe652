import type { CellAddress, CellPosition, Rect } from "../../../core/workbook/address";
import type { CellWrite, PlanStep } from "../../../core/workbook/write-plan";
import type { StaleCell } from "../../port";
import { askRects, rangeOf, sizeOf } from "../read/areas";
import { BLANK_CELL, CellStates } from "./cell-states";
import { meets, stands, typed, typedAgain } from "./content";
import {
  asText,
  changesFormat,
  hides,
  impossibility,
  isUntouched,
  needsGeneral,
  readAs,
  scalarOf,
  wayBack,
  type Target,
} from "./cell-target";
import { slices } from "./cover";
import { SMALL, type Errand } from "../errands";
import { readFormer } from "./former";
import { hasNoFill, settable, styledLook } from "./look";
import { TargetRows } from "./target-rows";
import type { Objections, Outcome, Scene, StepRun } from "./step-run";

type PutCells = Extract<PlanStep, { do: "putCells" }>;

/** Cells that are put at once are cut into requests of about so many bytes. */
const SLICE_CELLS = 4_000;
const CELL_BYTES = 500;

/** Puts cells: contents, number formats and looks; all as rectangles that hold nothing else (SPEC H4). */
export class PutCellsRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: PutCells;
  private states = new CellStates();
  private readonly likes = new Map<string, CellStates>();
  private targets = new Map<string, Target>();
  private merges: () => readonly Rect[] = () => [];
  private rows = new TargetRows([]);

  constructor(step: PutCells) {
    this.step = step;
    this.sheets = [step.sheet, ...step.cells.flatMap(({ style }) => style?.like?.sheet ?? [])];
  }

  ask(scene: Scene): readonly Errand[] {
    const { sheet, cells } = this.step;
    this.states = new CellStates();
    // What a batch that broke off did to a cell, only its look may tell.
    if (scene.phase === "after") return this.states.ask(scene.sheet(sheet), cells, "looks");
    if (scene.phase === "put") return this.states.ask(scene.sheet(sheet), cells, "content");
    const likes = this.askLikes(scene);
    if (scene.isNew(sheet)) return likes;
    const styled = cells.filter(({ style, former }) => style !== undefined || former !== undefined);
    const plain = cells.filter(({ style, former }) => style === undefined && former === undefined);
    const proxy = scene.sheet(sheet);
    this.rows = new TargetRows(cells);
    const merges: Errand = {
      weight: SMALL,
      run: () => (this.merges = askRects(proxy.getUsedRangeOrNullObject().getMergedAreasOrNullObject())),
    };
    return [
      merges,
      ...this.rows.ask(proxy),
      ...likes,
      ...this.states.ask(proxy, styled, "looks"),
      ...this.states.ask(proxy, plain, "locks"),
    ];
  }

  askMore(scene: Scene): readonly Errand[] {
    return scene.phase === "before" ? this.rows.askMore(scene.sheet(this.step.sheet)) : [];
  }

  check(scene: Scene, objections: Objections): void {
    const { sheet, cells } = this.step;
    const merges = this.merges();
    const isProtected = scene.isProtected(sheet);
    this.targets = new Map(cells.map((write) => [key(write), this.target(write)]));
    for (const target of this.targets.values()) {
      const { write, before, put } = target;
      const at: CellAddress = { sheet, row: write.row, column: write.column };
      if (!meets(before.cell, write.expect))
        objections.differences.push({
          at,
          expected: scalarOf(write.expect),
          found: before.cell?.formula ?? before.cell?.value ?? null,
        });
      const locked = before.look?.protection?.locked ?? true;
      if (isProtected && (locked || write.style !== undefined)) objections.locked.push(at);
      const isCovered = write.content.type !== "blank" && merges.some((merge) => hides(merge, write));
      if (isCovered)
        objections.add({
          kind: "unsupported",
          what: { zh: "写入被合并单元格遮住的单元格", en: "writing into a cell that a merged cell hides" },
        });
      if (isProtected && needsGeneral(target)) {
        const text = asText(put);
        if (text === null) objections.add({ kind: "unsupported", what: NO_TEXT });
        else this.targets.set(key(write), { ...target, put: text });
      }
      const impossible = impossibility(write.content);
      if (impossible) objections.add(impossible);
    }
  }

  put(scene: Scene): readonly Errand[] {
    const targets = [...this.targets.values()];
    const sheet = scene.sheet(this.step.sheet);
    const each = (chosen: readonly Target[], bytes: number, put: (range: Excel.Range, rect: Rect) => void): Errand[] =>
      this.rows
        .cover(chosen.map(({ write }) => write))
        .flatMap((rect) => slices(rect, SLICE_CELLS))
        .map((rect) => ({ weight: sizeOf(rect) * bytes, run: () => put(rangeOf(sheet, rect), rect) }));
    const looks = targets.filter(({ look }) => look !== null);
    const isProtected = scene.isProtected(this.step.sheet);
    const formats = isProtected ? targets.filter(changesFormat) : targets;
    return [
      ...each(
        targets.filter(({ write }) => write.style?.reset),
        0,
        (range) => (range.style = "Normal"),
      ),
      ...each(isProtected ? [] : targets.filter(needsGeneral), 0, (range) => (range.numberFormat = "General" as never)),
      ...each(targets, CELL_BYTES, (range, rect) => (range.formulas = this.grid(rect, ({ put }) => put))),
      ...each(formats, 0, (range, rect) => (range.numberFormat = this.grid(rect, ({ format }) => format))),
      ...each(
        looks.filter(({ look }) => look !== null && hasNoFill(look)),
        0,
        (range) => range.format.fill.clear(),
      ),
      ...each(looks, CELL_BYTES, (range, rect) =>
        range.setCellProperties(this.grid(rect, ({ look }) => settable(look ?? {}))),
      ),
    ];
  }

  get inverse(): readonly PlanStep[] {
    return this.stepOf([...this.targets.values()].map(wayBack).reverse());
  }

  outcome(): Outcome {
    if (this.states.isMissing) return { inverse: [], left: [this.step], isAsPlanned: false, differences: [] };
    const undo: CellWrite[] = [];
    const left: CellWrite[] = [];
    const differences: StaleCell[] = [];
    let isAsPlanned = true;
    for (const target of this.targets.values()) {
      const { write, before, put, format } = target;
      const now = this.states.at(write.row, write.column);
      const { cell, format: formatNow } = now;
      const isPut = stands(cell, put);
      if (isPut && !isUntouched(before, now)) undo.unshift(wayBack(target));
      if (isPut && (put === "" || formatNow === format)) continue;
      isAsPlanned = false;
      if (isPut || stands(cell, typedAgain(before.cell))) left.push(write);
      else differences.push({ at: this.at(write), expected: readAs(put), found: cell?.formula ?? cell?.value ?? null });
    }
    return { inverse: this.stepOf(undo), left: this.stepOf(left), isAsPlanned, differences };
  }

  private stepOf(cells: readonly CellWrite[]): readonly PlanStep[] {
    return cells.length === 0 ? [] : [{ do: "putCells", sheet: this.step.sheet, cells }];
  }

  private at({ row, column }: CellPosition): CellAddress {
    return { sheet: this.step.sheet, row, column };
  }

  /** The cells whose looks are copied, by sheet. */
  private askLikes(scene: Scene): readonly Errand[] {
    const wanted = new Map<string, CellPosition[]>();
    for (const { style } of this.step.cells) {
      if (!style?.like || scene.isNew(style.like.sheet)) continue;
      const cells = wanted.get(style.like.sheet) ?? [];
      cells.push(style.like);
      wanted.set(style.like.sheet, cells);
    }
    return [...wanted].flatMap(([name, cells]) => {
      const states = new CellStates();
      this.likes.set(name, states);
      return states.ask(scene.sheet(name), cells, "looks");
    });
  }

  private target(write: CellWrite): Target {
    const { row, column, content, style = {} } = write;
    const before = this.states.at(row, column);
    const former = readFormer(write);
    if (former) return { write, before, ...former };
    const like = style.like && this.likes.get(style.like.sheet)?.at(style.like.row, style.like.column);
    const own = style.reset ? BLANK_CELL.format : before.format;
    const look = styledLook(like?.look ?? {}, style);
    return {
      write,
      before,
      put: typed(content),
      format: style.numberFormat ?? like?.format ?? own,
      look: Object.keys(look).length > 0 ? look : null,
    };
  }

  private grid<T>(rect: Rect, value: (target: Target) => T): T[][] {
    const rows: T[][] = [];
    for (let row = rect.top; row <= rect.bottom; row++) {
      const cells: T[] = [];
      for (let column = rect.left; column <= rect.right; column++) {
        const target = this.targets.get(key({ row, column }));
        if (!target) throw new RangeError(`no cell is planned at ${row},${column}`);
        cells.push(value(target));
      }
      rows.push(cells);
    }
    return rows;
  }
}

const NO_TEXT = {
  zh: "在受保护工作表中设为文本格式的单元格里写入数或公式",
  en: "a number or formula in a cell of a protected sheet that is formatted as text",
};

const key = ({ row, column }: CellPosition): string => `${row},${column}`;
