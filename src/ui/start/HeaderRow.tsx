import { Button, Dropdown, Field, mergeClasses, Option } from "@fluentui/react-components";
import { useState } from "react";
import { headChoices, headsSaid, type HeadChoice } from "../../app/pane/header-choices";
import type { PaneReview } from "../../app/pane/pane-review";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";

interface HeaderRowProps {
  readonly store: PaneStore;
  readonly review: PaneReview;
  readonly selected: CellAddress | null;
}

interface Row {
  readonly at: CellAddress;
  readonly heads: readonly HeadChoice[];
}

/** 指定表头: the row that is selected in Excel is the header, and its heads are what the person says (SPEC Z14). */
export default function HeaderRow({ store, review, selected }: HeaderRowProps) {
  const l = useLayout();
  const w = useWords();
  const [row, setRow] = useState<Row | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (): void => {
    const heads = selected ? headChoices(review.book, selected) : [];
    const hasHeads = selected !== null && heads.length >= 2;
    setRow(hasHeads ? { at: selected, heads } : null);
    setRefused(hasHeads ? null : selected ? w.noTable.noHeads : w.noTable.headerHint);
  };
  return (
    <section className={l.tight} aria-label={w.noTable.header}>
      <h2 className={l.subheading}>{w.noTable.header}</h2>
      {row ? (
        <Heads
          key={`${row.at.sheet}!${row.at.row}`}
          row={row}
          onSave={(said) => store.actions.sayHeader(said)}
          onCancel={() => setRow(null)}
        />
      ) : (
        <>
          <p className={mergeClasses(l.text, l.quiet)} role={refused === null ? undefined : "alert"}>
            {refused ?? w.noTable.headerHint}
          </p>
          <div className={l.row}>
            <Button appearance="primary" onClick={take}>
              {w.noTable.takeRow}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface HeadsProps {
  readonly row: Row;
  readonly onSave: (said: NonNullable<ReturnType<typeof headsSaid>>) => unknown;
  readonly onCancel: () => void;
}

function Heads({ row: { at, heads }, onSave, onCancel }: HeadsProps) {
  const l = useLayout();
  const w = useWords();
  const [picked, setPicked] = useState<readonly (string | null)[]>(heads.map(({ proposed }) => proposed));
  const [wanted, setWanted] = useState(false);
  const save = (): void => {
    const said = headsSaid(heads, picked);
    setWanted(said === null);
    if (said) onSave(said);
  };
  const pick = (index: number, as: string): void =>
    setPicked(picked.map((before, i) => (i === index ? as || null : before)));
  return (
    <>
      <p className={l.text}>{w.noTable.row(at.sheet, at.row + 1)}</p>
      {heads.map((head, index) => (
        <Head key={head.cell} head={head} picked={picked[index] ?? null} onPick={(as) => pick(index, as)} />
      ))}
      {wanted && (
        <p className={mergeClasses(l.text, l.danger)} role="alert">
          {w.noTable.wanted}
        </p>
      )}
      <div className={l.row}>
        <Button appearance="primary" onClick={save}>
          {w.cell.save}
        </Button>
        <Button onClick={onCancel}>{w.cancel}</Button>
      </div>
    </>
  );
}

interface HeadProps {
  readonly head: HeadChoice;
  readonly picked: string | null;
  readonly onPick: (as: string) => void;
}

function Head({ head: { cell, label, options }, picked, onPick }: HeadProps) {
  const l = useLayout();
  const w = useWords();
  const lang = useLanguage();
  const shown = ({ as, en }: HeadChoice["options"][number]): string =>
    lang === "zh" || en === as ? as : `${en} (${as})`;
  const chosen = options.find(({ as }) => as === picked);
  return (
    <Field size="small" label={w.noTable.headIs(cell, label)}>
      <Dropdown
        className={l.fit}
        // within the pane's own landmark, where a reader looks for it
        inlinePopup
        value={chosen ? shown(chosen) : w.noTable.none}
        selectedOptions={[picked ?? ""]}
        onOptionSelect={(_, { optionValue }) => onPick(optionValue ?? "")}
      >
        <Option value="">{w.noTable.none}</Option>
        {options.map((option) => (
          <Option key={option.as} value={option.as}>
            {shown(option)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
