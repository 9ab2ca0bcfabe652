import { useEffect, useRef } from "react";
import { GridView } from "./grid/grid-view";
import type { OpenFile } from "./open-file";
import type { WorkbenchStore } from "./workbench-store";

export interface GridProps {
  readonly file: OpenFile;
  readonly store: WorkbenchStore;
  readonly onFind: () => void;
}

/** The grid of one open workbook; it paints by itself, React only tells it which sheet to show. */
export function Grid({ file, store, onFind }: GridProps) {
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<GridView | null>(null);
  const { id, host, sheet } = file;
  const shownSheet = useRef(sheet);
  const find = useRef(onFind);
  useEffect(() => {
    shownSheet.current = sheet;
    find.current = onFind;
  });

  useEffect(() => {
    if (!container.current) return;
    const grid = new GridView(container.current, {
      type: (texts) => host.type(texts),
      selected: (at, area) => store.actions.select(id, at, area),
      problem: store.actions.problem,
      command: (command) => {
        if (command === "undo") void host.undo();
        else if (command === "redo") void host.redo();
        else if (command === "save") void store.actions.save(id);
        else find.current();
      },
    });
    view.current = grid;
    grid.show(host.book, shownSheet.current);
    grid.focus();
    const off = host.onShown((shown) => {
      if (shown.kind === "cells") grid.repaint();
      else if (shown.kind === "book") grid.show(host.book, shownSheet.current);
      else if (shown.kind === "reveal") {
        grid.show(host.book, shown.at.sheet);
        grid.reveal(shown.at);
      }
    });
    return () => {
      off();
      grid.destroy();
      view.current = null;
    };
  }, [host, id, store]);

  useEffect(() => view.current?.show(host.book, sheet), [host, sheet]);

  return <div ref={container} className="ph-grid-home" data-testid="grid" />;
}
