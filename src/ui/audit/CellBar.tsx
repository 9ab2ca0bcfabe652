import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellGroup, CellShare } from "../../app/pane/cell-groups";
import { ShareBar, type FillProps } from "../common/ShareBar";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  headers: { fill: tokens.colorNeutralForeground3, "@media (forced-colors: active)": { fill: "GrayText" } },
  indicators: { fill: tokens.colorBrandBackground, "@media (forced-colors: active)": { fill: "CanvasText" } },
  figures: { fill: tokens.colorBrandBackgroundPressed, "@media (forced-colors: active)": { fill: "GrayText" } },
  words: { fill: tokens.colorBrandStroke2, "@media (forced-colors: active)": { fill: "CanvasText" } },
  unused: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: "1px",
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  notUnderstood: {
    fill: tokens.colorPaletteRedBackground3,
    "@media (forced-colors: active)": { fill: "Highlight" },
  },
});

/** A pixel of ground between two parts tells them apart without their colours. */
const GAP = 0.4;

function GroupFill({ of, ...place }: FillProps<CellGroup>) {
  const s = useStyles();
  return <rect {...place} y="0.5" height={place.height - 1} className={s[of]} />;
}

/** The filled cells by what they are, widest where most are; the legend says the same in words. */
export function CellBar({ shares }: { readonly shares: readonly CellShare[] }) {
  const w = useWords();
  const parts = shares.map(({ group, count, share }) => ({
    of: group,
    name: w.audit.cellGroups[group],
    amount: count,
    share,
  }));
  const label = w.led(w.audit.cells, w.list(parts.map(({ name, amount }) => `${name} ${amount}`)));
  return <ShareBar parts={parts} Fill={GroupFill} label={label} gap={GAP} />;
}
