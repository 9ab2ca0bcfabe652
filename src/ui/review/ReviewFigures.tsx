import { makeStyles, tokens } from "@fluentui/react-components";
import type { reviewFigures } from "../../app/pane/review-lines";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  small: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

/** 自评, what the review comes to so far, and how much of it is done. */
export function ReviewFigures({ figures }: { readonly figures: ReturnType<typeof reviewFigures> }) {
  const l = useLayout();
  const w = useWords();
  return (
    <div className={l.figures}>
      <Figure label={w.review.self} value={figures.self} note="" />
      <Figure label={w.review.soFar} value={figures.soFar} note={figures.grade ?? ""} title={w.review.soFarHint} />
      <Figure label={w.review.done(figures.done, figures.all)} value={`${figures.done}`} note={`/ ${figures.all}`} />
    </div>
  );
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
