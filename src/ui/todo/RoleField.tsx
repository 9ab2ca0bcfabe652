import { Button, Dropdown, Field, Option } from "@fluentui/react-components";
import { useState } from "react";
import type { QueueItem } from "../../app/pane/queue-item";
import type { RoleChoice } from "../../app/pane/role-choices";
import { isEnter } from "../common/keys";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";

interface RoleFieldProps {
  readonly item: QueueItem;
  readonly store: PaneStore;
  readonly choices: readonly RoleChoice[];
  readonly onSaved: () => void;
  readonly save: string;
}

/** 这是： what a person says that a head or a cell is, or which column counts, kept in 规则; nothing is taken for granted. */
export default function RoleField({ item, store, choices, onSaved, save: saveText }: RoleFieldProps) {
  const l = useLayout();
  const w = useWords();
  const lang = useLanguage();
  const [picked, setPicked] = useState<readonly (string | null)[]>(choices.map(() => null));
  const [wanted, setWanted] = useState(false);
  const save = (): void => {
    const said = choices.flatMap(({ options }, i) => options.find(({ as }) => as === picked[i])?.said ?? []);
    if (said.length === 0) {
      setWanted(true);
      return;
    }
    void store.actions.sayRoles(item, said);
    onSaved();
  };
  const pick = (index: number, as: string | null): void => {
    setPicked(picked.map((before, i) => (i === index ? as : before)));
    setWanted(false);
  };
  const shown = ({ as, en }: RoleChoice["options"][number]): string =>
    lang === "zh" || en === as ? as : `${en} (${as})`;
  return (
    <>
      {choices.map(({ asks, label, options }, index) => (
        <Field
          key={label + String(index)}
          size="small"
          label={asks === "which" ? w.item.whichIs(label) : w.item.thisIs(label)}
          {...(wanted && index === 0
            ? {
                validationState: "error" as const,
                validationMessage: asks === "which" ? w.item.wantedColumn : w.item.wantedRole,
              }
            : {})}
        >
          <Dropdown
            className={l.fit}
            data-field
            // within the pane's own landmark, where a reader looks for it
            inlinePopup
            placeholder={w.item.chooseRole}
            onOptionSelect={(_, { optionValue }) => pick(index, optionValue ?? null)}
          >
            {options.map((option) => (
              <Option key={option.as} value={option.as}>
                {shown(option)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      ))}
      <div className={l.row}>
        <Button
          appearance="primary"
          onClick={save}
          onKeyDown={(event) => {
            if (isEnter(event)) {
              event.preventDefault();
              save();
            }
          }}
        >
          {saveText}
        </Button>
      </div>
    </>
  );
}
