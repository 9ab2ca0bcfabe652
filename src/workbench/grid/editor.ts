import { place } from "./layer";

/** What the editor asks of the grid. */
export interface EditorEvents {
  /** The text as it stood in the cell, for editing. */
  readonly textToEdit: () => string;
  /** False where the cell can not take the text: the editor stays open with it. */
  readonly commit: (text: string) => boolean;
}

/**
 * One textarea that always has the focus, unseen, over the selected cell. The first key, or the first sign of an input
 * method, makes it visible: the input method opens where the cell is, and no letter is lost. While a word is composed,
 * Enter belongs to the input method (SPEC B5).
 */
export class Editor {
  readonly area: HTMLTextAreaElement;
  private readonly events: EditorEvents;
  private isOpen = false;
  private isComposing = false;

  constructor(events: EditorEvents) {
    this.events = events;
    this.area = document.createElement("textarea");
    this.area.className = "ph-editor";
    this.area.spellcheck = false;
    this.area.autocomplete = "off";
    this.area.rows = 1;
    this.area.addEventListener("compositionstart", () => {
      this.isComposing = true;
      this.open("");
    });
    this.area.addEventListener("compositionend", () => (this.isComposing = false));
    this.area.addEventListener("input", () => this.open(this.area.value));
  }

  get isEditing(): boolean {
    return this.isOpen;
  }

  composes(event: KeyboardEvent): boolean {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only sign of a key that an input method takes first
    return this.isComposing || event.isComposing || event.keyCode === 229;
  }

  /** Over a cell, in the layer where the cell stands. */
  moveTo(
    parent: HTMLElement,
    { left, top, width, height }: { left: number; top: number; width: number; height: number },
    label: string,
  ): void {
    if (this.area.parentElement !== parent) {
      const hadFocus = document.activeElement === this.area;
      parent.append(this.area);
      if (hadFocus) this.focus();
    }
    place(this.area, left, top, width, height);
    this.area.ariaLabel = label;
  }

  focus(): void {
    this.area.focus({ preventScroll: true });
  }

  /** Begins to edit what stands in the cell. */
  edit(): void {
    const text = this.events.textToEdit();
    this.area.value = text;
    this.open(text);
    this.area.setSelectionRange(text.length, text.length);
  }

  /** Puts what was typed; true where nothing is open any more. */
  commit(): boolean {
    if (!this.isOpen) return true;
    if (this.isComposing) {
      // The input method hands over what it has when the focus leaves.
      this.area.blur();
      this.focus();
      this.isComposing = false;
    }
    if (!this.events.commit(this.area.value)) return false;
    this.close();
    return true;
  }

  cancel(): void {
    this.close();
  }

  insertLine(): void {
    const { selectionStart, selectionEnd } = this.area;
    this.area.setRangeText("\n", selectionStart, selectionEnd, "end");
    this.open(this.area.value);
  }

  private open(text: string): void {
    this.grow(text);
    if (this.isOpen) return;
    this.isOpen = true;
    this.area.classList.add("ph-editor-open");
  }

  private close(): void {
    this.area.value = "";
    if (!this.isOpen) return;
    this.isOpen = false;
    this.area.classList.remove("ph-editor-open");
    this.area.style.minHeight = "";
  }

  /** As high as its text. */
  private grow(text: string): void {
    this.area.style.minHeight =
      text.includes("\n") || this.area.scrollHeight > this.area.clientHeight ? `${this.area.scrollHeight}px` : "";
  }
}
