import { Button, mergeClasses, Switch } from "@fluentui/react-components";
import type { PaneHabits } from "../../app/pane/pane-memory";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

export interface OptionsProps {
  readonly habits: PaneHabits;
  readonly onHabits: (habits: PaneHabits) => void;
  readonly onClose: () => void;
}

/** The person's own habits, kept for all workbooks on this machine. */
export default function Options({ habits, onHabits, onClose }: OptionsProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <section className={l.card} aria-label={w.preferences.title}>
      <h2 className={l.heading}>{w.preferences.title}</h2>
      <Switch
        label={w.preferences.reviewer}
        checked={habits.reviewer}
        onChange={(_, { checked }) => onHabits({ ...habits, reviewer: checked })}
      />
      <p className={mergeClasses(l.text, l.quiet)}>{w.preferences.reviewerHint}</p>
      <Switch
        label={w.preferences.follow}
        checked={habits.followSelection}
        onChange={(_, { checked }) => onHabits({ ...habits, followSelection: checked })}
      />
      <p className={mergeClasses(l.text, l.quiet)}>{w.preferences.privacy}</p>
      <div>
        <Button onClick={onClose}>{w.close}</Button>
      </div>
    </section>
  );
}
