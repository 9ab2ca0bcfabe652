import { makeStyles, SearchBox } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  box: { flexGrow: 1, minWidth: "120px", maxWidth: "100%" },
  input: { width: "100%", maxWidth: "100%" },
});

export interface FindBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/** Finds by cell or name. */
export default function FindBox({ text, onText, onLeave }: FindBoxProps) {
  const s = useStyles();
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  return (
    <div ref={box} className={s.box}>
      <SearchBox
        size="small"
        className={s.input}
        aria-label={w.queue.find}
        placeholder={w.queue.find}
        value={text}
        onChange={(_, { value }) => onText(value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onLeave();
        }}
      />
    </div>
  );
}
