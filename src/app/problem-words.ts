import { shownAddress } from "../core/workbook/address";
import { unreachable } from "../core/model/result";
import type { BindingProblem } from "../core/model/binding-problem";
import type { Language } from "./failure-words";

/** What binding could not settle, in words: what it is about and what a person can do (SPEC Q6, Q7, Q9). */
export function wordProblem(problem: BindingProblem, lang: Language): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const list = (items: readonly string[]): string => items.join(say("、", ", "));
  switch (problem.kind) {
    case "input-unmatched":
      return say(
        `输入的“${problem.name}”没有任何公式或标准用到，未采用。请核对名称。`,
        `No definition uses the input "${problem.name}"; it was left out. Check the name.`,
      );
    case "input-ambiguous":
      return say(
        `输入的“${problem.name}”可能是${list(problem.quantities)}，未采用。请写成 名称（指标）。`,
        `The input "${problem.name}" may be ${list(problem.quantities)}; it was left out. Write it as name（indicator）.`,
      );
    case "input-twice":
      return say(
        `${list(problem.names)} 给“${problem.quantity}”输入了不同的数，均未采用。`,
        `${list(problem.names)} give "${problem.quantity}" different numbers; neither was taken.`,
      );
    case "row-unmatched":
      return say(
        `${shownAddress(problem.at)} 的数所在行写的是“${problem.label}”，没有任何公式或标准用到，未采用。请核对名称。`,
        `The number in ${shownAddress(problem.at)} stands beside "${problem.label}", which no definition or standard uses; it was left out. Check the name.`,
      );
    case "row-ambiguous":
      return say(
        `${shownAddress(problem.at)} 的数所在行写的是“${problem.label}”，可能是${list(problem.quantities)}，未采用。请写成 名称（指标）。`,
        `The number in ${shownAddress(problem.at)} stands beside "${problem.label}", which may be ${list(problem.quantities)}; it was left out. Write it as name（indicator）.`,
      );
    case "row-ownerless":
      return say(
        `${shownAddress(problem.at)} 是“${problem.label}”的答案，它原属的表或指标已不在，可能归${list(problem.uses)}，未采用。请在该指标自己的一行中填写。`,
        `${shownAddress(problem.at)} answers "${problem.label}" for a table or indicator that is gone; it may belong to ${list(problem.uses)} and was left out. Fill in that indicator's own row.`,
      );
    case "cells-ambiguous":
      return say(
        `“${problem.quantity}”在 ${list(problem.cells.map(shownAddress))} 都有，无法判断取哪一个，均未采用。`,
        `"${problem.quantity}" fits ${list(problem.cells.map(shownAddress))} equally well; none was taken.`,
      );
    case "link-stale":
      return say(
        `“${problem.quantity}”指定的单元格 ${shownAddress(problem.at)} 旁边现在是“${problem.label}”，未采用。请重新指定。`,
        `The cell linked to "${problem.quantity}", ${shownAddress(problem.at)}, now stands beside "${problem.label}"; it was left out. Link it again.`,
      );
    case "not-a-number":
      return say(
        `“${problem.quantity}”所在的 ${shownAddress(problem.at)} 写的是文本“${problem.text}”，公式不能按数字计算，未采用。请改为数字。`,
        `${shownAddress(problem.at)}, where "${problem.quantity}" stands, holds the text "${problem.text}", which no formula takes for a number; it was left out. Type it as a number.`,
      );
    case "shared-spelling": {
      const users = list([...new Set(problem.uses.map(({ path }) => path.at(-1) ?? ""))]);
      return say(
        `“${problem.quantity}”在${users}中按同一数据处理。所指不同时，请分别写成 名称（指标）。`,
        `"${problem.quantity}" counts as one quantity in ${users}. Where they differ, name them apart as name（indicator）.`,
      );
    }
    default:
      return unreachable(problem);
  }
}
