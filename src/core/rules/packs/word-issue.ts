import type * as v from "valibot";

interface Words {
  readonly zh: string;
  readonly en: string;
}

const TYPES: ReadonlyMap<string, Words> = new Map([
  ["string", { zh: "文字", en: "a text" }],
  ["number", { zh: "数字", en: "a number" }],
  ["boolean", { zh: "true 或 false", en: "true or false" }],
  ["Array", { zh: "列表", en: "a list" }],
  ["Object", { zh: "“名称: 值”的列表", en: "a list of names and values" }],
]);

/** What a pack file's fault is, in both languages: the schema's reader says it in English only. */
export function wordIssue({ type, expected, received }: v.BaseIssue<unknown>): Words {
  if (type === "strict_object" && expected === "never")
    return { zh: "没有这个名称，请检查拼写", en: "this name is unknown; check its spelling" };
  if (received === "undefined") return { zh: "缺少这一项", en: "this is missing" };
  const wanted = wantedWords(expected ?? "");
  if (type === "regex") return { zh: `写法不对：${received}`, en: `${received} is not written as it should be` };
  if (type === "min_length") return { zh: "项数太少", en: "there are too few of these" };
  return { zh: `应为${wanted.zh}，不能是 ${received}`, en: `this should be ${wanted.en}, not ${received}` };
}

/** "(number | string)", "("yes" | "no")", "string". */
function wantedWords(expected: string): Words {
  const parts = expected.replace(/^\((.*)\)$/, "$1").split(" | ");
  const words = parts.map((part) => TYPES.get(part) ?? { zh: part, en: part });
  return { zh: words.map(({ zh }) => zh).join("或"), en: words.map(({ en }) => en).join(" or ") };
}
