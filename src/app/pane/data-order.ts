import type { DataGroup } from "./data-rows";

export type DataOrder = "stake" | "table" | "name";

export const DATA_ORDERS: readonly DataOrder[] = ["stake", "table", "name"];

/** 按分值: what is missing first, the weightiest above; what is complete below, as it stands in the table. */
export function inDataOrder(groups: readonly DataGroup[], order: DataOrder): readonly DataGroup[] {
  if (order === "table") return groups;
  const sorted = [...groups];
  if (order === "name") return sorted.sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
  const isOpen = ({ rows }: DataGroup): boolean => rows.some(({ value, isNeeded }) => value === null && isNeeded);
  const weight = (group: DataGroup): number => (isOpen(group) ? Number(group.fullMark ?? "0") + 1 : 0);
  return sorted.sort((a, b) => weight(b) - weight(a));
}
