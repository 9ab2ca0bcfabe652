/** The page of a folder lies over the workbook and its pane. */
export const BATCH_STYLE = `
.pb{position:fixed;inset:0;z-index:900;overflow:auto;background:#fff;color:#111;font:14px/1.5 "Microsoft YaHei","微软雅黑","PingFang SC","Noto Sans CJK SC",sans-serif}
.pb-bar{position:sticky;top:0;left:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:8px 16px;background:#f5f5f5;border-bottom:1px solid #ccc}
.pb-bar .space{flex:1}
.pb button,.pb select,.pb input{font:inherit;padding:2px 10px;border:1px solid #888;border-radius:4px;background:#fff;color:inherit}
.pb button:disabled{color:#888;border-color:#ccc}
.pb button.main{background:#0f6cbd;border-color:#0f6cbd;color:#fff}
.pb button.main:disabled{background:#9bbfdd;border-color:#9bbfdd}
.pb-page{padding:12px 16px 32px}
.pb h1{font-size:18px;margin:0 0 4px}
.pb p{margin:4px 0}
.pb progress{width:320px;height:14px}
.pb-tabs{display:flex;flex-wrap:wrap;gap:4px;margin:12px 0 8px}
.pb-tabs button[aria-selected=true]{background:#e8f1fa;border-color:#0f6cbd;font-weight:600}
.pb table{border-collapse:collapse;font-size:13px}
.pb th,.pb td{border:1px solid #bbb;padding:2px 8px;vertical-align:top;text-align:left;overflow-wrap:anywhere}
.pb th{background:#f0f0f0;position:sticky;top:var(--pb-bar,0);white-space:nowrap}
.pb .num{text-align:right;white-space:nowrap}
.pb td button{border:0;padding:0;background:none;color:#0f6cbd;text-align:left;text-decoration:underline;overflow-wrap:anywhere}
@media(forced-colors:active){.pb-tabs button[aria-selected=true]{outline:2px solid}}
`;
