import { Field, Switch } from "@fluentui/react-components";
import type { PaneHabits } from "../../app/pane/pane-memory";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { PageFrame } from "../shell/PageFrame";
import { NewWorkbooks } from "../start/NewWorkbooks";
import type { NewWorkbook } from "../store/surroundings";

export interface OptionsPageProps {
  readonly habits: PaneHabits;
  readonly onHabits: (habits: PaneHabits) => void;
  readonly readOnly: boolean;
  readonly onReadOnly: (readOnly: boolean) => void;
  readonly onNew: ((what: NewWorkbook) => void) | null;
  readonly onBack: () => void;
}

/** Habits of the person, kept on this machine, and whether the pane may write. */
export default function OptionsPage({ habits, onHabits, readOnly, onReadOnly, onNew, onBack }: OptionsPageProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <PageFrame title={w.preferences.title} onBack={onBack}>
      <div className={l.padded}>
        <Switch
          label={w.preferences.follow}
          checked={habits.followSelection}
          onChange={(_, { checked }) => onHabits({ ...habits, followSelection: checked })}
        />
        <Field hint={w.preferences.readOnlyHint}>
          <Switch
            label={w.preferences.readOnly}
            checked={readOnly}
            onChange={(_, { checked }) => onReadOnly(checked)}
          />
        </Field>
        {onNew && <NewWorkbooks onNew={onNew} />}
        <p className={l.text}>{w.preferences.privacy}</p>
      </div>
    </PageFrame>
  );
}
