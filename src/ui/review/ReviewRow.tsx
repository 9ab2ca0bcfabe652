import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSync16Regular, Checkmark16Filled, Circle16Regular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import type { ReviewLine, ReviewState } from "../../app/pane/review-lines";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { useReviewColumns } from "./review-columns-styles";

const useStyles = makeStyles({
  sign: { display: "flex", flexShrink: 0, color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  changed: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

const SIGNS: Readonly<Record<ReviewState, ReactElement>> = {
  open: <Circle16Regular />,
  done: <Checkmark16Filled />,
  changed: <ArrowSync16Regular />,
};

export interface ReviewRowProps {
  readonly line: ReviewLine;
  readonly isOpen: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
  /** Among all rows, from 1. */
  readonly position: number;
  readonly of: number;
  readonly onPress: () => void;
  /** What can be done about it, shown where it is open. */
  readonly children: ReactNode;
}

/** One indicator: its three scores, and whether it was reviewed. */
export function ReviewRow({ line, isOpen, isStop, position, of, onPress, children }: ReviewRowProps) {
  const l = useLayout();
  const s = useStyles();
  const c = useReviewColumns();
  const w = useWords();
  const { name, score, recomputed, state: mark } = line.line;
  return (
    <li className={mergeClasses(isOpen && l.openRow)} aria-setsize={of} aria-posinset={position}>
      <button
        type="button"
        data-row={line.key}
        tabIndex={isStop ? 0 : -1}
        className={l.line}
        aria-expanded={isOpen}
        onClick={onPress}
      >
        <span
          className={mergeClasses(s.sign, line.state === "done" && s.done, line.state === "changed" && s.changed)}
          role="img"
          aria-label={w.review.state[line.state]}
        >
          {SIGNS[line.state]}
        </span>
        <span className={l.cut}>{name}</span>
        <span className={c.number}>{score ?? w.figures.none}</span>
        <span className={mergeClasses(c.number, mark === "differing" && l.danger)}>{recomputed ?? w.figures.none}</span>
        <span className={c.reviewed}>{shownScore(line) ?? w.figures.none}</span>
      </button>
      {isOpen && <div className={l.openBody}>{children}</div>}
    </li>
  );
}

const shownScore = ({ line: { opinion } }: ReviewLine): string | null =>
  opinion && opinion.present.score !== "" ? opinion.present.score : null;
