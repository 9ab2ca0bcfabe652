import type { CellRole } from "../../core/model/account";

/** What the roles of cells come to, as a few parts of a bar (PANE 审计). */
export type CellGroup = "headers" | "indicators" | "figures" | "words" | "unused" | "notUnderstood";

export interface CellShare {
  readonly group: CellGroup;
  readonly count: number;
  /** Of all filled cells, 0 to 1. */
  readonly share: number;
}

const GROUP_OF: Readonly<Record<CellRole, CellGroup>> = {
  title: "headers", attachment: "headers", unitName: "headers", year: "headers", moneyUnit: "headers", formLabel: "headers",
  formValue: "headers", signature: "headers", pageFurniture: "headers", header: "headers", headerGroup: "headers",
  columnNumber: "headers", sideLabel: "headers", fundingHeader: "headers", baseHeader: "headers",
  level: "indicators", name: "indicators", sequence: "indicators", mark: "indicators", target: "indicators", operator: "indicators",
  unit: "indicators", breakdown: "indicators", placeholder: "indicators", totalLabel: "indicators", fundingLabel: "indicators",
  fundingMark: "indicators", baseLabel: "indicators",
  score: "figures", itemScore: "figures", deduction: "figures", reviewScore: "figures", rate: "figures", actual: "figures",
  total: "figures", amount: "figures", fundingRate: "figures", fundingScore: "figures", baseValue: "figures",
  standard: "words", explanation: "words", description: "words", reason: "words", evidence: "words", remark: "words",
  reviewOpinion: "words", prose: "words", note: "words", conclusion: "words", fundingReason: "words", baseNote: "words",
  otherColumn: "unused", underMerge: "unused",
}; // prettier-ignore

const ORDER: readonly CellGroup[] = ["headers", "indicators", "figures", "words", "unused", "notUnderstood"];

/** The filled cells of the tables by group; they add up to all of them. */
export function cellShares(
  roles: readonly { readonly role: CellRole; readonly count: number }[],
  others: { readonly unused: number; readonly notUnderstood: number },
): readonly CellShare[] {
  const counts = new Map<CellGroup, number>(Object.entries(others) as [CellGroup, number][]);
  for (const { role, count } of roles) counts.set(GROUP_OF[role], (counts.get(GROUP_OF[role]) ?? 0) + count);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return ORDER.flatMap((group) => {
    const count = counts.get(group) ?? 0;
    return count === 0 ? [] : [{ group, count, share: count / all }];
  });
}
