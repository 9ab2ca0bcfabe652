/** Black on white, for paper: no colour carries a meaning that a word beside it does not. */
export const REPORT_STYLE = `
.pr{position:fixed;inset:0;z-index:1000;overflow:auto;background:#fff;color:#111;font:14px/1.5 "SimSun","宋体","Songti SC","Noto Serif CJK SC",serif}
.pr-bar{position:sticky;top:0;display:flex;gap:8px;justify-content:flex-end;padding:8px 24px;background:#f5f5f5;border-bottom:1px solid #ccc}
.pr-page{max-width:900px;margin:0 auto;padding:24px}
.pr h1{font-size:24px;text-align:center;margin:0 0 16px}
.pr h2{font-size:17px;margin:20px 0 8px;border-bottom:1px solid #999}
.pr h3{font-size:15px;margin:12px 0 6px}
.pr dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0}
.pr dt{color:#444}
.pr dd{margin:0;overflow-wrap:anywhere}
.pr table{border-collapse:collapse;width:100%;font-size:13px}
.pr th,.pr td{border:1px solid #888;padding:2px 6px;vertical-align:top;text-align:left;overflow-wrap:anywhere}
.pr th{background:#eee}
.pr .num{text-align:right;white-space:nowrap}
.pr tr{break-inside:avoid}
.pr thead{display:table-header-group}
.pr svg{display:block;width:100%;height:14px;border:1px solid #444}
.pr .legend{font-size:12px;color:#333;margin:2px 0 8px}
.pr .signed{display:grid;grid-template-columns:repeat(4,1fr);gap:24px;margin-top:32px}
.pr .signed span{border-bottom:1px solid #111;padding-bottom:24px}
@media print{body *{visibility:hidden}.pr,.pr *{visibility:visible}.pr{position:absolute;inset:0 auto auto 0;width:100%;overflow:visible}.pr-bar{display:none}.pr-page{max-width:none;padding:0}}
@page{margin:18mm 16mm}
`;
