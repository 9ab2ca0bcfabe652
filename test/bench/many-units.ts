import { Random } from "../faults/random";
import { buildWorkbook } from "../support/build-workbook";

/** A reason that several units give, and how those that copied it altered it. */
export type Copying = "word for word" | "other punctuation" | "a number altered" | "a clause added";

export interface Planted {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** "file\nindicator" of scores set far below those of the other units. */
  readonly outliers: ReadonlySet<string>;
  /** Files of each group of copies. */
  readonly copies: readonly { readonly how: Copying; readonly files: readonly string[] }[];
}

const INDICATORS = 28;
const MARK = 10;
/** A score as units give it: most lose a little (mean 0.6 of 10, deviation 0.4), to one decimal. */
const usual = (random: Random): number => Math.min(MARK, Math.round((MARK - 0.6 + 0.4 * normal(random)) * 10) / 10);
/** The sum of twelve uniform numbers less six: near enough to normal, and never beyond six deviations. */
const normal = (random: Random): number =>
  Array.from({ length: 12 }, () => random.whole(0, 1000) / 1000).reduce((a, b) => a + b, -6);

const WHAT =
  "河道清淤 泵站改造 校舍维修 培训班 图书采购 信息系统 道路养护 垃圾清运 绿化补植 疫苗冷链 档案数字化 农田灌渠 消防演练 食品抽检 法律援助".split(
    " ",
  );
const WHY =
  "招标流标一次 用地手续未批 监理单位更换 供货商违约 设计变更两处 连续阴雨停工 人员调离 设备到货推迟 验收意见整改 资金下达较晚 现场发现地下管线 合同条款争议".split(
    " ",
  );
const SO = "工期顺延 只完成一期 尾款未付 数量核减 转到下年实施 改由本单位实施 部分点位取消 进度落后于计划".split(" ");
const SIGNS = Array.from("东南西北上下前后新旧大小青白红黄石水金木山河湖海桥塘田园林村庄街里口湾坝岭坡沟洲");
const place = (random: Random): string => Array.from({ length: 4 }, () => random.pick(SIGNS)).join("");
/** Each has its own places, things, causes, outcomes and figures: no two of them are copies by chance. */
const reason = (random: Random): string =>
  `${random.whole(1, 12)}月${place(random)}${random.pick(WHAT)}因${random.pick(WHY)}，${random.pick(SO)}${random.whole(2, 97)}天；${place(random)}${random.pick(WHAT)}又遇${random.pick(WHY)}，涉及${random.whole(11, 999)}万元，${random.pick(SO)}`;

const COPY: Readonly<Record<Copying, (text: string) => string>> = {
  "word for word": (text) => text,
  "other punctuation": (text) => text.replace("，", ", ").replace("；", "。 "),
  "a number altered": (text) => text.replace(/涉及\d+/, "涉及358"),
  "a clause added": (text) => `${text}，已报主管部门`,
};

const nameOf = (i: number): string => `单位${String(i).padStart(4, "0")}.xlsx`;

/**
 * `count` units of the reference size (28 indicators) with usual scores and reasons of their own; one score in 500 is set far below
 * the others (to 3 of 10), and one unit in 40 takes a reason from the unit before it.
 */
export function manyUnits(count: number): Planted {
  const random = new Random(count);
  const outliers = new Set<string>();
  const copies: { how: Copying; files: readonly string[] }[] = [];
  const files = new Map<string, Uint8Array>();
  const kinds = Object.keys(COPY) as Copying[];
  let before: readonly (string | null)[] = [];
  for (let i = 0; i < count; i++) {
    const scores = Array.from({ length: INDICATORS }, () => usual(random));
    const reasons = scores.map((score) => (score < MARK ? reason(random) : null));
    for (let row = 0; row < INDICATORS; row++) {
      if (random.whole(1, 500) > 1) continue;
      scores[row] = 3;
      reasons[row] ??= reason(random);
      outliers.add(`${nameOf(i)}\n${indicator(row)}`);
    }
    const row = reasons.findIndex((text, at) => text !== null && before[at] !== null && before[at] !== undefined);
    if (i % 40 === 39 && row >= 0) {
      const how = kinds[copies.length % kinds.length] ?? "word for word";
      reasons[row] = COPY[how](before[row] ?? "");
      copies.push({ how, files: [nameOf(i - 1), nameOf(i)] });
    }
    before = reasons;
    files.set(nameOf(i), unit(i, scores, reasons));
  }
  return { files, outliers, copies };
}

const indicator = (row: number): string => `任务${String(row + 1).padStart(2, "0")}完成率`;
const FIRST = ["投入", "过程", "产出", "效果"];

function unit(i: number, scores: readonly number[], reasons: readonly (string | null)[]): Uint8Array {
  const rows = scores.map((score, row) => [
    FIRST[Math.floor(row / 7)] ?? "",
    `第${Math.floor(row / 4) + 1}组`,
    indicator(row),
    MARK,
    `按完成比例计算得分，满分${MARK}分为止。`,
    score,
    reasons[row] ?? null,
  ]);
  const total = Math.round(scores.reduce((sum, score) => sum + score, 0) * 10) / 10;
  return buildWorkbook({
    sheets: [
      {
        name: "自评表",
        rows: [
          ["2023年度部门整体支出绩效自评表"],
          [`单位名称：单位${i}`],
          ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评得分", "扣分原因"],
          ...rows,
          ["合计", null, null, INDICATORS * MARK, null, total, null],
        ],
      },
    ],
  });
}
