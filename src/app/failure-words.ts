import { a1, shownAddress } from "../core/workbook/address";
import { unreachable } from "../core/model/result";
import { scalarText } from "../core/workbook/cell-content";
import type { CellScalar } from "../core/workbook/snapshot";
import { documentProblem, type FileWords } from "./document-problems";
import type { FileProblem, HostFailure, StaleCell } from "../host/port";

export type Language = "zh" | "en";

/** One clear sentence for each way in which a host can fail: what happened and what to do (SPEC H1, H2). */
export function wordFailure(failure: HostFailure, lang: Language): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  switch (failure.kind) {
    case "protected": {
      const cells = failure.cells.slice(0, 5).map(a1).join(" ");
      return say(
        `工作表“${failure.sheet}”受保护，以下单元格不能写入：${cells}。请撤销保护（审阅 > 撤销工作表保护）后重试。`,
        `Sheet "${failure.sheet}" is protected; these cells are locked: ${cells}. Unprotect it (Review > Unprotect Sheet) and try again.`,
      );
    }
    case "workbook-protected":
      return say(
        "工作簿结构受保护，不能新增工作表。请撤销工作簿保护后重试。",
        "The workbook's structure is protected, so no sheet can be added. Unprotect the workbook and try again.",
      );
    case "stale":
      return say(
        `读取之后工作簿已被改动（${differences(failure.differences, lang)}），未写入任何内容。请重新核验。`,
        `The workbook changed after it was read (${differences(failure.differences, lang)}). Nothing was written; review again.`,
      );
    case "sheet-missing":
      return say(`工作表“${failure.sheet}”已不存在。请重新核验。`, `Sheet "${failure.sheet}" is gone. Review again.`);
    case "name-conflict":
      return say(
        `名称“${failure.name}”已被占用，未写入任何内容。请在“名称管理器”中改名后重试。`,
        `The name "${failure.name}" is taken. Nothing was written; rename it in the Name Manager and try again.`,
      );
    case "cell-edit-mode":
      return say(
        "正在编辑单元格。请按回车结束编辑后重试。",
        "A cell is being edited. Press Enter to finish, then try again.",
      );
    case "too-large":
      return say(
        `内容超出上限（${failure.limit.zh}）。请拆分工作表，或改用命令行。`,
        `That is more than fits (${failure.limit.en}). Split the sheet, or use the command line.`,
      );
    case "too-many-indicators":
      return say(
        `表中共有 ${failure.count} 项指标，超过一次核验的上限 ${failure.limit} 项，未核验。请拆分工作簿，分几次核验。`,
        `The tables hold ${failure.count} indicators, more than the ${failure.limit} of one review; nothing was reviewed. Split the workbook and review it in parts.`,
      );
    case "busy":
      return say("Excel 正忙，请稍后重试。", "Excel is busy. Try again in a moment.");
    case "session-lost":
      return say(
        "与工作簿的连接已断开。请重新打开工作簿和面板。",
        "The session was lost. Reopen the workbook and the pane.",
      );
    case "read-only":
      return say("工作簿为只读。请另存一份后重试。", "The workbook is read-only. Save a copy and try again.");
    case "unsupported":
      return say(
        `此版本的程序不支持：${failure.what.zh}。未写入任何内容。`,
        `This version of the program does not support ${failure.what.en}. Nothing was written.`,
      );
    case "cancelled":
      return say("已取消，未写入任何内容。", "Cancelled; nothing was written.");
    case "unanswered":
      return say("Excel 没有应答，已停止等待。", "Excel did not answer, and waiting was ended.");
    case "unreadable":
      return wordFileProblem(failure, lang);
    case "partially-applied":
      if (failure.differences.length === 0) {
        return say(
          `写入中断（${wordFailure(failure.cause, lang).replace(/。$/, "")}），内容可能已写入。请重新核验；要还原请用“撤销”。`,
          `Writing stopped (${wordFailure(failure.cause, lang).replace(/\.$/, "")}), and it may stand in the workbook. Review again, or use Undo to take it back.`,
        );
      }
      return say(
        `写入中断（${wordFailure(failure.cause, lang).replace(/。$/, "")}），部分内容已写入且未能还原：${differences(failure.differences, lang)}。请用“撤销”还原。`,
        `Writing stopped (${wordFailure(failure.cause, lang).replace(/\.$/, "")}) and part of it could not be put back: ${differences(failure.differences, lang)}. Use Undo.`,
      );
    case "not-taken":
      return say(
        `Excel 没有接受这些写入，已全部还原：${failure.parts.join("、")}。请检查这些单元格的格式和筛选后重试。`,
        `Excel did not take these writes, and all was put back: ${failure.parts.join(", ")}. Check their formats and filters, then try again.`,
      );
    case "nothing-to-clean":
      return say("文件中没有评核写入的内容，无需清理。", "The file holds nothing that Pinghe wrote.");
    case "host-error":
      return wordHostError(failure, lang);
    default:
      return unreachable(failure);
  }
}

