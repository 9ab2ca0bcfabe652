/** An element of a small part, with its place in the source; reading is left to saxes. */
export interface XmlElement {
  readonly local: string;
  /** With its colon, or nothing. */
  readonly prefix: string;
  readonly namespace: string;
  /** By the name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By namespace and local name, for those with a prefix: `{namespace}local`. */
  readonly qualified: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** `<`, the character after the open tag, the `<` of the end tag, the character after the element. */
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly parent: XmlElement | null;
}
