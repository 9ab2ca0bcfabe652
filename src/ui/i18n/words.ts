import { createContext, use } from "react";
import type { Language } from "../../app/failure-words";
import { enUS } from "./en-US";
import { zhCN, type Messages } from "./zh-CN";

export type { Messages };
export type { Language };

export const wordsFor = (lang: Language): Messages => (lang === "zh" ? zhCN : enUS);

/** Chinese for every kind of Chinese, English for all else: what Office reports as its display language. */
export const languageOf = (displayLanguage: string): Language => (/^zh\b/i.test(displayLanguage) ? "zh" : "en");

export const LanguageContext = createContext<Language>("zh");
export const useLanguage = (): Language => use(LanguageContext);

export const WordsContext = createContext<Messages>(zhCN);
export const useWords = (): Messages => use(WordsContext);
