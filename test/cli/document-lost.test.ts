import { buildDocument } from "../support/build-document";
import { faultsInSarif } from "../support/sarif-schema";
import { run } from "./memory-terminal";

const PICTURE = {
  xml: '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>',
};
const TABLE = {
  table: [
    ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"],
    ["产出指标", "数量指标", "体检人数", "50", "50", ""],
    ["产出指标", "质量指标", "体检质量达标率", "50", "50", ""],
  ],
};
/** Two paragraphs and a picture beside the table. */
const WITH_PICTURE = buildDocument(["项目支出绩效自评表", "全年按计划实施。", PICTURE, TABLE]);
const TABLE_ALONE = buildDocument([TABLE]);

const files = new Map([
  ["有图.docx", WITH_PICTURE],
  ["只有表.docx", TABLE_ALONE],
  ["甲/有图.docx", WITH_PICTURE],
  ["甲/只有表.docx", TABLE_ALONE],
]);
const outOf = async (...argv: readonly string[]): Promise<string> => (await run(argv, files)).out;
const jsonOf = async (...argv: readonly string[]): Promise<unknown> => JSON.parse(await outOf(...argv, "--format", "json")); // prettier-ignore

const ZH = ["正文 2 段", "图片 1 幅"];
const EN = ["2 paragraphs", "1 picture"];

describe("[I4] what of a document is not read is said in every form, in the language of the report", () => {
  test.each<[command: readonly string[], zh: string, en: string]>([
    [["check", "有图.docx"], "未读：正文 2 段、图片 1 幅", "not read: 2 paragraphs, 1 picture"],
    [["audit", "有图.docx"], "未读：正文 2 段、图片 1 幅", "not read: 2 paragraphs, 1 picture"],
    [
      ["diff", "只有表.docx", "有图.docx"],
      "有图.docx：只核对了文档中的表格，未读：正文 2 段、图片 1 幅",
      "有图.docx: Only the tables of the document were checked; not read: 2 paragraphs, 1 picture",
    ],
    [["batch", "甲"], "有图.docx  正文 2 段、图片 1 幅", "有图.docx  2 paragraphs, 1 picture"],
  ])("%j as text", async (command, zh, en) => {
    expect(await outOf(...command)).toContain(zh);
    const english = await outOf(...command, "--lang", "en");
    expect(english).toContain(en);
    expect(english).not.toContain("正文 2 段");
  });

  test.each([["check"], ["audit"]])("%s as JSON: `lost`, absent where nothing is", async (command) => {
    expect(await jsonOf(command, "有图.docx")).toMatchObject({ lost: ZH });
    expect(await jsonOf(command, "有图.docx", "--lang", "en")).toMatchObject({ lost: EN });
    expect(await jsonOf(command, "只有表.docx")).not.toHaveProperty("lost");
  });

  test("diff as JSON: at the side it belongs to, also when that side is a report of check", async () => {
    expect(await jsonOf("diff", "只有表.docx", "有图.docx")).toMatchObject({ now: { lost: ZH } });
    const report = await outOf("check", "有图.docx", "--format", "json");
    const { out } = await run(["diff", "轮.json", "只有表.docx", "--format", "json"], new Map([...files, ["轮.json", new TextEncoder().encode(report)]])); // prettier-ignore
    expect(JSON.parse(out)).toMatchObject({ before: { lost: ZH } });
    expect((JSON.parse(out) as { now: object }).now).not.toHaveProperty("lost");
  });

  test("batch as JSON: at the file", async () => {
    const { files: told } = (await jsonOf("batch", "甲")) as { files: readonly { file: string; lost?: unknown }[] };
    expect(told.map(({ file, lost }) => [file, lost])).toEqual([["甲/只有表.docx", undefined], ["甲/有图.docx", ZH]]); // prettier-ignore
  });

  test.each([
    ["check", "zh", ["未读：正文 2 段", "未读：图片 1 幅"]],
    ["audit", "en", ["Not read: 2 paragraphs", "Not read: 1 picture"]],
  ])("%s as SARIF in %s: notifications, by the published schema", async (command, lang, texts) => {
    const log = JSON.parse(await outOf(command, "有图.docx", "--format", "sarif", "--lang", lang)) as Sarif;
    expect(faultsInSarif(log)).toEqual([]);
    expect(notified(log)).toEqual(texts.map((text) => [encodeURI("有图.docx"), text]));
    const whole = JSON.parse(await outOf(command, "只有表.docx", "--format", "sarif")) as Sarif;
    expect(whole.runs[0]).not.toHaveProperty("invocations");
  });
});

describe("[I7] what of a report beside the workbook is not read", () => {
  const command = ["check", "只有表.docx", "--report", "有图.docx"] as const;

  test("stands in text and JSON in the language of the report", async () => {
    expect(await outOf(...command)).toContain("未读：图片 1 幅");
    expect(await outOf(...command, "--lang", "en")).toContain("Not read: 1 picture");
    expect(await jsonOf(...command, "--lang", "en")).toMatchObject({ report: { lost: ["1 picture"] } });
  });

  test("is a notification of SARIF at the report's own file", async () => {
    const log = JSON.parse(await outOf(...command, "--format", "sarif")) as Sarif;
    expect(faultsInSarif(log)).toEqual([]);
    expect(notified(log)).toEqual([[encodeURI("有图.docx"), "未读：图片 1 幅"]]);
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly invocations?: readonly { readonly toolExecutionNotifications: readonly Notification[] }[];
  }[];
}
interface Notification {
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}

const notified = ({ runs }: Sarif): readonly unknown[] =>
  (runs[0]?.invocations ?? []).flatMap(({ toolExecutionNotifications }) =>
    toolExecutionNotifications.map(({ message, locations }) => [
      locations[0]?.physicalLocation.artifactLocation.uri,
      message.text,
    ]),
  );
