import { Button, makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import { byRisk, reviewColumns, reviewFigures, reviewLines, type ReviewLine } from "../../app/pane/review-lines";
import type { PaneReview } from "../../app/pane/pane-review";
import { moveAmongRows } from "../common/keys";
import { useMayWrite } from "../common/may-write";
import { useLayout } from "../common/layout";
import { useScrolled, windowOf } from "../common/window";
import { useWords } from "../i18n/words";
import { shownQueue, shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { OpenReview } from "./OpenReview";
import { ReviewColumns } from "./ReviewColumns";
import { useReviewColumns } from "./review-columns-styles";
import { ReviewFigures } from "./ReviewFigures";
import { ReviewRow } from "./ReviewRow";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  chips: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  head: { position: "sticky", top: 0, zIndex: 1 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  take: {
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
});

type Filter = "open" | "changed" | "unmended";

const isIn = ({ state, unmended }: ReviewLine, filter: Filter): boolean =>
  filter === "unmended" ? unmended : filter === "changed" ? state === "changed" : state !== "done";

export interface ReviewTabProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
}

/** A reviewer's work: every indicator beside what was recomputed, the riskiest first. */
export default function ReviewTab({ state, store, review }: ReviewTabProps) {
  const l = useLayout();
  const s = useStyles();
  const c = useReviewColumns();
  const w = useWords();
  const { actions } = store;
  const tables = shownTables(state);
  const all = useMemo(
    () => reviewLines(tables, shownQueue(state), review.round),
    // The lines follow from the review and the choice of table alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [review, state.table],
  );
  const [order, setOrder] = useState<"risk" | "table">("risk");
  // The order of the moment it was chosen: nothing moves while somebody works.
  const [ranked, setRanked] = useState(() => byRisk(all).map(({ key }) => key));
  const [filter, setFilter] = useState<Filter | null>(null);
  const arranged = order === "table" ? all : inOrder(all, ranked);
  const open = state.reviewing && `${state.reviewing.table}:${state.reviewing.index}`;
  const lines = arranged.filter((line) => filter === null || isIn(line, filter) || line.key === open);
  const mayWrite = useMayWrite();
  const figures = reviewFigures(all);
  const agreeing = all.filter((line) => line.agrees && line.state === "open");
  const list = useRef<HTMLUListElement>(null);
  const [top, height] = useScrolled(list, lines.length > 200);
  const heights = lines.map(({ key }) => (key === open ? 360 : 32));
  const { from, to, before, after } = windowOf(heights, top, height);
  const openLine = (line: ReviewLine | undefined): void =>
    actions.review(line ? { table: line.table, index: line.line.index } : null, line?.line.at ?? null);
  const next = (key: string): void => {
    const at = lines.findIndex((line) => line.key === key);
    openLine([...lines.slice(at + 1), ...lines.slice(0, at)].find(({ state: one }) => one !== "done"));
  };
  const takeAll = (): void =>
    void actions.opine(
      agreeing.map(({ table, line }) => ({
        table,
        index: line.index,
        score: line.score ?? "",
        words: w.review.batch,
        returned: false,
      })),
      w.tabs.review,
    );
  const chips = (["open", "changed", "unmended"] as const)
    .map((kind) => ({ kind, count: all.filter((line) => isIn(line, kind)).length }))
    .filter(({ kind, count }) => count > 0 || kind === filter);
  return (
    <>
      {open === null && (
        <div className={s.box}>
          <ReviewFigures figures={figures} />
          <ReviewColumns
            columns={reviewColumns(all)}
            onOpen={(key) => openLine(all.find((line) => line.key === key))}
          />
        </div>
      )}
      <div className={s.chips}>
        <ToggleButton
          size="small"
          shape="circular"
          checked={order === "risk"}
          onClick={() => {
            setOrder(order === "risk" ? "table" : "risk");
            setRanked(byRisk(all).map(({ key }) => key));
          }}
        >
          {w.review.orders.risk}
        </ToggleButton>
        {chips.map(({ kind, count }) => (
          <ToggleButton
            key={kind}
            size="small"
            shape="circular"
            checked={filter === kind}
            onClick={() => setFilter(filter === kind ? null : kind)}
          >
            {w.review.chips[kind]} {count}
          </ToggleButton>
        ))}
      </div>
      {open === null && (
        <div className={s.take}>
          {mayWrite && agreeing.length > 0 && (
            <Button appearance="primary" size="small" onClick={takeAll}>
              {w.review.takeAll(agreeing.length)}
            </Button>
          )}
          <Button size="small" onClick={() => actions.page("slip")}>
            {w.review.slip}
          </Button>
        </div>
      )}
      <div className={mergeClasses(l.head, s.head)}>
        <span className={mergeClasses(l.quiet, l.cut)} title={w.review.soFarHint}>
          {w.review.soFar} {figures.soFar} {figures.grade}
          {w.dot}
          {w.review.done(figures.done, figures.all)}
        </span>
        <span className={mergeClasses(l.quiet, c.number)}>{w.review.columns.self}</span>
        <span className={mergeClasses(l.quiet, c.number)}>{w.review.columns.recomputed}</span>
        <span className={mergeClasses(l.quiet, c.reviewed)}>{w.review.columns.reviewed}</span>
      </div>
      {/* The keys are those of the rows inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className={s.list} onKeyDown={moveAmongRows}>
        {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
        {lines.slice(from, to).map((line, index) => (
          <ReviewRow
            key={line.key}
            line={line}
            isOpen={line.key === open}
            isStop={line.key === open || (open === null && from + index === 0)}
            position={from + index + 1}
            of={lines.length}
            onPress={() => openLine(line.key === open ? undefined : line)}
          >
            <OpenReview line={line} review={review} store={store} onNext={() => next(line.key)} />
          </ReviewRow>
        ))}
        {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
      </ul>
    </>
  );
}

function inOrder(lines: readonly ReviewLine[], keys: readonly string[]): readonly ReviewLine[] {
  const places = new Map(keys.map((key, index) => [key, index]));
  return [...lines].sort((a, b) => (places.get(a.key) ?? keys.length) - (places.get(b.key) ?? keys.length));
}
