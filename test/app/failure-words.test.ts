import { wordFailure } from "../../src/app/failure-words";
import type { FileProblem, HostFailure } from "../../src/host/port";
import { failureOf } from "../../src/host/office/failures";

const PROBLEMS: readonly FileProblem[] = ["missing", "not-a-zip", "legacy-xls", "encrypted", "truncated", "zip-bomb", "not-a-workbook", "unsafe-xml", "bad-xml", "too-large", "binary-xlsb", "unsupported-zip"]; // prettier-ignore
const OFFICE_CODES = ["InvalidOperationInCellEditMode", "RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "OperationCellsExceedLimit", "RangeExceedsLimit", "MemoryLimitReached", "FormulaLengthExceedsLimit", "ActivityLimitReached", "ServiceNotAvailable", "InactiveWorkbook", "RequestAborted", "InvalidOrTimedOutSession", "Unauthenticated", "ApiNotFound", "NotImplemented", "UnsupportedSheet", "GeneralException", "constructor", "__proto__"]; // prettier-ignore
const at = { sheet: "表", row: 0, column: 0 };

const FAILURES: readonly HostFailure[] = [
  { kind: "protected", sheet: "表", cells: [at] },
  { kind: "workbook-protected" },
  { kind: "stale", differences: [{ at, expected: 1, found: null }] },
  { kind: "sheet-missing", sheet: "表" },
  { kind: "name-conflict", name: "名" },
  { kind: "session-lost" },
  { kind: "read-only" },
  { kind: "cancelled" },
  { kind: "not-taken", parts: ["表!A1"] },
  { kind: "nothing-to-clean" },
  { kind: "partially-applied", inverse: { guards: [], steps: [] }, cause: { kind: "session-lost" }, differences: [] },
  { kind: "host-error", code: "read-back", detail: "the cell A1 holds something else" },
  failureOf(new TypeError("x is not a function")),
  ...OFFICE_CODES.map((code) => failureOf({ code, message: "Something went wrong." })),
  ...PROBLEMS.map((problem): HostFailure => ({ kind: "unreadable", problem, detail: { zh: "缺少一处", en: "a part is missing" } })), // prettier-ignore
];

/** Program names and codes that are the same in both languages. */
const SAME_IN_BOTH = /Excel|WPS|xlsx?|xlsb|MB|A1|GeneralException|constructor|__proto__/g;

describe("[H2] every failure in Chinese and English, none in both", () => {
  test.each(FAILURES.map((failure) => [JSON.stringify(failure).slice(0, 90), failure] as const))("%s", (_, failure) => {
    const [zh, en] = [wordFailure(failure, "zh"), wordFailure(failure, "en")];
    expect(zh.replace(SAME_IN_BOTH, "")).not.toMatch(/[a-z]{3}/i);
    expect(en.replace(/[表名]/g, "")).not.toMatch(/[\u4e00-\u9fff]/);
    for (const words of [zh, en]) {
      expect(words).not.toMatch(/\n|internal|内部|TypeError|not a function/);
      expect(words).toMatch(/[。.）)]$/);
    }
  });
});
