/** By what means a number came to 基础数据: with `--inputs`, or typed in the pane. */
export type InputGiver = "commandLine" | "pane";

const GIVERS: Readonly<Record<InputGiver, string>> = { commandLine: "命令行输入", pane: "面板输入" };

/**
 * 来源说明 of a number that was given. It repeats the number: where the cell holds another one, a person has typed it, and
 * no later input may take its place (SPEC P9).
 */
export const inputNote = (giver: InputGiver, value: string): string => `${GIVERS[giver]} ${value}`;

/** Whether the value beside the note is the one that was given. */
export const isAsGiven = (note: string, value: string): boolean =>
  Object.values(GIVERS).some((giver) => note === `${giver} ${value}`);

/** Whether the note is ours, whatever number it repeats; a person's own note names a source. */
export const isInputNote = (note: string): boolean =>
  Object.values(GIVERS).some((giver) => note.startsWith(`${giver} `));
