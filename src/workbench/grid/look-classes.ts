import type { Edge, Look } from "../../host/looks";
import type { CellEdges } from "./edges";
import { fontFamily, PADDING, pixels } from "./text-fit";

/**
 * One class for each look, each combination of edges and each column, in a style sheet that the page builds: an inline
 * style in every cell would cost a quarter more, and the page's policy forbids inline styles in its text.
 */
export class LookClasses {
  private readonly sheet: CSSStyleSheet;
  private readonly known = new Map<string, string>();
  private readonly looks = new Map<Look, string>();

  constructor(document: Document) {
    this.sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  remove(document: Document): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }

  look(look: Look): string {
    const known = this.looks.get(look);
    if (known !== undefined) return known;
    const name = this.named("l", lookRule(look));
    this.looks.set(look, name);
    return name;
  }

  edges(edges: CellEdges): string {
    return this.named("e", edgeRule(edges));
  }

  /** Place and width of a column. */
  column(left: number, width: number): string {
    return this.named("c", `left:${left}px;width:${width}px`);
  }

  private named(kind: string, rule: string): string {
    const known = this.known.get(kind + rule);
    if (known !== undefined) return known;
    const name = `ph-${kind}${this.known.size}`;
    this.known.set(kind + rule, name);
    this.sheet.insertRule(`.${name}{${rule}}`, this.sheet.cssRules.length);
    return name;
  }
}

/** Every value comes from our own resolved look; the font's name is the only text of the file, and is quoted as JSON. */
function lookRule(look: Look): string {
  const decoration = [look.underline && "underline", look.strike && "line-through"].filter(Boolean).join(" ");
  return [
    `font:${look.italic ? "italic " : ""}${look.bold ? "bold " : ""}${pixels(look.size)}px/1.3 ${fontFamily(look.font)}`,
    look.color && `color:${look.color}`,
    look.fill && `background-color:${look.fill}`,
    decoration && `text-decoration:${decoration}`,
    look.indent > 0 && `padding-left:${PADDING + look.indent * 9}px`,
  ]
    .filter(Boolean)
    .join(";");
}

const edgeRule = ({ left, right, top, bottom }: CellEdges): string =>
  [line("left", left), line("right", right), line("top", top), line("bottom", bottom)].filter(Boolean).join(";");

const line = (side: string, edge: Edge | null): string | null =>
  edge && `border-${side}:${edge.width}px ${edge.line} ${edge.color}`;
