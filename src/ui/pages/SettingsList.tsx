import { Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SettingLine } from "../../app/pane/rule-details";
import { CHOICE_LABELS } from "../../core/rules/setting-labels";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { Outcome } from "../store/outcome";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minHeight: "32px" },
  control: { width: "132px", flexShrink: 0, minWidth: 0 },
  error: { width: "100%", color: tokens.colorStatusDangerForeground1 },
});

export interface SettingsListProps {
  readonly settings: readonly SettingLine[];
  readonly onSetting: (key: string, value: string) => Promise<Outcome>;
}

/** What printed texts leave open, each with who set it; what is changed is kept in the sheet 规则 at once. */
export function SettingsList({ settings, onSetting }: SettingsListProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <section aria-label={w.rules.settings}>
      <h2 className={l.heading}>{w.rules.settings}</h2>
      {settings.map((setting) => (
        <Setting key={setting.key} setting={setting} onSetting={onSetting} />
      ))}
    </section>
  );
}

function Setting({
  setting,
  onSetting,
}: {
  readonly setting: SettingLine;
  readonly onSetting: SettingsListProps["onSetting"];
}) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
  const { key, label, value, source } = setting;
  // Null: nothing half typed, the value itself is shown.
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const choices = choicesOf(key);
  const put = async (): Promise<void> => {
    if (draft === null) return;
    const outcome = draft.trim() === value ? "done" : await onSetting(key, draft);
    setRefused(outcome === "refused");
    if (outcome === "done") setDraft(null);
  };
  return (
    <div className={mergeClasses(s.row, l.wrap)}>
      <span className={l.grow}>
        {label} <span className={l.quiet}>{w.rules.settingSources[source]}</span>
      </span>
      {choices ? (
        <Select
          size="small"
          className={s.control}
          aria-label={label}
          value={value}
          onChange={(_, { value: v }) => void onSetting(key, v)}
        >
          {choices.map((choice) => (
            <option key={choice.en}>{choice[lang]}</option>
          ))}
        </Select>
      ) : (
        <Input
          size="small"
          className={s.control}
          aria-label={label}
          value={draft ?? value}
          aria-invalid={refused}
          onChange={(_, { value: v }) => setDraft(v)}
          onBlur={() => void put()}
          onKeyDown={(event) => {
            if (event.key === "Enter") void put();
          }}
        />
      )}
      {refused && (
        <p role="alert" className={mergeClasses(l.text, l.quiet, s.error)}>
          {w.data.notANumber}
        </p>
      )}
    </div>
  );
}

/** The named choices of a setting; null where a number is typed. */
function choicesOf(key: string): readonly { readonly zh: string; readonly en: string }[] | null {
  if (!(key in CHOICE_LABELS)) return null;
  const labels: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
    CHOICE_LABELS[key as keyof typeof CHOICE_LABELS];
  return Object.values(labels);
}
