import { MAIN_STRICT, RELATIONSHIPS, RELATIONSHIPS_STRICT } from "../xml/namespaces";
import { encodePart, type PartText } from "../xml/encoding";
import { appendEdits, applyEdits, attributeText, type Edit } from "../xml/edits";
import { partKey } from "../zip/directory";
import { relationshipsPart, relativeTarget, resolveTarget } from "../package/part-names";
import type { ReadBook } from "../read/read-book";
import { unreadable } from "../unreadable";
import type { XmlElement } from "../xml/xml-element";

const CONTENT_TYPES = "[Content_Types].xml";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A part that a plan adds, and its kind as relationships and content types name it. */
interface AddedPart {
  readonly part: string;
  readonly kind: "worksheet" | "styles";
  readonly relationshipId: string;
}

/** The changes of a package beyond its sheets: parts come and go, with their relationships and content types. */
export class PackagePatch {
  readonly changes = new Map<string, Uint8Array | null>();
  private readonly book: ReadBook;
  private readonly added: AddedPart[] = [];
  /** Parts that the workbook no longer points at. */
  private readonly dropped = new Set<string>();

  constructor(book: ReadBook) {
    this.book = book;
  }

  put(part: string, source: PartText, text: string): void {
    if (text !== source.text) this.changes.set(part, encodePart({ text, encoding: source.encoding }));
  }

  /** Adds a part beside the others of its kind; gives the id of its relationship. */
  add(kind: AddedPart["kind"], part: string, text: string): string {
    const ids = new Set([
      ...this.book.workbook.relationships.map(({ id }) => id),
      ...this.added.map((other) => other.relationshipId),
    ]);
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const relationshipId = `rId${number}`;
    this.added.push({ part, kind, relationshipId });
    this.changes.set(part, new TextEncoder().encode(text));
    return relationshipId;
  }

  /** A name that no part has, and that nothing promises: xl/worksheets/sheet4.xml. */
  freeSheetPart(): string {
    const folder = this.book.workbook.part.replace(/[^/]*$/, "");
    let number = this.book.workbook.sheets.length + 1;
    const name = (): string => `${folder}worksheets/sheet${number}.xml`;
    const promised = this.promisedParts();
    while (
      this.book.parts.archive.has(name()) ||
      promised.has(partKey(name())) ||
      this.added.some(({ part }) => part === name())
    )
      number++;
    return name();
  }

  /** Names that a content type or a relationship gives, whether there is such a part or not. */
  private promisedParts(): ReadonlySet<string> {
    const overrides = this.book.parts.tree(CONTENT_TYPES)?.root.children ?? [];
    return new Set([
      ...overrides.map((element) => partKey(element.attributes.get("PartName") ?? "")),
      ...this.book.workbook.relationships.map(({ target }) => partKey(target)),
    ]);
  }

  /** Takes a part out, with all that only it leads to. */
  drop(part: string): void {
    this.dropped.add(partKey(part));
  }

  dropCalculationChain(): void {
    const chain = this.book.workbook.relationships.find(({ type, external }) => type === "calcChain" && !external);
    if (chain) this.drop(chain.target);
  }

  finish(): ReadonlyMap<string, Uint8Array | null> {
    const gone = this.unreachableParts();
    for (const part of gone) this.changes.set(part, null);
    if (this.added.length > 0 || gone.size > 0) {
      this.patchRelationships();
      this.patchContentTypes(gone);
    }
    return this.changes;
  }

  private patchRelationships(): void {
    const { part, root } = this.book.workbook;
    const name = relationshipsPart(part);
    const found =
      this.book.parts.tree(name) ?? unreadable("not-a-workbook", `缺少 ${name}`, `the part ${name} is missing`);
    const removed = found.root.children.filter((element) => {
      const target = resolveTarget(part, element.attributes.get("Target") ?? "");
      return this.dropped.has(partKey(target)) || this.isStale(element, target);
    });
    const base = root.namespace === MAIN_STRICT ? RELATIONSHIPS_STRICT : RELATIONSHIPS;
    const texts = this.added.map(({ part: target, kind, relationshipId }) => {
      const attributes = attributeText([
        ["Id", relationshipId],
        ["Type", `${base}/${kind}`],
        ["Target", relativeTarget(part, target)],
      ]);
      return `<${found.root.prefix}Relationship${attributes}/>`;
    });
    this.put(name, found.source, editList(found.source.text, found.root, removed, texts));
  }

  /** A workbook has one styles part: a relationship to one that is not there gives way to that of the added one. */
  private isStale({ attributes }: XmlElement, target: string): boolean {
    const isStyles = (attributes.get("Type") ?? "").endsWith("/styles");
    return isStyles && this.added.some(({ kind }) => kind === "styles") && !this.book.parts.archive.has(target);
  }

  private patchContentTypes(gone: ReadonlySet<string>): void {
    const found =
      this.book.parts.tree(CONTENT_TYPES) ??
      unreadable("not-a-workbook", "缺少 [Content_Types].xml", "the content types are missing");
    // An Override for an added part may be left from a part that once was there.
    const keys = new Set([...gone, ...this.added.map(({ part }) => part)].map(partKey));
    const removed = found.root.children.filter(
      (element) => element.local === "Override" && keys.has(partKey(element.attributes.get("PartName") ?? "")),
    );
    const texts = this.added.map(({ part, kind }) => {
      const attributes = attributeText([
        ["PartName", `/${part}`],
        ["ContentType", `${SPREADSHEET}.${kind}+xml`],
      ]);
      return `<${found.root.prefix}Override${attributes}/>`;
    });
    this.put(CONTENT_TYPES, found.source, editList(found.source.text, found.root, removed, texts));
  }

  /** Parts that were reachable from the package's root, and are no longer. */
  private unreachableParts(): ReadonlySet<string> {
    if (this.dropped.size === 0) return new Set();
    const before = reach(this.book, new Set());
    const after = reach(this.book, this.dropped);
    const gone = [...before].filter((part) => !after.has(part));
    const withRelationships = gone.flatMap((part) => [part, relationshipsPart(part)]);
    return new Set(withRelationships.filter((part) => this.book.parts.archive.has(part)));
  }
}

/** All parts that can be reached without passing the dropped ones. */
function reach(book: ReadBook, dropped: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>([""]);
  for (const part of reached) {
    for (const { target, external } of book.parts.relationships(part)) {
      const name = book.parts.archive.nameOf(target);
      if (!external && name !== null && !dropped.has(partKey(name))) reached.add(name);
    }
  }
  reached.delete("");
  return reached;
}

/** A list with some items taken out and others put at its end. */
function editList(source: string, root: XmlElement, removed: readonly XmlElement[], added: readonly string[]): string {
  const removals = removed.map(({ start, end }): Edit => ({ start, end, text: "" }));
  return applyEdits(source, [...removals, ...appendEdits(source, root, added.join(""))]);
}
