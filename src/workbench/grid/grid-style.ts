/** The grid's own style sheet. The sheet is white in every theme, as paper is; its colours are the workbook's. */
export const GRID_STYLE = `
.ph-grid-home{flex:1;min-height:0;position:relative}
.ph-grid{position:absolute;inset:0;overflow:auto;background:#fff;color:#000;user-select:none;cursor:cell;font-variant-numeric:tabular-nums}
.ph-sizer{display:grid;position:relative}
.ph-layer{grid-area:1/1;position:relative;overflow:hidden;overflow:clip}
.ph-layer-top,.ph-layer-corner{position:sticky;top:0;align-self:start}
.ph-layer-left,.ph-layer-corner{position:sticky;left:0;justify-self:start}
.ph-layer-top{z-index:3;background:#fff}
.ph-layer-left{z-index:2;background:#fff}
.ph-layer-corner{z-index:4;background:#fff}
.ph-frozen-below{border-bottom:1px solid #8a8a8a;box-sizing:border-box}
.ph-frozen-right{border-right:1px solid #8a8a8a;box-sizing:border-box}
.ph-lines,.ph-rows,.ph-overlay,.ph-heads{position:absolute;inset:0}
.ph-lines,.ph-overlay{pointer-events:none}
.ph-line{position:absolute;background:#e1e1e1}
.ph-row{position:absolute;left:0;top:0;width:100%}
.ph-cell{position:absolute;top:0;height:100%;box-sizing:border-box;padding:0 3px;display:flex;flex-direction:column;overflow:hidden;white-space:pre}
.ph-cell>span{display:block;flex:none;max-width:100%}
.ph-merged{background-color:#fff;z-index:1}
.ph-v-top{justify-content:flex-start}
.ph-v-center{justify-content:center}
.ph-v-bottom{justify-content:flex-end}
.ph-h-left{align-items:flex-start;text-align:left}
.ph-h-center{align-items:center;text-align:center}
.ph-h-right{align-items:flex-end;text-align:right}
.ph-wrap{white-space:pre-wrap;overflow-wrap:anywhere}
.ph-wrap>span{width:100%}
.ph-over{overflow:visible;z-index:1}
.ph-over>span{max-width:none;overflow:hidden}
.ph-stored>span{font-style:italic}
.ph-stacked>span{writing-mode:vertical-rl;text-orientation:upright}
.ph-head{position:absolute;box-sizing:border-box;background:#f3f3f3;color:#444;border-right:1px solid #cfcfcf;border-bottom:1px solid #cfcfcf;font:12px/1 "Segoe UI","Microsoft YaHei",sans-serif;display:flex;align-items:center;justify-content:center;cursor:default}
.ph-head-marked{background:#d5e8dc;color:#0e5c2f;font-weight:600}
.ph-layer-corner .ph-heads::before{content:"";position:absolute;left:0;top:0;width:46px;height:22px;box-sizing:border-box;background:#f3f3f3;border-right:1px solid #cfcfcf;border-bottom:1px solid #cfcfcf}
.ph-selection{position:absolute;box-sizing:border-box;border:2px solid #107c41;background:rgba(16,124,65,.06);pointer-events:none}
.ph-revealed{box-shadow:0 0 0 3px rgba(247,148,29,.75)}
.ph-overlay{z-index:2}
.ph-editor{position:absolute;box-sizing:border-box;border:0;padding:1px 3px;margin:0;resize:none;overflow:hidden;opacity:0;pointer-events:none;background:#fff;color:#000;font:14px/1.3 "Segoe UI","Microsoft YaHei","Noto Sans CJK SC",sans-serif;outline:2px solid #107c41;outline-offset:-2px}
.ph-editor-open{opacity:1;pointer-events:auto;z-index:5;min-width:120px}
@media (forced-colors:active){.ph-selection{border-color:Highlight}.ph-head-marked{background:Highlight;color:HighlightText;forced-color-adjust:none}.ph-line{background:GrayText}.ph-cell,.ph-grid,.ph-merged,.ph-layer{background:Canvas;color:CanvasText}}
`;
