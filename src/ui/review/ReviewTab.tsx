import { Button, makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { Checkmark16Filled, Circle16Regular, ArrowSync16Regular } from "@fluentui/react-icons";
import { useMemo, useRef, useState, type ReactElement } from "react";
import {
  byRisk,
  reviewColumns,
  reviewFigures,
  reviewLines,
  type ReviewLine,
  type ReviewState,
} from "../../app/pane/review-lines";
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
  number: {
    width: "42px",
    textAlign: "end",
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
    "@media (max-width: 300px)": { width: "34px" },
  },
  reviewed: {
    width: "52px",
    textAlign: "end",
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 300px)": { width: "42px" },
  },
  small: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  sign: { display: "flex", flexShrink: 0, color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  changed: { color: tokens.colorPaletteDarkOrangeForeground1 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  take: {
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
});

const SIGNS: Readonly<Record<ReviewState, ReactElement>> = {
  open: <Circle16Regular />,
  done: <Checkmark16Filled />,
  changed: <ArrowSync16Regular />,
};

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
          <div className={l.figures}>
            <Figure label={w.review.self} value={figures.self} note="" />
            <Figure
              label={w.review.soFar}
              value={figures.soFar}
              note={figures.grade ?? ""}
              title={w.review.soFarHint}
            />
            <Figure
              label={w.review.done(figures.done, figures.all)}
              value={`${figures.done}`}
              note={`/ ${figures.all}`}
            />
          </div>
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
        <span className={mergeClasses(l.quiet, s.number)}>{w.review.columns.self}</span>
        <span className={mergeClasses(l.quiet, s.number)}>{w.review.columns.recomputed}</span>
        <span className={mergeClasses(l.quiet, s.reviewed)}>{w.review.columns.reviewed}</span>
      </div>
      {/* The keys are those of the rows inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className={s.list} onKeyDown={moveAmongRows}>
        {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
        {lines.slice(from, to).map((line, index) => (
          <li
            key={line.key}
            className={mergeClasses(line.key === open && l.openRow)}
            aria-setsize={lines.length}
            aria-posinset={from + index + 1}
          >
            <button
              type="button"
              data-row={line.key}
              tabIndex={line.key === open || (open === null && from + index === 0) ? 0 : -1}
              className={l.line}
              aria-expanded={line.key === open}
              onClick={() => openLine(line.key === open ? undefined : line)}
            >
              <span
                className={mergeClasses(s.sign, line.state === "done" && s.done, line.state === "changed" && s.changed)}
                role="img"
                aria-label={w.review.state[line.state]}
              >
                {SIGNS[line.state]}
              </span>
              <span className={l.cut}>{line.line.name}</span>
              <span className={s.number}>{line.line.score ?? w.figures.none}</span>
              <span className={mergeClasses(s.number, line.line.state === "differing" && l.danger)}>
                {line.line.recomputed ?? w.figures.none}
              </span>
              <span className={s.reviewed}>{shownScore(line) ?? w.figures.none}</span>
            </button>
            {line.key === open && (
              <div className={l.openBody}>
                <OpenReview key={line.key} line={line} review={review} store={store} onNext={() => next(line.key)} />
              </div>
            )}
          </li>
        ))}
        {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
      </ul>
    </>
  );
}

const shownScore = ({ line: { opinion } }: ReviewLine): string | null =>
  opinion && opinion.present.score !== "" ? opinion.present.score : null;

function inOrder(lines: readonly ReviewLine[], keys: readonly string[]): readonly ReviewLine[] {
  const places = new Map(keys.map((key, index) => [key, index]));
  return [...lines].sort((a, b) => (places.get(a.key) ?? keys.length) - (places.get(b.key) ?? keys.length));
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly title?: string;
}

function Figure({ label, value, note, title }: FigureProps) {
  const l = useLayout();
  const s = useStyles();
  return (
    <div className={l.figure} {...(title === undefined ? {} : { title })}>
      <span className={l.figureLabel}>{label}</span>
      <span className={l.figureValue}>{value}</span> <span className={s.small}>{note}</span>
    </div>
  );
}
