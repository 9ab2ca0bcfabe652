import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { wordFailure } from "../../src/app/failure-words";
import { FileFault, wordFileFault } from "../../src/cli/files/file-fault";
import { refusalText } from "../../src/core/plan/describe";
import type { Refusal } from "../../src/core/plan/steps/plan-result";
import type { FileProblem, HostFailure } from "../../src/host/port";
import { failureOf } from "../../src/host/office/failures";

const OFFICE_CODES = ["InvalidOperationInCellEditMode", "RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "OperationCellsExceedLimit", "RangeExceedsLimit", "MemoryLimitReached", "FormulaLengthExceedsLimit", "ActivityLimitReached", "ServiceNotAvailable", "InactiveWorkbook", "RequestAborted", "InvalidOrTimedOutSession", "Unauthenticated", "ApiNotFound", "NotImplemented", "UnsupportedSheet", "GeneralException", "constructor", "__proto__"]; // prettier-ignore
const at = { sheet: "表", row: 0, column: 0 };

/** Every way to fail, with what it may tell; a new member of the union that stands here not is a fault of types. */
const BY_KIND: { readonly [K in HostFailure["kind"]]: readonly Extract<HostFailure, { kind: K }>[] } = {
  protected: [{ kind: "protected", sheet: "表", cells: [at] }],
  "workbook-protected": [{ kind: "workbook-protected" }],
  stale: [
    { kind: "stale", differences: [{ at, expected: 1, found: null }] },
    {
      kind: "stale",
      differences: Array.from({ length: 9 }, () => ({ at, expected: { error: "#N/A" as const }, found: true })),
    },
  ],
  "sheet-missing": [{ kind: "sheet-missing", sheet: "表" }],
  "name-conflict": [{ kind: "name-conflict", name: "名" }],
  "cell-edit-mode": [{ kind: "cell-edit-mode" }],
  "too-large": [{ kind: "too-large", limit: { zh: "单元格", en: "cells" } }],
  "too-many-indicators": [{ kind: "too-many-indicators", count: 100_001, limit: 100_000 }],
  busy: [{ kind: "busy", retryAfterSeconds: null }],
  "session-lost": [{ kind: "session-lost" }],
  "read-only": [{ kind: "read-only" }],
  unsupported: [{ kind: "unsupported", what: { zh: "合并单元格", en: "merged cells" } }],
  cancelled: [{ kind: "cancelled" }],
  unanswered: [{ kind: "unanswered" }],
  unreadable: [],
  "partially-applied": [
    { kind: "partially-applied", inverse: { guards: [], steps: [] }, cause: { kind: "session-lost" }, differences: [] },
    {
      kind: "partially-applied",
      inverse: { guards: [], steps: [] },
      cause: { kind: "unanswered" },
      differences: [{ at, expected: 1, found: 2 }],
    },
  ],
  "not-taken": [{ kind: "not-taken", parts: ["表!A1"] }],
  "nothing-to-clean": [{ kind: "nothing-to-clean" }],
  "host-error": [{ kind: "host-error", code: "read-back", detail: "the cell A1 holds something else" }],
};
const PROBLEMS: Readonly<Record<FileProblem, true>> = {
  "not-a-zip": true,
  "legacy-xls": true,
  encrypted: true,
  truncated: true,
  "zip-bomb": true,
  "not-a-workbook": true,
  "unsafe-xml": true,
  "bad-xml": true,
  "too-large": true,
  "binary-xlsb": true,
  "inconsistent-zip": true,
  "unsupported-zip": true,
  "legacy-doc": true,
  "not-a-document": true,
  "no-text": true,
  "no-pdf-reader": true,
};
const problems = Object.keys(PROBLEMS) as FileProblem[];

const FAILURES: readonly HostFailure[] = [
  ...Object.values(BY_KIND).flat(),
  failureOf(new TypeError("x is not a function")),
  ...OFFICE_CODES.map((code) => failureOf({ code, message: "Something went wrong." })),
  ...problems.flatMap((problem): HostFailure[] => [
    { kind: "unreadable", problem, detail: { zh: "缺少一处", en: "a part is missing" } },
    { kind: "unreadable", problem, detail: { zh: "", en: "" } },
    { kind: "unreadable", problem, detail: { zh: "", en: "" }, file: "document" },
    { kind: "unreadable", problem, detail: { zh: "", en: "" }, file: "pdf" },
  ]),
]; // prettier-ignore

const REFUSALS: { readonly [K in Refusal["kind"]]: Extract<Refusal, { kind: K }> } = {
  "review-too-large": { kind: "review-too-large", items: 50_001, limit: 50_000 },
  "workbook-protected": { kind: "workbook-protected" },
  "sheet-protected": { kind: "sheet-protected", sheet: "表", cells: [at] },
  "sheet-unreadable": { kind: "sheet-unreadable", sheet: "表", range: { top: 0, left: 0, bottom: 3, right: 3 } },
  "pack-unavailable": { kind: "pack-unavailable", pack: "名" },
  "label-doubled": { kind: "label-doubled", sheet: "表", labels: ["名"] },
  "round-unreadable": { kind: "round-unreadable", at, found: "名", round: 2 },
  "name-taken": { kind: "name-taken", name: "名", refersTo: "表!A1" },
  "input-differs": { kind: "input-differs", label: "名", typed: "1", given: "2" },
  "cell-occupied": { kind: "cell-occupied", at, found: "名" },
  "cell-held": { kind: "cell-held", at, by: "tableEdge" },
  "reason-displaced": { kind: "reason-displaced", sheet: "表", cells: [{ at, name: "名", text: "名" }] },
};

/** Program names, options, keys and codes that are the same in both languages. */
const SAME_IN_BOTH =
  /Excel|WPS|Word|PDF|docx?|xlsx?|xlsb|MB|A1|Ctrl\+T|--pack|check|TRUE|#N\/A|GeneralException|constructor|__proto__/g;
/** Names of the workbook's, and of our sheets, as they stand there. */
const NAMES = /[表名]|规则|核验记录|基础数据/g;

function expectWords(zh: string, en: string): void {
  expect(zh.replace(SAME_IN_BOTH, "")).not.toMatch(/[a-z]{3}/i);
  expect(en.replace(NAMES, "")).not.toMatch(/[\u4e00-\u9fff]/);
  for (const words of [zh, en]) {
    expect(words).not.toMatch(/\n|internal|内部|undefined|null|NaN|\[object|TypeError|not a function/);
    expect(words).toMatch(/[。.）)]$/);
  }
}

describe("[H2] every failure in Chinese and English, none in both", () => {
  test.each(FAILURES.map((failure) => [JSON.stringify(failure).slice(0, 90), failure] as const))("%s", (_, failure) => {
    expectWords(wordFailure(failure, "zh"), wordFailure(failure, "en"));
  });

  test.each(Object.values(REFUSALS).map((refusal) => [refusal.kind, refusal] as const))("%s", (_, refusal) => {
    expectWords(refusalText(refusal, "zh"), refusalText(refusal, "en"));
  });

  const CODES = ["EACCES", "EROFS", "ENOSPC", "ENAMETOOLONG", "EISDIR", "ENOTDIR", "ELOOP", "EBUSY", "EMFILE", "EFBIG", "EINVAL", "ENOENT", "EIO", ""]; // prettier-ignore
  test.each(CODES.flatMap((code) => [[code, "read"] as const, [code, "write"] as const]))("%s on %s", (code, doing) => {
    const fault = new FileFault("表", doing, Object.assign(new Error("internal"), { code }));
    expectWords(
      wordFileFault(fault, "zh").replace(`（${code}）`, ""),
      wordFileFault(fault, "en").replace(` (${code})`, ""),
    );
  });
});

/** All that makes failures, as one text. */
function sources(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== "port.ts");
  return files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8")).join("\n");
}

describe("[H2] no failure is worded that nothing gives", () => {
  const made = ["src/host", "src/app", "src/cli", "src/workbench"]
    .map(sources)
    .join("\n")
    .replace(/readonly kind: "[^"]*"/g, "");
  const planned = sources("src/core/plan").replace(/readonly kind: "[^"]*"/g, "");

  test.each(Object.keys(BY_KIND))("%s", (kind) => {
    expect(made).toContain(`kind: "${kind}"`);
  });
  test.each(problems)("%s", (problem) => {
    expect(made).toMatch(
      new RegExp(`(?:nreadable\\w*\\(\\s*|broken\\(\\s*|fail\\w*\\(|problem: |[?:] |return )"${problem}"`),
    );
  });
  test.each(Object.keys(REFUSALS))("%s", (kind) => {
    expect(planned).toContain(`kind: "${kind}"`);
  });
});
