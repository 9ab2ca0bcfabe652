import { Button, mergeClasses } from "@fluentui/react-components";
import { useRef } from "react";
import type { OfficialTemplate } from "../../app/pane/pane-choices";
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
          onFile={async (file) => judgeByFile(file.name, new Uint8Array(await file.arrayBuffer()))}
        />
        {judgeByTemplate && (
          <FileButton
            label={w.files.template}
            accept=".xlsx,.xlsm,.xltx"
            onFile={async (file) => judgeByTemplate(file.name, new Uint8Array(await file.arrayBuffer()))}
          />
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

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => Promise<void>;
}

/** A button that asks for a file; the same file can be chosen again, after it was mended. */
function FileButton({ label, accept, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = "";
          if (file) void onFile(file);
        }}
      />
    </>
  );
}
