import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import type { DataGroup } from "../../app/pane/data-rows";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { DataItem } from "./DataItem";
import type { DataRow } from "../../app/pane/data-row";
import type { Outcome } from "../store/outcome";

export interface DataSectionProps {
  readonly groups: readonly DataGroup[];
  /** How data was taken, where a person may want it otherwise. */
  readonly notes: readonly string[];
  /** Names that a finding asked for: the first of them that is missing gets the focus. */
  readonly wanted: readonly string[];
  readonly onFill: (row: DataRow, text: string) => Promise<Outcome>;
  readonly onReveal: (at: CellAddress) => void;
}

const useStyles = makeStyles({
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
  },
  head: {
    display: "flex",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rate: { fontWeight: tokens.fontWeightSemibold },
});

/** Every number and choice that the review needs, indicator by indicator, with the rate that comes of it. */
export default function DataSection({ groups, notes, wanted, onFill, onReveal }: DataSectionProps) {
  const l = useLayout();
  const w = useWords();
  const rows = groups.flatMap((group) => group.rows);
  // Asked for once: what is filled in later moves no focus.
  const [focus] = useState(() => rows.find((row) => isWanted(row, wanted))?.label ?? null);
  if (rows.length === 0) {
    return (
      <section className={l.card}>
        <p className={l.text}>{w.data.none}</p>
      </section>
    );
  }
  const needed = rows.filter(({ isNeeded }) => isNeeded);
  const missing = needed.filter(({ value }) => value === null).length;
  const severalSheets = new Set(groups.map(({ at }) => at.sheet)).size > 1;
  return (
    <div className={l.stack}>
      <h2 className={l.heading} aria-live="polite">
        {missing > 0 ? w.data.missing(missing, needed.length) : w.data.complete}
      </h2>
      {groups.map((group, index) => (
        <Fragment key={index}>
          {severalSheets && group.at.sheet !== groups[index - 1]?.at.sheet && (
            <h2 className={l.heading}>{group.at.sheet}</h2>
          )}
          <Group group={group} focus={focus} onFill={onFill} onReveal={onReveal} />
        </Fragment>
      ))}
      {notes.length > 0 && (
        <section className={l.card} aria-label={w.data.notes}>
          <h2 className={l.heading}>{w.data.notes}</h2>
          {notes.map((note, index) => (
            <p key={index} className={l.text}>
              {note}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

/** A finding names a quantity as its definition prints it; a row may add the indicator that uses it. */
const isWanted = ({ label, value }: DataRow, wanted: readonly string[]): boolean =>
  value === null && wanted.some((name) => plain(label).startsWith(plain(name)) || label.endsWith(`：${name}`));

const plain = (text: string): string => text.replace(/["'“”‘’\s]/g, "");

interface GroupProps extends Pick<DataSectionProps, "onFill" | "onReveal"> {
  readonly group: DataGroup;
  readonly focus: string | null;
}

function Group({ group, focus, onFill, onReveal }: GroupProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { name, cell, at, fullMark, rate, rows } = group;
  return (
    <section className={s.group} aria-label={name}>
      <div className={s.head}>
        <Link as="button" onClick={() => onReveal(at)} aria-label={w.goTo(`${cell} ${name}`)}>
          {cell}
        </Link>
        <h3 className={mergeClasses(l.subheading, l.grow)}>{name}</h3>
        <span className={mergeClasses(l.quiet, l.number)}>
          {rate !== null && <span className={s.rate}>{rate}&ensp;</span>}
          {fullMark !== null && w.marks(fullMark)}
        </span>
      </div>
      <ul className={l.plainList}>
        {rows.map((row) => (
          <DataItem key={row.label} row={row} isWanted={row.label === focus} onFill={onFill} onReveal={onReveal} />
        ))}
      </ul>
    </section>
  );
}
