import type { FindingCode, FindingData } from "../../../src/core/findings/catalogue";
import type { Finding, FindingOf } from "../../../src/core/findings/finding";

/** A finding of the code, at D23 of the reference table unless told otherwise. */
export const sampleFinding = <C extends FindingCode>(
  code: C,
  data: FindingData[C],
  overrides: Partial<FindingOf<C>> = {},
): Finding =>
  ({
    code,
    table: "t1",
    sheet: "自评指标计分表",
    at: { sheet: "自评指标计分表", row: 22, column: 3 },
    path: ["产出", "职责履行", "实际完成率"],
    subject: "",
    data,
    ...overrides,
  }) as Finding;
