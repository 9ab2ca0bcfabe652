import { rectA1 } from "../../../src/core/workbook/address";
import { heldByControls } from "../../../src/host/xlsx/read/legacy-controls";

const control = (type: string, anchor: string): string =>
  `<v:shape id="s"><x:ClientData ObjectType="${type}"><x:Anchor>${anchor}</x:Anchor><x:PrintObject>False</x:PrintObject></x:ClientData></v:shape>`;

describe("[P20] the cells under a form control are read from its anchor", () => {
  it.each<[title: string, vml: string, areas: readonly string[]]>([
    ["a check box within one cell", control("Checkbox", "6, 5, 1, 2, 6, 60, 1, 18"), ["G2"]],
    ["a drop-down over several", control("Drop", "6, 0, 1, 0, 8, 30, 3, 9"), ["G2:I4"]],
    ["one that ends at the edges of cells", control("Button", "6, 0, 1, 0, 8, 0, 3, 0"), ["G2:H3"]],
    ["an embedded object", control("Pict", "0,0,9,0,0,9,9,9"), ["A10"]],
    ["line breaks between the numbers", control("Scroll", "\n  6, 0, 1,\n 0, 6, 9, 1, 9\n"), ["G2"]],
    ["the box of a note", control("Note", "6, 0, 1, 0, 8, 30, 3, 9"), []],
    ["a note's box and a check box", control("Note", "6,0,1,0,8,30,3,9") + control("Checkbox", "7,0,1,0,7,9,1,9"), ["H2"]],
    ["another prefix, single quotes", "<e:ClientData ObjectType='Checkbox'><e:Anchor>6,0,1,0,6,9,1,9</e:Anchor></e:ClientData>", ["G2"]],
    ["tags that are not closed, as older programs write", '<xml><br><x:ClientData ObjectType="Checkbox"><x:Anchor>6,0,1,0,6,9,1,9</x:Anchor>', ["G2"]],
    ["no anchor", '<x:ClientData ObjectType="Checkbox"/>', []],
    ["half an anchor", control("Checkbox", "6, 0, 1"), []],
    ["an anchor beyond the sheet", control("Checkbox", "16384, 0, 1, 0, 16385, 0, 2, 0"), []],
    ["one that ends beyond the sheet", control("Checkbox", "16383, 0, 1048575, 0, 20000, 9, 2000000, 9"), ["XFD1048576"]],
    ["a picture in the page's header", '<v:shape id="LH"><v:imagedata o:relid="rId1"/></v:shape>', []],
  ])("%s", (_, vml, areas) => {
    expect(heldByControls(vml).map(rectA1)).toEqual(areas);
  });
}); // prettier-ignore
