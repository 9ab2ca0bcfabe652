import { Button, mergeClasses } from "@fluentui/react-components";
import type { OfficialTemplate } from "../../app/pane/pane-choices";
import { FileButton } from "../common/FileButton";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

interface FileActions {
  readonly judgeByFile: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly judgeByTemplate: ((file: string, bytes: Uint8Array) => Promise<void>) | null;
  readonly dropTemplate: () => Promise<void>;
}

export interface RuleFilesProps {
  readonly template: OfficialTemplate | null;
  readonly files: FileActions;
}

/** Rules from files on this machine: a pack of one's own (YAML or a workbook), and the official template. Nothing is sent anywhere. */
export function RuleFiles({ template, files: { judgeByFile, judgeByTemplate, dropTemplate } }: RuleFilesProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <>
      <div className={mergeClasses(l.row, l.wrap)}>
        <FileButton
          label={w.files.userPack}
          accept={judgeByTemplate ? ".yaml,.yml,.xlsx,.xlsm" : ".yaml,.yml"}
          onFile={judgeByFile}
        />
        {judgeByTemplate && (
          <FileButton label={w.files.template} accept=".xlsx,.xlsm,.xltx,.xls" onFile={judgeByTemplate} />
        )}
      </div>
      {template && (
        <div className={mergeClasses(l.row, l.wrap)}>
          <span className={mergeClasses(l.text, l.grow)}>{w.files.templateNow(template.file)}</span>
          <Button size="small" onClick={() => void dropTemplate()}>
            {w.files.drop}
          </Button>
        </div>
      )}
    </>
  );
}