/** What is no failure of a known kind: a fault of ours says so, Excel's own code is told as it is. */
function wordHostError({ code, detail }: Extract<HostFailure, { kind: "host-error" }>, lang: Language): string {
  if (code === "unexpected") {
    return lang === "zh"
      ? "程序出了差错，这不是工作簿的问题，未写入任何内容。请把工作簿和所做的操作发给维护者。"
      : "A fault of the program, not of your workbook; nothing was written. Please report it with the workbook and what you did.";
  }
  if (code === "read-back") {
    return lang === "zh"
      ? "写入后的核对没有通过，已放弃写入。请把工作簿发给维护者。"
      : `What was written did not read back as planned (${detail}), so it was given up. Please report it with the workbook.`;
  }
  return lang === "zh"
    ? `Excel 报告错误 ${code}，未写入任何内容。请稍后重试；仍不行时请重新打开工作簿。`
    : `Excel reported ${code}: ${detail}. Nothing was written; try again, or reopen the workbook.`;
}

const FILE_PROBLEMS: Readonly<Record<FileProblem, FileWords>> = {
  "not-a-zip": ["不是 .xlsx 工作簿。请用 Excel 或 WPS 打开后另存为 .xlsx 后重试。", "This is no .xlsx workbook. Open it in Excel or WPS, save it as .xlsx and try again."],
  "legacy-xls": ["是旧式 .xls 工作簿。请另存为 .xlsx 后重试。", "This is a legacy .xls workbook. Save it as .xlsx and try again."],
  encrypted: ["工作簿设有打开密码，无法读取。请用 Excel 或 WPS 凭密码打开，取消密码（文件 > 信息 > 保护工作簿 > 用密码进行加密，清空密码），另存为 .xlsx 后重试。", "The workbook is protected by a password and can not be read. Open it with the password in Excel or WPS, remove the password (File > Info > Protect Workbook > Encrypt with Password, leave it blank), save it as .xlsx and try again."],
  truncated: ["文件不完整，可能没有传完。请重新获取，或打开后另存为 .xlsx 后重试。", "The file is incomplete. Fetch it again, or open it and save it as .xlsx."],
  "zip-bomb": ["文件解压后过大，已拒绝读取。请另存为 .xlsx 后重试。", "The file unpacks to an unreasonable size and was refused. Save it as .xlsx again and retry."],
  "not-a-workbook": ["文件里没有工作簿。请用 Excel 或 WPS 打开要核验的工作簿，另存为 .xlsx 后重试。", "There is no workbook in this file. Open the workbook in Excel or WPS, save it as .xlsx and try again."],
  "unsafe-xml": ["文件含有外部实体声明，不安全，已拒绝读取。请另存为 .xlsx 后重试。", "The file declares XML entities, which is unsafe, and was refused. Save it as .xlsx and try again."],
  "bad-xml": ["文件内容损坏。请用 Excel 修复后另存为 .xlsx 后重试。", "The file is damaged. Repair it in Excel, save it as .xlsx and try again."],
  "too-large": ["工作簿过大。请删去无关工作表，另存为 .xlsx 后重试。", "The workbook is too large. Remove unrelated sheets, save it as .xlsx and try again."],
  "binary-xlsb": ["是二进制 .xlsb 工作簿。请另存为 .xlsx 后重试。", "This is a binary .xlsb workbook. Save it as .xlsx and try again."],
  "inconsistent-zip": ["压缩包自相矛盾（可能已损坏），不同程序会读出不同的内容，已拒绝读取。请重新获取，或用 Excel、WPS 打开，核对内容后另存为 .xlsx 后重试。", "The package contradicts itself (it may be damaged): programs would read different contents out of it, so it was refused. Fetch it again, or open it in Excel or WPS, look it through, save it as .xlsx and try again."],
  "legacy-doc": documentProblem("legacy-doc", "document"),
  "not-a-document": documentProblem("not-a-document", "document"),
  "no-text": documentProblem("no-text", "document"),
  "no-pdf-reader": documentProblem("no-pdf-reader", "pdf"),
  "unsupported-zip": ["压缩方式不受支持。请另存为 .xlsx 后重试。", "The package is compressed in an unsupported way. Save it as .xlsx and try again."],
}; // prettier-ignore

function wordFileProblem(
  { problem, detail, file }: Extract<HostFailure, { kind: "unreadable" }>,
  lang: Language,
): string {
  const words = (file ? documentProblem(problem, file) : FILE_PROBLEMS[problem])[lang === "zh" ? 0 : 1];
  if (detail[lang] === "") return words;
  return lang === "zh" ? `${words}（${detail.zh}）` : `${words} (${detail.en})`;
}

function differences(cells: readonly StaleCell[], lang: Language): string {
  const shown = cells.slice(0, 3).map(({ at, expected, found }) => {
    const [was, is] = [shownValue(expected, lang), shownValue(found, lang)];
    return lang === "zh" ? `${shownAddress(at)} 原为 ${was}，现为 ${is}` : `${shownAddress(at)} was ${was}, is ${is}`;
  });
  const rest = cells.length - shown.length;
  if (rest > 0) shown.push(lang === "zh" ? `另有 ${rest} 处` : `${rest} more`);
  return shown.join(lang === "zh" ? "；" : "; ");
}

function shownValue(value: CellScalar, lang: Language): string {
  if (value === null) return lang === "zh" ? "空白" : "blank";
  const text = scalarText(value);
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
