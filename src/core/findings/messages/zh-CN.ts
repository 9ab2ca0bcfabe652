import type { Messages, Where } from "./wording";
import { excerpt } from "./wording";

/** Messages in Chinese: 什么问题，在哪里，为什么，怎么改。 */
export const zhCN: Messages = {
  "no-table": ({ sheets }) =>
    `没有找到指标计分表（已查看工作表：${listed(sheets)}）。请确认表头含有“三级指标”“分值”“得分”等栏目名称。`,
  "ambiguous-header": ({ readings }, where) =>
    `${at(where)}无法确定以哪一栏为准：${readings.join("；")}。这几栏均未采用，请改写栏目名称，只留一栏作此用途。`,
  "duplicate-indicator": ({ name, cells }, where) =>
    `${at(where)}指标${quoted(name)}在同一上级指标下出现了 ${cells.length} 次（${listed(cells)}）。请合并或删去重复的一行。`,
  "missing-indicator": ({ name }) => `缺少共性指标${quoted(name)}。请补上该指标，或说明不设置的理由。`,
  "unknown-indicator": ({ name }, where) =>
    `${at(where)}指标${quoted(name)}不在所用的指标体系中，按自设指标处理；如属笔误请更正名称。`,
  "repeated-level": ({ name, cells }, where) =>
    `${at(where)}${quoted(name)}因换页重复印出（${listed(cells)}），只计一次，无需处理。`,

  "score-column-missing": ({ column }, where) =>
    `${at(where)}本表只有“${column}”栏，没有得分栏，得分未作推算，总分无从核对。请增设得分栏并填写各项得分。`,
  "deduction-mismatch": ({ name, deducted, fullMark, score }, where) =>
    `${at(where)}${quoted(name)}分值 ${fullMark} 分、扣 ${deducted} 分，与得分 ${score} 分不符。请核对扣分与得分。`,
  "review-column-chosen": ({ used, others }, where) =>
    `${at(where)}本表有多栏复核分，以“${used}”为准，${listed(others.map((each) => `“${each}”`))}未参与计算。`,
  "score-missing": ({ name, fullMark }, where) =>
    `${at(where)}${quoted(name)}未填得分${fullMark === null ? "" : `（分值 ${fullMark} 分）`}。请填写得分；确实不计分的请注明。`,
  "score-not-a-number": ({ name, text }, where) =>
    `${at(where)}${quoted(name)}的得分填的是“${excerpt(text)}”，不是以分计的数字，无法计入总分。请改填分数。`,
  "number-as-text": ({ text, number, column }, where) =>
    `${at(where)}${column}栏的“${excerpt(text)}”是文本格式的数字，SUM 求和时会漏掉。请改为数字 ${number}。`,
  "score-over-full": ({ name, score, fullMark }, where) =>
    `${at(where)}${quoted(name)}得 ${score} 分，超过分值 ${fullMark} 分。请核对得分与分值。`,
  "score-negative": ({ name, score }, where) =>
    `${at(where)}${quoted(name)}得分为 ${score}，得分不能为负，最低为 0 分。`,
  "score-precision": ({ name, score }, where) =>
    `${at(where)}${quoted(name)}得分 ${score} 超过两位小数。请按四舍五入保留两位小数。`,
  "error-value": ({ error, formula }, where) =>
    `${at(where)}单元格显示错误值 ${error}${formula === null ? "" : `（公式 ${excerpt(formula)}）`}，会使合计无法计算。请改正公式或其引用的数据。`,
  "placeholder-row": ({ text }, where) =>
    `${at(where)}本行是占位行${text === "" ? "（空白）" : `“${excerpt(text)}”`}，不作为指标计算；不需要时可以删去。`,

  "level-mark-mismatch": ({ name, stated, sum }, where) =>
    `${at(where)}${quoted(name)}标明 ${stated} 分，下级指标分值合计为 ${sum} 分，两者不等。请核对标明的分值，或检查是否漏行。`,
  "full-mark-total": ({ stated, sum }, where) =>
    `${at(where)}分值合计写 ${stated} 分，各项分值相加为 ${sum} 分。请核对各项分值与合计。`,
  "total-mismatch": ({ stated, sum }, where) =>
    `${at(where)}总分写 ${stated} 分，各项得分相加为 ${sum} 分。请重新合计。`,
  "subtotal-mismatch": ({ name, stated, sum }, where) =>
    `${at(where)}${quoted(name)}小计写 ${stated} 分，其下各项得分相加为 ${sum} 分。请重新合计。`,
  "grade-mismatch": ({ stated, expected, score }, where) =>
    `${at(where)}等级写“${stated}”，总分 ${score} 分对应“${expected}”（90（含）–100 优，80（含）–90 良，60（含）–80 中，60 以下差）。请更正等级或总分。`,
  "budget-mark-outside-total": ({ indicators, funding, total }, where) =>
    `${at(where)}各指标分值合计 ${indicators} 分，预算执行另占 ${funding} 分，一共超过总分 ${total} 分。请把预算执行的分值计入总分之内。`,
  "explained-by-rounding": ({ what, stated, computed }, where) =>
    `${at(where)}${what}写 ${stated}，计算为 ${computed}，差异可由四舍五入解释，一般无需处理。`,

  "input-missing": ({ name, missing, marks }, where) =>
    `${at(where)}${quoted(name)}缺少数据：${missing.join("、")}，无法核算${marks === null ? "" : `（涉及 ${marks} 分）`}。请在基础数据中补填。`,
  "zero-base": ({ name, base }, where) =>
    `${at(where)}${quoted(name)}的分母${quoted(base)}为 0，比率没有意义（不等于比率为 0）。请核对该数，或说明不适用。`,
  "rate-mismatch": ({ name, stated, computed }, where) =>
    `${at(where)}${quoted(name)}填写 ${stated}，按数据计算为 ${computed}。请核对比率及其分子、分母。`,
  "percent-scale": ({ name, value, suggested }, where) =>
    `${at(where)}${quoted(name)}填写 ${value}，似乎混淆了百分数与小数，应为 ${suggested}。请核对后改正。`,
  "unit-scale": ({ name, value, compared, factor }, where) =>
    `${at(where)}${quoted(name)}填写 ${value}，与 ${compared} 相差约 ${factor} 倍，可能混用了“元”和“万元”等单位。请统一单位。`,
  "parts-exceed-whole": ({ parts, whole, sum, total }, where) =>
    `${at(where)}${quoted(whole)}为 ${total}，而其中各项（${parts}）合计 ${sum}，部分超过了整体。请核对各项数据。`,
  "funding-total-mismatch": ({ column, stated, sum }, where) =>
    `${at(where)}年度资金总额的“${column}”写 ${stated}，下列各项资金合计为 ${sum}。请核对总额与各项。`,
  "execution-over-budget": ({ executed, budget }, where) =>
    `${at(where)}全年执行数 ${executed} 大于全年预算数 ${budget}。请核对执行数，或补记预算调整。`,
  "text-number-available": ({ name, number, excerpt: words }, where) =>
    `${at(where)}${quoted(name)}没有填数，但本单位文字中出现 ${number}（“${excerpt(words)}”）。确认无误后请填入基础数据。`,

  "score-mismatch": ({ name, stated, computed, explanation }, where) =>
    `${at(where)}${quoted(name)}自评 ${stated} 分，按评分标准复算为 ${computed} 分：${explanation.zh}。请更正得分或说明理由。`,
  "score-outside-tier": ({ name, score, tier, low, high }, where) =>
    `${at(where)}${quoted(name)}评为“${tier}”，得分应在 ${low}–${high} 分之间，现为 ${score} 分。请调整得分或档次。`,
  "target-met-but-deducted": ({ name, target, actual, score, fullMark }, where) =>
    `${at(where)}${quoted(name)}目标 ${excerpt(target)}、实际 ${excerpt(actual)}，目标已完成，却只得 ${score}/${fullMark} 分。请说明扣分依据或更正得分。`,
  "target-missed-but-full": ({ name, target, actual, score }, where) =>
    `${at(where)}${quoted(name)}目标 ${excerpt(target)}、实际 ${excerpt(actual)}，目标未完成，却得满分 ${score} 分。请按完成情况扣分，或更正实际完成值。`,
  "over-fulfilment": ({ name, target, actual, completion }, where) =>
    `${at(where)}${quoted(name)}目标 ${excerpt(target)}、实际 ${excerpt(actual)}，完成 ${completion}，超额过多。请说明原因，核对目标是否定得过低。`,
  "target-not-comparable": ({ name, target, actual, why }, where) =>
    `${at(where)}${quoted(name)}目标“${excerpt(target)}”与实际“${excerpt(actual)}”无法比较：${why.zh}。请按目标的口径和单位填写。`,
  "cap-exceeded": ({ what, score, cap, clause }, where) =>
    `${at(where)}${what}为 ${score} 分，超过上限 ${cap} 分（${clause}）。请按上限计分。`,
  "standard-unreadable": ({ name, text, reason }, where) =>
    `${at(where)}${quoted(name)}的评分标准“${excerpt(text)}”未能识别：${reason.zh}。该项不作判断，请人工核分。`,
  "standard-inconsistent": ({ name, fault }, where) =>
    `${at(where)}${quoted(name)}的评分标准不完整或自相矛盾：${fault.zh}。请核对标准原文。`,

  "standard-altered": ({ name, official, found }, where) =>
    `${at(where)}${quoted(name)}的评分标准与规定不一致：规定为“${excerpt(official)}”，表中为“${excerpt(found)}”。请恢复规定的标准。`,
  "mark-altered": ({ name, official, found }, where) =>
    `${at(where)}${quoted(name)}规定分值 ${official} 分，表中为 ${found} 分。请恢复规定的分值。`,
  "setting-differs": ({ setting, official, found }, where) =>
    `${at(where)}设置“${setting}”规定为 ${official}，工作簿中为 ${found}，复核按规定值计算。请改回或说明。`,
  "pack-unavailable": ({ pack }, where) =>
    `${at(where)}“规则”表选用的规则包“${pack}”没有内置，本次未按它计分。请用 --pack 指定该规则包的文件，或改选内置的规则包。`,

  "justification-missing": ({ name, deducted, noColumn, cause }, where) => {
    const fact = {
      deduction: `扣 ${deducted} 分，没有说明原因`,
      target: "目标未完成，没有说明原因",
      execution: "预算执行率低于 90%，没有说明原因",
    }[cause];
    const mend = noColumn ? "本表没有扣分原因栏，请增设一栏并写明具体原因" : "请在原因栏写明具体原因";
    return `${at(where)}${quoted(name)}${fact}。${mend}。`;
  },
  "justification-placeholder": ({ name, text, deducted }, where) =>
    `${at(where)}${quoted(name)}${lost(deducted)}原因栏只写了“${excerpt(text)}”，等于没有说明。请写明具体原因。`,
  "justification-copied": ({ name, text, cells }, where) =>
    `${at(where)}${quoted(name)}的原因“${excerpt(text)}”与其他扣分项相同（${listed(cells)}）。请分别写明各项自己的原因。`,
  "justification-without-deduction": ({ name, text }, where) =>
    `${at(where)}${quoted(name)}得满分，却写了扣分原因“${excerpt(text)}”。如无扣分可以删去，如应扣分请更正得分。`,
  "justification-number-mismatch": ({ name, text, inText, inCell }, where) =>
    `${at(where)}${quoted(name)}的原因“${excerpt(text)}”写的是 ${inText}，表中为 ${inCell}。请改成一致。`,
  "evidence-missing": ({ name }, where) =>
    `${at(where)}${quoted(name)}得满分，没有填写佐证材料。请列出能证明得分的材料（名称、文号、页码）；表中没有佐证材料栏的，写在“基础数据”中该指标的“来源说明”栏。`,

  "formula-overwritten": ({ expected, found }, where) =>
    `${at(where)}此处原为公式 ${excerpt(expected)}，已被改成 ${excerpt(found)}。请恢复公式。`,
  "formula-differs": ({ expected, found }, where) =>
    `${at(where)}公式应为 ${excerpt(expected)}，现为 ${excerpt(found)}。请核对并改正。`,
  "range-too-short": ({ formula, covers, needs }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 只合计到 ${covers}，应包括 ${needs}。请扩大范围。`,
  "hard-coded-constant": ({ formula, constant }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 中直接写了数字 ${constant}，数据变化时不会更新。请改为引用单元格。`,
  "stale-value": ({ formula, stored, calculated }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 显示 ${stored}，重算应为 ${calculated}，显示值已过时。请重新计算（F9）并保存。`,
  "text-skipped-by-sum": ({ formula, cells }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 漏掉了文本格式的数字（${listed(cells)}）。请把它们改为数字。`,
  "double-counted": ({ formula, cells }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 重复计算了 ${listed(cells)}。请去掉重复的部分。`,
  "inconsistent-formula": ({ formula, neighbours }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 与相邻行的写法（${excerpt(neighbours)}）不一致。请核对。`,
  "empty-reference": ({ formula, cells }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 引用了空单元格 ${listed(cells)}。请补填数据或改正引用。`,
  "merged-reference": ({ formula, cells }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 引用了合并单元格中没有内容的部分 ${listed(cells)}。请改为引用左上角单元格。`,
  "external-link": ({ formula, target }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 引用了其他文件 ${excerpt(target)}，对方看不到。请把数据放进本工作簿。`,
  "circular-reference": ({ cells }, where) =>
    `${at(where)}公式互相引用成环（${listed(cells)}），结果不可信。请断开循环引用。`,
  "manual-calculation": () => "工作簿设为手动计算，显示的结果可能过时。请改为自动计算后保存。",
  "hidden-cells": ({ what }, where) => `${at(where)}有隐藏的内容：${what}，仍参与计算。请取消隐藏并核对。`,

  "rule-crashed": ({ where: check, message }) =>
    `检查“${check}”运行出错（${excerpt(message)}），该项未检查，其余检查照常。请把此文件反馈给维护人员。`,
  "not-recalculated": ({ formula, reason }, where) =>
    `${at(where)}公式 ${excerpt(formula)} 未能重算：${reason}。该值未经核对，请人工核对。`,
  "validation-kept": ({ range }, where) => `${at(where)}${range} 已有数据有效性设置，予以保留，未加新的限制。`,
};

const quoted = (name: string): string => `「${name}」`;
const at = (where: Where): string => (where.cell === null ? "" : `${where.cell}：`);
const lost = (deducted: string): string => (deducted === "0" ? "" : `扣 ${deducted} 分，`);

/** Names up to five, the rest counted. */
const listed = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join("、")} 等 ${names.length} 处` : names.join("、");
