import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Fact } from "../../app/pane/queue-item";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  fact: {
    flexShrink: 0,
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  wrong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
  plain: { color: "inherit" },
});

/** A row's fact as figures: 4 → 0, 7/8 −1. `plain`: on a coloured ground. */
export function FactText({ fact, plain = false }: { readonly fact: Fact; readonly plain?: boolean }) {
  const s = useStyles();
  const w = useWords();
  const [quiet, strong, isWrong] = partsOf(fact, w.queue.blank, w.marks);
  if (quiet === "" && strong === "") return null;
  return (
    <span className={mergeClasses(s.fact, plain && s.plain)}>
      {quiet} <span className={plain ? undefined : isWrong ? s.wrong : s.strong}>{strong}</span>
    </span>
  );
}

function partsOf(fact: Fact, blank: string, marks: (marks: string) => string): readonly [string, string, boolean] {
  switch (fact.is) {
    case "change":
      return [`${fact.from} →`, fact.to, true];
    case "blank":
      return [blank, fact.full === null ? "" : `/${fact.full}`, false];
    case "deducted":
      return [`${fact.score}/${fact.full}`, `−${fact.by}`, false];
    case "marks":
      return [marks(fact.marks), "", false];
    case "unequal":
      return [`${fact.stored} ≠`, fact.due, true];
    case "none":
      return ["", "", false];
  }
}
