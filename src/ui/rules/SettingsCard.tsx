import { Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { PackChoice } from "../../app/pane/packs";
import type { OfficialTemplate, PaneChoices } from "../../app/pane/pane-choices";
import type { SettingLine } from "../../app/pane/rule-details";
import { CHOICE_LABELS } from "../../core/rules/setting-labels";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import { RuleFiles, type FileActions } from "./RuleFiles";
import type { Outcome } from "../store/outcome";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minHeight: "32px" },
  control: { width: "132px", flexShrink: 0, minWidth: 0 },
  error: { width: "100%", color: tokens.colorStatusDangerForeground1 },
  summary: { cursor: "pointer", minHeight: "24px" },
});

export interface SettingsCardProps {
  readonly packs: readonly PackChoice[];
  readonly pack: string | null;
  /** The pack that the workbook's own 规则 sheet names, in force where the person chose none. */
  readonly workbookPack: string | null;
  readonly userPack: PaneChoices["userPack"];
  readonly template: OfficialTemplate | null;
  readonly files: FileActions;
  readonly settings: readonly SettingLine[];
  readonly onPack: (id: string | null) => void;
  readonly onSetting: (key: string, value: string) => Promise<Outcome>;
}

/** The value that stands for a pack file of the person's own; no id of a pack has a blank. */
const OWN = "own pack";

/** Which rule pack or template judges, and what printed texts leave open: each with who set it. */
export function SettingsCard({
  packs,
  pack,
  workbookPack,
  userPack,
  template,
  files,
  settings,
  onPack,
  onSetting,
}: SettingsCardProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const titleOf = (wanted: string): string => packs.find(({ id }) => id === wanted)?.title ?? wanted;
  const source = packs.find(({ id }) => id === pack)?.source;
  return (
    <section className={l.card} aria-label={w.rules.pack}>
      <Field className={l.fit} label={w.rules.pack} {...(source === undefined ? {} : { hint: source })}>
        <Select
          root={{ className: l.fit }}
          className={l.fit}
          value={userPack ? OWN : (pack ?? "")}
          onChange={(_, { value }) => onPack(value === "" ? null : value)}
        >
          {userPack && <option value={OWN}>{userPack.file}</option>}
          <option value="">
            {workbookPack === null ? w.rules.noPack : w.rules.workbookPack(titleOf(workbookPack))}
          </option>
          {packs.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <RuleFiles template={template} files={files} />
      <details>
        <summary className={mergeClasses(l.heading, s.summary)}>{w.rules.settings}</summary>
        {settings.map((setting) => (
          <Setting key={setting.key} setting={setting} onSetting={onSetting} />
        ))}
      </details>
    </section>
  );
}

function Setting({
  setting,
  onSetting,
}: {
  readonly setting: SettingLine;
  readonly onSetting: SettingsCardProps["onSetting"];
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
