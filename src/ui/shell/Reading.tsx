import { Button, ProgressBar, Skeleton, SkeletonItem } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { shownReview, type PaneState, type Progress } from "../pane-state";

export interface ReadingProps {
  readonly state: PaneState;
  readonly onCancel: () => void;
}

const SHOWN_AFTER_MS = 400;
/** So long without a sign from Excel, and the person is told that it may never answer. */
const UNANSWERED_AFTER_MS = 30_000;

/** Progress of work that takes longer than a moment, in words too (a bar is invisible in forced colours). */
export function Reading({ state: { phase, work }, onCancel }: ReadingProps) {
  const w = useWords();
  const isReading = phase.status === "reading" && !phase.keepsOrder;
  if (work?.kind === "saving") return <Unanswered key="saving" />;
  if (!isReading && !work) return null;
  const text = work ? { writing: w.writing, undoing: w.undoing, copying: w.clean.making }[work.kind] : w.reading;
  const progress = work ? work.progress : phase.status === "reading" ? phase.progress : null;
  return <Slow key={work?.kind ?? "reading"} text={text} progress={progress} onCancel={onCancel} />;
}

interface SlowProps {
  readonly text: string;
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

function Slow({ text, progress, onCancel }: SlowProps) {
  const l = useLayout();
  const w = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={l.padded}>
      <div className={l.row}>
        <span className={l.grow}>
          <span role="status">{text}</span>
          {progress && ` ${progress.done}/${progress.total}`}
        </span>
        <Button size="small" onClick={onCancel}>
          {w.cancel}
        </Button>
      </div>
      <Unanswered key={progress?.done ?? 0} />
      <ProgressBar aria-label={text} {...(progress ? { value: progress.done, max: progress.total } : {})} />
    </div>
  );
}

/** Each sign of progress begins the wait anew. */
function Unanswered() {
  const w = useWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), UNANSWERED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? <span role="alert">{w.unanswered}</span> : null;
}

/** The shape of the first screen, until there is one. */
export function Outline({ state }: { readonly state: PaneState }) {
  const l = useLayout();
  const w = useWords();
  if (shownReview(state) || state.phase.status !== "reading") return null;
  return (
    <Skeleton aria-label={w.reading} className={l.padded}>
      <SkeletonItem size={36} />
      <SkeletonItem size={12} />
      <SkeletonItem size={36} />
      {[1, 2, 3, 4, 5].map((one) => (
        <SkeletonItem key={one} size={24} />
      ))}
    </Skeleton>
  );
}
