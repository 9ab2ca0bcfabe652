import { shownAddress, type CellAddress } from "../workbook/address";

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

/** 来源说明 of a number that is read from another cell: 取自 决算表!D5. */
export const linkNote = (at: CellAddress): string => `取自 ${shownAddress(at)}`;

/** Whether the note is ours, whatever number or cell it names; a person's own note (取自决算报表) names a source. */
export const isInputNote = (note: string): boolean =>
  Object.values(GIVERS).some((giver) => note.startsWith(`${giver} `)) || /^取自 .+![A-Z]{1,3}\d+$/.test(note);
