import { Button } from "@fluentui/react-components";
import { useRef } from "react";

export interface FileButtonProps {
  readonly label: string;
  /** The endings that the dialog offers: ".xlsx,.json". What a file is, its content says. */
  readonly accept: string;
  readonly onFile: (name: string, bytes: Uint8Array) => Promise<void>;
}

/** A button that asks for a file beside the workbook; the same file can be chosen again, after it was mended. */
export function FileButton({ label, accept, onFile }: FileButtonProps) {
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
          if (file) void file.arrayBuffer().then((buffer) => onFile(file.name, new Uint8Array(buffer)));
        }}
      />
    </>
  );
}
