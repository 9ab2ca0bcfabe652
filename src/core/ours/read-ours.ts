import { keptWith } from "../workbook/kept-with";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readBaseSheet, type BaseSheet } from "./base-sheet";
import { readLinks, type LinkedCell } from "./linked-cells";
import { readOwnership, type Ownership } from "./ownership";
import { readRecord, type RecordSheet } from "./record-sheet";
import { readRulesSheet, type RulesSheet } from "./rules-sheet";
import { readTags, type Tag } from "./tags";

/** What Pinghe itself left in a workbook, as data. Reasons need a table too: see `reason-cells`. */
export interface Ours {
  readonly tags: readonly Tag[];
  /** Which sheets and cells are ours. */
  readonly ownership: Ownership;
  /** 基础数据; null where Pinghe has added none, "unreadable" where its header row was changed. */
  readonly base: BaseSheet | "unreadable" | null;
  /** 规则; null where Pinghe has added none. */
  readonly rules: RulesSheet | null;
  /** 核验记录; null where Pinghe has added none, "unreadable" where its header row was changed. */
  readonly record: RecordSheet | "unreadable" | null;
  /** The cells that a person chose for quantities, by the quantity's defined name in upper case. */
  readonly links: ReadonlyMap<string, LinkedCell>;
}

/**
 * What an earlier run left in the workbook. Each part is read when it is first asked for, and once. Kept by snapshot, since
 * a snapshot never changes and a review, its plan and the pane all ask for the same parts.
 */
export const readOurs = keptWith(oursOf);

function oursOf(book: WorkbookSnapshot): Ours {
  const tags = once(() => readTags(book));
  const ownership = once(() => readOwnership(tags()));
  const base = once(() => readBaseSheet(book, tags()));
  const rules = once(() => readRulesSheet(book, tags()));
  const record = once(() => readRecord(book, tags()));
  const links = once(() => readLinks(book, tags()));
  return {
    get tags() {
      return tags();
    },
    get ownership() {
      return ownership();
    },
    get base() {
      return base();
    },
    get rules() {
      return rules();
    },
    get record() {
      return record();
    },
    get links() {
      return links();
    },
  };
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: read() }).value;
}
