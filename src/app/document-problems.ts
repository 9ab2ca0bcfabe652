import type { FileProblem, ReportKind } from "../host/port";

export type FileWords = readonly [zh: string, en: string];

const DAMAGED: FileWords = ["文档内容损坏。请用 Word 或 WPS 打开并修复，另存为 .docx 后重试。", "The document is damaged. Open and repair it in Word or WPS, save it as .docx and try again."]; // prettier-ignore
const LEGACY: FileWords = ["是旧式 .doc 文档。请另存为 .docx 后重试。", "This is a legacy .doc document. Save it as .docx and try again."]; // prettier-ignore
const NO_DOCUMENT: FileWords = ["文件里没有 Word 文档。请用 Word 或 WPS 打开要核验的报告，另存为 .docx 后重试。", "There is no Word document in this file. Open the report in Word or WPS, save it as .docx and try again."]; // prettier-ignore

const NO_TEXT: FileWords = ["文件里没有文字，多为扫描件。请提供 .docx，或带文字的 PDF。", "There is no text in this file; it may be a scan. Give the .docx, or a PDF with text."]; // prettier-ignore
const NO_PDF_READER: FileWords = ["单文件页面里没有 PDF 阅读器。请把报告另存为 .docx 后重试，或用命令行、本机服务打开的工作台核对。", "This one-file page has no reader of PDFs. Save the report as .docx and try again, or use the command line or the workbench opened by its server."]; // prettier-ignore
const PDF_UNREADABLE: FileWords = ["不是可读的 PDF，或已损坏。请另存为 .docx 后重试。", "This is no PDF that can be read, or it is damaged. Save it as .docx and try again."]; // prettier-ignore

/** Of a PDF only these are told apart. */
const PDF_PROBLEMS: Readonly<Partial<Record<FileProblem, FileWords>>> = {
  encrypted: ["PDF 设有打开密码，无法读取。请取消密码，或另存为 .docx 后重试。", "The PDF is protected by a password and can not be read. Remove the password, or save it as .docx and try again."],
  "no-text": NO_TEXT,
  "no-pdf-reader": NO_PDF_READER,
  "too-large": ["PDF 过大（最多 64 MB、1000 页）。请只留报告的内容，或另存为 .docx 后重试。", "The PDF is too large (at most 64 MB and 1000 pages). Keep only the report, or save it as .docx and try again."],
}; // prettier-ignore

const PROBLEMS: Readonly<Record<FileProblem, FileWords>> = {
  "not-a-zip": ["不是 .docx 文档。请用 Word 或 WPS 打开后另存为 .docx 后重试。", "This is no .docx document. Open it in Word or WPS, save it as .docx and try again."],
  "legacy-doc": LEGACY,
  "legacy-xls": NO_DOCUMENT,
  "binary-xlsb": NO_DOCUMENT,
  "not-a-workbook": NO_DOCUMENT,
  "not-a-document": NO_DOCUMENT,
  "no-text": NO_TEXT,
  "no-pdf-reader": NO_PDF_READER,
  encrypted: ["文档设有打开密码，无法读取。请用 Word 或 WPS 凭密码打开，取消密码，另存为 .docx 后重试。", "The document is protected by a password and can not be read. Open it with the password in Word or WPS, remove the password, save it as .docx and try again."],
  truncated: ["文件不完整，可能没有传完。请重新获取，或打开后另存为 .docx 后重试。", "The file is incomplete. Fetch it again, or open it and save it as .docx."],
  "zip-bomb": ["文件解压后过大，已拒绝读取。请另存为 .docx 后重试。", "The file unpacks to an unreasonable size and was refused. Save it as .docx again and retry."],
  "unsafe-xml": ["文件含有外部实体声明，不安全，已拒绝读取。请另存为 .docx 后重试。", "The file declares XML entities, which is unsafe, and was refused. Save it as .docx and try again."],
  "bad-xml": DAMAGED,
  "too-large": ["文档过大。请删去无关内容，另存为 .docx 后重试。", "The document is too large. Remove what is not needed, save it as .docx and try again."],
  "inconsistent-zip": DAMAGED,
  "unsupported-zip": ["压缩方式不受支持。请另存为 .docx 后重试。", "The package is compressed in an unsupported way. Save it as .docx and try again."],
}; // prettier-ignore

const PLAIN_TOO_LARGE: FileWords = [
  "文字超过 8 MB，过大。请只留报告的内容。",
  "The text is larger than 8 MB. Keep only the report.",
];
const NO_PLAIN_TEXT: FileWords = ["不是 UTF-8 或 GBK 编码的文字。请用记事本或 WPS 另存为 .txt 后重试。", "This is no text in UTF-8 or GBK. Save it as .txt in Notepad or WPS and try again."]; // prettier-ignore

/** What is wrong with a Word document, a PDF or a plain text, and what to do. */
export function documentProblem(problem: FileProblem, file: ReportKind): FileWords {
  switch (file) {
    case "document":
      return PROBLEMS[problem];
    case "pdf":
      return PDF_PROBLEMS[problem] ?? PDF_UNREADABLE;
    case "text":
      return problem === "too-large" ? PLAIN_TOO_LARGE : NO_PLAIN_TEXT;
  }
}
