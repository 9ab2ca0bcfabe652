import { compact } from "../model/text";
import type { Indicator } from "../model/scoring-table";

/**
 * Whether 实际完成值 says in the same words what 年度指标值 asks for (效果明显 and 效果明显). The indicator's own name copied
 * into both, and signs or words that say nothing, are no statement of what was reached.
 */
export function isSaidAgain({ path, target, actual }: Indicator): boolean {
  if (typeof target?.raw !== "string" || typeof actual?.raw !== "string") return false;
  const said = compact(actual.raw);
  return (
    said === compact(target.raw) &&
    /\p{Script=Han}/u.test(said) &&
    !EMPTY.test(said) &&
    said !== compact(path.at(-1) ?? "")
  );
}

const EMPTY = /^(?:无|暂无|略|同上|不适用|不涉及|待定|年度指标值|实际完成值|指标值)$/;
