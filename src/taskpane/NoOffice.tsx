import { FluentProvider, makeStaticStyles } from "@fluentui/react-components";
import { useLayout } from "../ui/common/layout";
import type { Language } from "../ui/i18n/words";
import { THEMES, type ThemeName } from "../ui/theme";
import { lackWords, officeServer, type Lack } from "./office-library";

const usePage = makeStaticStyles({ body: { margin: 0 } });
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["zh", "zh-CN"],
  ["en", "en-US"],
];

/** What stands in the pane's place where Excel can not be asked. In both languages: which one Office speaks is unknown. */
export function NoOffice({ lack, theme }: { readonly lack: Lack; readonly theme: ThemeName }) {
  usePage();
  const l = useLayout();
  const server = officeServer(document, window.location.host);
  return (
    <FluentProvider theme={THEMES[theme]}>
      <main>
        <div role="alert">
          {LANGUAGES.map(([lang, code], index) => {
            const Title = index === 0 ? "h1" : "h2";
            const { title, why, ways } = lackWords(lack, lang, server);
            return (
              <section key={lang} lang={code} className={l.padded}>
                <Title className={l.heading}>{title}</Title>
                <p className={l.text}>{why}</p>
                <ol className={l.tight}>
                  {ways.map((way) => (
                    <li key={way} className={l.text}>
                      {way}
                    </li>
                  ))}
                </ol>
              </section>
            );
          })}
        </div>
      </main>
    </FluentProvider>
  );
}
