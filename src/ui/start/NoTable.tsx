import { mergeClasses } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { PaneReview } from "../../app/pane/pane-review";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";
import type { NewWorkbook } from "../store/surroundings";
import { NewWorkbooks } from "./NewWorkbooks";

const HeaderRow = lazy(() => import(/* webpackChunkName: "header-row" */ "./HeaderRow"));

export interface NoTableProps {
  readonly store: PaneStore;
  readonly review: PaneReview;
  readonly selected: CellAddress | null;
  readonly onNew: ((what: NewWorkbook) => void) | null;
}

/** A workbook without a scoring table: what was looked for and where, the way to tell its header, and a sample to look at. */
export function NoTable({ store, review, selected, onNew }: NoTableProps) {
  const l = useLayout();
  const w = useWords();
  const others = review.findings.filter(({ code }) => code !== "no-table" && code !== "role-given");
  return (
    <section className={l.padded}>
      <h2 className={l.heading}>{w.noTable.title}</h2>
      <p className={l.text}>{w.noTable.body}</p>
      <p className={mergeClasses(l.text, l.quiet)}>
        {w.noTable.seen(w.list(review.book.sheets.map(({ name }) => name)))}
      </p>
      {others.map(({ fingerprint, message }) => (
        <p key={fingerprint} className={l.text}>
          {message}
        </p>
      ))}
      {useMayWrite() && (
        <Suspense fallback={null}>
          <HeaderRow store={store} review={review} selected={selected} />
        </Suspense>
      )}
      {onNew && <NewWorkbooks onNew={onNew} />}
    </section>
  );
}
