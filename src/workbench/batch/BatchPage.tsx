import { useEffect, useRef, useState } from "react";
import { batchSheets } from "../../app/batch/batch-sheets";
import { othersText } from "../../app/batch/batch-folder";
import type { BatchSummary } from "../../app/batch/batch-summary";
import type { SummarySheet } from "../../app/batch/summary-sheet";
import { packChoices } from "../../app/pane/packs";
import type { BatchState, BatchStore } from "./batch-store";
import { batchWords, type BatchPageWords } from "./batch-page-words";
import { SheetTable } from "./SheetTable";

interface BatchPageProps {
  readonly batch: BatchStore;
  readonly state: BatchState;
  /** Opens a file of the folder in the workbench. */
  readonly onOpen: (path: string, sheet: string) => void;
}

/** A folder of workbooks beside each other: the sheets of the summary, from which each unit is opened (SPEC B11). */
export default function BatchPage({ batch, state, onOpen }: BatchPageProps) {
  const words = batchWords(state.lang);
  const { summary, isRunning, done, files, notice } = state;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <article className="pb" aria-label={words.title}>
      <Bar batch={batch} state={state} words={words} close={close} />
      <div className="pb-page">
        <h1>{words.title}</h1>
        <div role="status">
          {isRunning && (
            <p>
              <progress value={done} max={files.length} aria-label={words.title} /> {words.progress(done, files.length)}
            </p>
          )}
          {notice !== null && <p>{notice}</p>}
        </div>
        {summary && <Figures state={state} summary={summary} words={words} />}
        {summary && <Sheets summary={summary} state={state} words={words} onOpen={onOpen} />}
      </div>
    </article>
  );
}

interface BarProps {
  readonly batch: BatchStore;
  readonly state: BatchState;
  readonly words: BatchPageWords;
  readonly close: React.RefObject<HTMLButtonElement | null>;
}

function Bar({ batch, state, words, close }: BarProps) {
  const { actions } = batch;
  const { summary, isRunning, lang, pack } = state;
  const [due, setDue] = useState("");
  const picker = useRef<HTMLInputElement>(null);
  const isPart = summary !== null && state.done < state.files.length;
  return (
    <div className="pb-bar">
      <button type="button" className="main" disabled={!summary} onClick={() => void actions.saveSummary()}>
        {words.saveSummary}
      </button>
      <button
        type="button"
        disabled={!summary}
        title={words.slipsHint}
        onClick={() => void actions.saveSlips(due || null)}
      >
        {words.slips}
      </button>
      <label>
        {words.due} <input type="date" value={due} onChange={({ target }) => setDue(target.value)} />
      </label>
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.xlsm,.xls,.et,.docx"
        hidden
        onChange={({ currentTarget }) => {
          const [list] = currentTarget.files ?? [];
          if (list) void actions.readRoster(list);
          currentTarget.value = "";
        }}
      />
      <button type="button" title={words.rosterHint} onClick={() => picker.current?.click()}>
        {words.roster}
      </button>
      <label>
        {words.rules}{" "}
        <select value={pack ?? ""} onChange={({ target }) => actions.choosePack(target.value || null)}>
          <option value="">{words.ownRules}</option>
          <option value="auto">{words.offeredPack}</option>
          {packChoices(lang).map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <span className="space" />
      {isRunning && (
        <button type="button" onClick={actions.stop}>
          {words.stop}
        </button>
      )}
      {isPart && !isRunning && (
        <button type="button" onClick={actions.goOn}>
          {words.goOn}
        </button>
      )}
      <button type="button" ref={close} onClick={() => actions.show(false)}>
        {words.close}
      </button>
    </div>
  );
}

function Figures({
  state,
  summary,
  words,
}: {
  readonly state: BatchState;
  readonly summary: BatchSummary;
  readonly words: BatchPageWords;
}) {
  const { files, tables, roster, others } = summary;
  const unread = files.filter(({ round }) => !round || round.tables.length === 0);
  const rest = othersText(others, state.lang);
  return (
    <>
      {state.done < state.files.length && <p>{words.stoppedAt(state.done, state.files.length)}</p>}
      <p>{words.figures(files.length, tables.length, unread.length)}</p>
      {rest !== null && <p>{rest}</p>}
      {roster && (
        <p>{words.listed(roster.expected.length, roster.filed.length, roster.missing.length, roster.unknown.length)}</p>
      )}
    </>
  );
}

interface SheetsProps {
  readonly summary: BatchSummary;
  readonly state: BatchState;
  readonly words: BatchPageWords;
  readonly onOpen: BatchPageProps["onOpen"];
}

/** The sheets of the summary workbook, one at a time; those of single indicators by a list. */
function Sheets({ summary, state: { lang }, words, onOpen }: SheetsProps) {
  const [shown, setShown] = useState(0);
  const sheets = batchSheets(summary, lang);
  const questions = sheets.length - summary.common.length;
  const sheet: SummarySheet | undefined = sheets[shown] ?? sheets[0];
  return (
    <>
      <div className="pb-tabs" role="tablist" aria-label={words.questions}>
        {sheets.slice(0, questions).map(({ name, rows }, i) => (
          <button key={name} type="button" role="tab" aria-selected={i === shown} onClick={() => setShown(i)}>
            {name} {rows.length}
          </button>
        ))}
        {summary.common.length > 0 && (
          <select
            aria-label={words.indicator}
            value={shown < questions ? "" : shown}
            onChange={({ target }) => setShown(Number(target.value))}
          >
            {shown < questions && <option value="">{words.indicator}</option>}
            {sheets.slice(questions).map(({ name }, i) => (
              <option key={name} value={questions + i}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      {sheet && <SheetTable key={sheet.name} sheet={sheet} lang={lang} words={words} onOpen={onOpen} />}
    </>
  );
}
