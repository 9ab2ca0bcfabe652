/** What a person chose in the pane: plain text, as it is kept from one opening to the next. */
export interface PaneChoices {
  /** Label of a quantity or question → the number typed for it, kept until it is written. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly pack: string | null;
  /** Setting → value, as the reviewer set it. */
  readonly settings: Readonly<Record<string, string>>;
}

export const NO_CHOICES: PaneChoices = { inputs: {}, pack: null, settings: {} };
