import type { HostFailure } from "../port";
import { Refused, stackOf } from "../refused";

/**
 * What Office said, as a typed failure (SPEC H8). Codes: office-js-docs, "Error handling with the application-specific
 * JavaScript APIs" and "Excel JavaScript API error codes".
 */
export function failureOf(error: unknown): HostFailure {
  if (error instanceof Refused) return error.failure;
  if (isAbort(error)) return { kind: "cancelled" };
  if (!isOfficeError(error)) return { kind: "host-error", code: "unexpected", detail: stackOf(error) };
  const { code, message } = error;
  if (code === "InvalidOperation" && EDITING.test(message)) return { kind: "cell-edit-mode" };
  const known = BY_CODE.get(code);
  if (known) return known(message);
  const place = error.debugInfo?.errorLocation;
  return { kind: "host-error", code, detail: place ? `${message} (${place})` : message };
}

const isAbort = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "name" in error && error.name === "AbortError";

/** Whether it speaks of what was asked, not of the session, the size of a request or a cell that is being edited. */
export const isOfQuestion = (error: unknown): boolean => ["host-error", "unsupported"].includes(failureOf(error).kind);

export const codeOf = (error: unknown): string | null => (isOfficeError(error) ? error.code : null);

interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Told by its shape: the library may live in another frame, whose errors are none of ours. */
const isOfficeError = (error: unknown): error is OfficeError =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  typeof error.code === "string" &&
  "message" in error &&
  typeof error.message === "string";

/** Two pages of the documentation give two codes for a cell that is being edited; the vaguer one needs its message. */
const EDITING = /cell[- ]edit|edit(?:ing)? mode|编辑模式/i;

const tooLarge = (zh: string, en: string) => (): HostFailure => ({ kind: "too-large", limit: { zh, en } });
const busy = (): HostFailure => ({ kind: "busy", retryAfterSeconds: null });
const sessionLost = (): HostFailure => ({ kind: "session-lost" });
const notSupported = (message: string): HostFailure => ({
  kind: "unsupported",
  what: { zh: "这项 Excel 操作", en: `this operation of Excel (${message})` },
});

const BY_CODE: ReadonlyMap<string, (message: string) => HostFailure> = new Map(
  Object.entries({
    InvalidOperationInCellEditMode: () => ({ kind: "cell-edit-mode" }),
    RequestPayloadSizeLimitExceeded: tooLarge("一次请求 5 MB", "5 MB in one request"),
    ResponsePayloadSizeLimitExceeded: tooLarge("一次应答 5 MB", "5 MB in one response"),
    OperationCellsExceedLimit: tooLarge("一次操作 33,554,000 个单元格", "33,554,000 cells in one operation"),
    RangeExceedsLimit: tooLarge("一个区域 5,000,000 个单元格", "5,000,000 cells in one range"),
    MemoryLimitReached: tooLarge("Excel 的内存", "Excel's memory"),
    FormulaLengthExceedsLimit: tooLarge("每个公式 8192 个字符", "8192 characters in a formula"),
    ActivityLimitReached: busy,
    ServiceNotAvailable: busy,
    InactiveWorkbook: busy,
    RequestAborted: busy,
    InvalidOrTimedOutSession: sessionLost,
    Unauthenticated: sessionLost,
    ApiNotFound: notSupported,
    ApiNotAvailable: notSupported,
    NotImplemented: notSupported,
    UnsupportedFeature: notSupported,
    UnsupportedOperation: notSupported,
    UnsupportedSheet: notSupported,
  }),
);
