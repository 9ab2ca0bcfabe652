import { highest } from "../../../core/workbook/long-lists";
import type { CellStyle, FormatLook } from "../../../core/workbook/write-plan";
import { builtInFormatId } from "../package/number-formats";
import { cellFormats, customFormats, type Styles } from "../package/styles";
import { appendEdits, applyEdits, attributeEdits, type Edit } from "../xml/edits";
import { mainChild } from "../xml/parse-part";
import {
  dxfXml,
  fillXml,
  fontXml,
  formatXml,
  lookOf,
  numberFormatXml,
  thinBorderXml,
  type FormatChange,
} from "./style-xml";
import { NEEDED, ORDER, styleList, type ListName, type StyleList } from "./style-list";

/** Styles are only appended, never changed: every index that a cell holds keeps its meaning (SPEC X9). */
export class StylesDraft {
  readonly styles: Styles;
  private readonly prefix: string;
  private readonly lists = new Map<ListName, StyleList>();
  private readonly highestCellStyle: number;
  private isChanged = false;
  private readonly formatIds: Map<string, number>;
  private readonly derived = new Map<string, number>();

  /** `highestCellStyle` is the highest index that any cell names, whether the part has it or not. */
  constructor(styles: Styles, highestCellStyle: number) {
    this.styles = styles;
    this.highestCellStyle = highestCellStyle;
    this.prefix = styles.root.prefix;
    this.formatIds = new Map([...customFormats(styles.root)].map(([id, code]) => [code, id]));
  }

  /** The style index of a cell format like another one, with what the style names; `quoted` marks text that looks like a formula. */
  derive(base: number, style: CellStyle, quoted: boolean): number {
    const key = JSON.stringify([base, { ...style, like: null, reset: null }, quoted]);
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const index = this.makeFormat(base, style, quoted);
    this.derived.set(key, index);
    return index;
  }

  /** The index of the look of a conditional format. */
  look(look: FormatLook): number {
    return this.append(this.list("dxfs"), dxfXml(this.prefix, look));
  }

  /** The look behind an index; null where a plan can not say it. */
  lookAt(index: number): FormatLook | null {
    const element = this.list("dxfs").existing[index];
    return element ? lookOf(element) : null;
  }

  get count(): number {
    return cellFormats(this.styles.root).length;
  }

  /** The part with all that was appended; null where nothing was. */
  text(): string | null {
    if (!this.isChanged) return null;
    const { source, root } = this.styles;
    for (const name of Object.keys(NEEDED) as (keyof typeof NEEDED)[]) this.list(name);
    const inOrder = [...this.lists.values()]
      .filter(({ added }) => added.length > 0)
      .sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
    if (root.children.length > 0)
      return applyEdits(
        source.text,
        inOrder.flatMap((list) => this.listEdits(list)),
      );
    // Nothing stands there yet: the lists go between the tags of the root, which may be one tag.
    return applyEdits(
      source.text,
      appendEdits(source.text, root, inOrder.map((list) => this.wholeList(list)).join("")),
    );
  }

  private makeFormat(base: number, style: CellStyle, quoted: boolean): number {
    const list = this.list("cellXfs");
    const { prefix: p } = this;
    const source = this.styles.source.text;
    const own = list.existing[base];
    const attributes: Record<string, string | null> = {};
    if (style.numberFormat !== undefined) {
      attributes.numFmtId = String(this.numberFormat(style.numberFormat));
      attributes.applyNumberFormat = "1";
    }
    if (style.bold !== undefined || style.fontColor !== undefined) {
      const fonts = this.list("fonts");
      const font = fonts.existing[Number(own?.attributes.get("fontId") ?? 0)];
      attributes.fontId = String(this.append(fonts, fontXml(p, source, font, style)));
      attributes.applyFont = "1";
    }
    if (style.fill !== undefined) {
      attributes.fillId = String(this.append(this.list("fills"), fillXml(p, style.fill)));
      attributes.applyFill = "1";
    }
    if (style.border !== undefined) {
      attributes.borderId = String(this.append(this.list("borders"), thinBorderXml(p)));
      attributes.applyBorder = "1";
    }
    if (quoted) attributes.quotePrefix = "1";
    const change: FormatChange = { attributes, ...layoutChange(style, attributes) };
    const changes = [change.attributes, change.alignment, change.protection].some(
      (part) => Object.keys(part).length > 0,
    );
    return changes ? this.append(list, formatXml(p, source, own, change)) : base;
  }

  private numberFormat(code: string): number {
    if (/^general$/i.test(code)) return 0;
    const known = this.formatIds.get(code) ?? builtInFormatId(code);
    if (known !== undefined) return known;
    const id = highest([163, ...this.formatIds.values()]) + 1;
    this.formatIds.set(code, id);
    this.append(this.list("numFmts"), numberFormatXml(this.prefix, id, code));
    return id;
  }

  private list(name: ListName): StyleList {
    let list = this.lists.get(name);
    if (!list) {
      list = styleList(this.styles, name, this.highestCellStyle);
      this.lists.set(name, list);
    }
    return list;
  }

  private append(list: StyleList, text: string): number {
    const known = list.byText.get(text);
    if (known !== undefined) return known;
    const index = list.existing.length + list.added.length;
    this.isChanged = true;
    list.added.push(text);
    list.byText.set(text, index);
    return index;
  }

  private listEdits(list: StyleList): Edit[] {
    const { name, existing, added } = list;
    const { root, source } = this.styles;
    const element = mainChild(root, name);
    if (element && element.closeStart !== element.end) {
      const count = String(existing.length + added.length);
      const counted = element.attributes.has("count") ? attributeEdits(source.text, element.start, { count }) : [];
      return [...counted, { start: element.closeStart, end: element.closeStart, text: added.join("") }];
    }
    const text = this.wholeList(list);
    if (element) return [{ start: element.start, end: element.end, text }];
    const before = new Set(ORDER.slice(0, ORDER.indexOf(name)));
    const at = root.children.findLast((child) => before.has(child.local))?.end ?? root.openEnd;
    return [{ start: at, end: at, text }];
  }

  private wholeList({ name, existing, added }: StyleList): string {
    const { prefix: p } = this;
    return `<${p}${name} count="${existing.length + added.length}">${added.join("")}</${p}${name}>`;
  }
}

/** Alignment and protection that a style names, and the attributes that make them count. */
function layoutChange(style: CellStyle, attributes: Record<string, string | null>): Omit<FormatChange, "attributes"> {
  const alignment: Record<string, string> = {};
  const protection: Record<string, string> = {};
  if (style.horizontal !== undefined) alignment.horizontal = style.horizontal;
  if (style.wrap !== undefined) alignment.wrapText = style.wrap ? "1" : "0";
  if (style.locked !== undefined) protection.locked = style.locked ? "1" : "0";
  if (Object.keys(alignment).length > 0) attributes.applyAlignment = "1";
  if (Object.keys(protection).length > 0) attributes.applyProtection = "1";
  return { alignment, protection };
}
