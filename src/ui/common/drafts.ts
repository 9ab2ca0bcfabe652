import { createContext, use, useState } from "react";

/** What is half typed, by what it is about: it is there again after a look elsewhere, as long as the pane is open. */
export const DraftsContext = createContext(new Map<string, string>());

/** The half-typed text about one thing, null where there is none, and what sets it. A component shows one thing: key it. */
export function useDraft(about: string): readonly [string | null, (text: string | null) => void] {
  const drafts = use(DraftsContext);
  const [draft, setDraft] = useState(drafts.get(about) ?? null);
  const keep = (text: string | null): void => {
    if (text === null) drafts.delete(about);
    else drafts.set(about, text);
    setDraft(text);
  };
  return [draft, keep];
}
