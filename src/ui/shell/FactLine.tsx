import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../common/layout";

const useStyles = makeStyles({
  line: { display: "flex", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  warn: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

export interface FactLineProps {
  readonly icon: ReactElement;
  readonly title: string;
  readonly note?: string;
  readonly warns?: boolean;
}

/** One fact of a page that tells what will happen: a sign, the fact, and what it means. */
export function FactLine({ icon, title, note, warns = false }: FactLineProps) {
  const l = useLayout();
  const s = useStyles();
  return (
    <div className={s.line}>
      <span className={mergeClasses(s.icon, warns && s.warn)}>{icon}</span>
      <div className={l.grow}>
        <p className={l.text}>
          <strong>{title}</strong>
        </p>
        {note !== undefined && <p className={mergeClasses(l.text, l.quiet)}>{note}</p>}
      </div>
    </div>
  );
}
