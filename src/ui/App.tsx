import { FluentProvider, makeStaticStyles } from "@fluentui/react-components";
import { LanguageContext, WordsContext, wordsFor, type Language } from "./i18n/words";
import { Pane } from "./Pane";
import type { PaneStore } from "./pane-store";
import { THEMES, type ThemeName } from "./theme";

const usePage = makeStaticStyles({ body: { margin: 0 } });

export interface AppProps {
  readonly store: PaneStore;
  readonly lang: Language;
  readonly theme: ThemeName;
}

/** No class on the provider itself: it copies its className to every portal, where a height would cover the pane. */
export function App({ store, lang, theme }: AppProps) {
  usePage();
  return (
    <FluentProvider theme={THEMES[theme]}>
      <LanguageContext value={lang}>
        <WordsContext value={wordsFor(lang)}>
          <Pane store={store} />
        </WordsContext>
      </LanguageContext>
    </FluentProvider>
  );
}
