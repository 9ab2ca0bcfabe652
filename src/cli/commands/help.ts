import type { CommandLine } from "../arguments";
import { EXIT, type Terminal } from "../terminal";

const ZH = `评核 pinghe：核验支出绩效评价指标计分表

  pinghe check FILE [选项]              读取、核验、复算；不写任何文件
  pinghe audit FILE [-o OUT] [选项]     逐个重算全工作簿的公式，查出未重算、失效、漏计、重复的公式；-o 时在副本里写“公式核查表”
  pinghe score FILE -o OUT [选项]       同上，并把比率、得分、名称、校验和核验记录写入副本
  pinghe diff OLD NEW [选项]            比较两轮（工作簿或 check 的 JSON 报告）：已消除、仍在、新增的问题，变了的分值、得分、标准、数据、原因
  pinghe batch 文件夹|文件… [-o 汇总.xlsx] [选项]  批量核验并互相比较：名次、先看哪些、离群的得分、雷同的原因、改动的表式、读不了的文件
  pinghe report FILE -o 自评报告.docx [选项] 自评报告草稿：只写工作簿里有的（得分、资金、扣分及原因），没有的留“【待填：…】”
  pinghe clean FILE -o OUT              由已写入的副本得到报送版
  pinghe prepare TEMPLATE -o OUT [选项] 把官方模板做成无需安装即可自动计分的工作簿
  pinghe seal FILE -o X.pinghe.json     封存：文件与内容的哈希、所给数据、设置、规则包、问题和各项数值
  pinghe replay X.pinghe.json FILE      照封存重新推算一遍，逐字比较，说明何处不同
  pinghe rule --text T --full N         读一条评分标准   [--name NAME] [--explanation T] [--at 0.95,1.02] [--set 名=值]… [--format text|json|tree]
  pinghe formula --text T               读一条计算公式   [--set 名称=数值]…
  pinghe pack FILE [-o OUT] [--force]   核对规则包读成什么；OUT 为 .xlsx 时写成工作表，为 .yaml 时写成 YAML（FILE 也可以是内置规则包的名称）

check、audit、score、diff、batch、report、prepare、seal 的选项
  --inputs FILE      基础数据（YAML 或 JSON：名称: 数值）
  --pack ID|FILE|auto 规则包（文件可以是 YAML 或 .xlsx）   --template FILE   官方模板
  --set KEY=VALUE    设置         --lang zh|en      语言
  --format text|json|sarif
check、audit 还有（score 也有 --report）
  --report FILE      与表一同报送的文字报告（.txt、.docx、.pdf）：报告自身、报告与表是否一致
  --baseline FILE    与之前的 JSON 或 SARIF 报告（check 也可用上一轮的工作簿）相比：新增、未变、已消除
check 还有
  --slip OUT         退回意见单（.docx 或可打印的 .html）：每条须更正或补充之处一行，留有答复栏   --due 2023-04-30   答复期限
batch 还有
  --slips FOLDER     给每个需要退回的单位写一份退回意见单（文件夹须已存在）   --due 2023-04-30   答复期限
  --roster FILE      名单（工作簿，一栏单位名称）：应报、已报、未报、不在名单上的文件
audit 还有
  --cell 工作表!A1    只说一个单元格：显示值、公式、识别为什么、引用与被引用、单独与全链重算、结论、问题（text 或 json）
score 还有
  --fill-blank       用公式填写空白的得分和比率单元格
  --force            覆盖已有的输出文件

退出码：0 没有错误；1 有错误；2 无法运行（提示一行，不写任何文件）
`;

const EN = `pinghe: checks expenditure performance scoring tables

  pinghe check FILE [options]              read, validate, recalculate; writes nothing
  pinghe audit FILE [-o OUT] [options]     recalculate every formula of the workbook where it stands; with -o a copy with the sheet 公式核查表
  pinghe score FILE -o OUT [options]       the same, then write rates, scores, guards and the record into a copy
  pinghe diff OLD NEW [options]            compare two rounds (workbooks or JSON reports of check): findings fixed, open, new; changed marks, scores, standards, data, reasons
  pinghe batch FOLDER|FILES… [-o SUMMARY.xlsx] [options]  review many and compare them: ranking, whom to look at first, outliers, copied reasons, changed forms, unreadable files
  pinghe report FILE -o REPORT.docx [options] a draft of the self-evaluation report, in Chinese, of what the workbook holds; what it lacks is a marked gap
  pinghe clean FILE -o OUT                 the submission version of a scored copy
  pinghe prepare TEMPLATE -o OUT [options] make a self-scoring workbook of an official template
  pinghe seal FILE -o X.pinghe.json        hashes, inputs, settings, pack, findings and values, for another person
  pinghe replay X.pinghe.json FILE         derive all of it anew, compare byte for byte, say what differs
  pinghe rule --text T --full N            read a printed standard    [--name NAME] [--explanation T] [--at 0.95,1.02] [--set NAME=V]… [--format text|json|tree]
  pinghe formula --text T                  read a printed definition  [--set NAME=V]…
  pinghe pack FILE [-o OUT] [--force]      what a rule pack reads as; written as sheets where OUT ends with .xlsx, as YAML with .yaml (FILE may be a built-in pack's name)

Options of check, audit, score, diff, batch, report, prepare, seal
  --inputs FILE      base data (YAML or JSON: quantity: number)
  --pack ID|FILE|auto rule pack (a file of YAML, or .xlsx)   --template FILE   official template
  --set KEY=VALUE    setting      --lang zh|en      language
  --format text|json|sarif
of check and audit also (of score --report, too)
  --report FILE      the narrative report beside the table (.txt, .docx, .pdf): whether it agrees with itself and with the table
  --baseline FILE    against an earlier JSON or SARIF report (of check also an earlier workbook): new, unchanged, gone
of check also
  --slip OUT         the return slip (.docx, or .html to print): a row for each point to mend or supply, with room for the answer   --due 2023-04-30   by when
of batch also
  --slips FOLDER     a return slip for each unit that needs one (the folder must be there)   --due 2023-04-30   by when
  --roster FILE      a list of units (a workbook, one column of names): who was to report, who did, files of nobody
of audit also
  --cell SHEET!A1    one cell alone: what it shows, its formula, what it was read as, what it reads and what reads it, both results, verdict, findings (text or json)
of score also
  --fill-blank       fill blank score and rate cells with formulas
  --force            overwrite an existing output file

Exit status: 0 no error found; 1 errors found; 2 could not run (one line, nothing written)
`;

export function help(line: CommandLine, terminal: Terminal): Promise<number> {
  terminal.out(line.options.lang === "zh" ? ZH : EN);
  return Promise.resolve(EXIT.clean);
}
