import { decodePart, type PartText } from "../xml/encoding";
import { parseXml } from "../xml/parse-part";
import { unreadable } from "../unreadable";
import type { Archive } from "../zip/archive";
import { relationshipsPart, resolveTarget } from "./part-names";
import type { XmlElement } from "../xml/xml-element";

/** A relationship from one part to another, or out of the package. */
export interface Relationship {
  readonly id: string;
  /** The last step of its type: "worksheet", "sharedStrings", "calcChain". */
  readonly type: string;
  /** The part's name; for an external target, what stands there. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of a workbook package and the ways between them. */
export class BookPackage {
  readonly archive: Archive;

  constructor(archive: Archive) {
    this.archive = archive;
  }

  /** The text of an XML part; null where the package has no such part. */
  text(part: string): PartText | null {
    const bytes = this.archive.bytes(part);
    return bytes && decodePart(bytes, part);
  }

  tree(part: string): { readonly source: PartText; readonly root: XmlElement } | null {
    const source = this.text(part);
    return source && { source, root: parseXml(source, part) };
  }

  /** The relationships of a part, or of the package itself (""); none where there is no such part. */
  relationships(part: string): readonly Relationship[] {
    const found = this.tree(relationshipsPart(part));
    if (!found) return [];
    return found.root.children
      .filter((element) => element.local === "Relationship")
      .map((element) => relationship(part, element));
  }

  /** The part of a kind that the relationships lead to; null where there is none. */
  related(relationships: readonly Relationship[], kind: string): string | null {
    const found = relationships.find(
      ({ type, external, target }) => type === kind && !external && this.archive.has(target),
    );
    return found?.target ?? null;
  }

  /** The workbook part; what the package holds instead is said in the failure. */
  workbookPart(): string {
    const main = this.relationships("").find(({ type }) => type === "officeDocument");
    if (!main || main.external) return this.refuse("没有工作簿部件", "no document");
    if (/\.bin$/i.test(main.target)) return unreadable("binary-xlsb", "二进制工作簿", "a binary workbook (.xlsb)");
    return this.archive.has(main.target)
      ? main.target
      : this.refuse(`缺少 ${main.target}`, `the part ${main.target} is missing`);
  }

  private refuse(zh: string, en: string): never {
    if (this.archive.has("mimetype"))
      unreadable("not-a-workbook", "是 OpenDocument 文件（.ods）", "an OpenDocument file");
    return unreadable("not-a-workbook", zh, en);
  }
}

function relationship(part: string, element: XmlElement): Relationship {
  const target = element.attributes.get("Target") ?? "";
  const external = element.attributes.get("TargetMode") === "External";
  return {
    id: element.attributes.get("Id") ?? "",
    type: (element.attributes.get("Type") ?? "").split("/").at(-1) ?? "",
    target: external ? target : resolveTarget(part, target),
    external,
  };
}
