import { createContext, use } from "react";

/** False while the pane is 只读: then no control that writes is shown (SPEC U17). */
export const MayWriteContext = createContext(true);

export const useMayWrite = (): boolean => use(MayWriteContext);
