import fc from "fast-check";
import { SaxesParser } from "saxes";
import { CLOSE, END, OPEN, TEXT, XmlScanner } from "../../../src/host/xlsx/xml/scanner";
import { Unreadable } from "../../../src/host/xlsx/unreadable";
import { cpuMs } from "../../support/cpu-clock";

type Event = readonly [kind: string, ...details: unknown[]];

/** Neighbouring pieces of text count as one. */
function joined(events: readonly Event[]): Event[] {
  const result: Event[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (event[0] === "text" && last?.[0] === "text")
      result[result.length - 1] = ["text", String(last[1]) + String(event[1])];
    else if (event[0] !== "text" || event[1] !== "") result.push(event);
  }
  return result;
}

function scanned(source: string): readonly Event[] | "malformed" {
  const events: Event[] = [];
  try {
    const x = new XmlScanner(source);
    while (x.next() !== END) {
      if (x.kind === OPEN)
        events.push([
          "open",
          x.namespace,
          x.local,
          x
            .allAttributes()
            .map(([name, value]) => `${name}=${value}`)
            .sort(),
        ]);
      if (x.kind === CLOSE) events.push(["close", source.slice(x.end - 1, x.end)]);
      if (x.kind === TEXT) events.push(["text", x.text()]);
    }
    return joined(events);
  } catch (error) {
    if (error instanceof Unreadable) return "malformed";
    throw error;
  }
}

function parsedBySaxes(source: string): readonly Event[] | "malformed" {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let failed = false;
  parser.on("error", () => (failed = true));
  parser.on("doctype", () => (failed = true));
  parser.on("opentag", (tag) =>
    events.push([
      "open",
      tag.uri,
      tag.local,
      Object.entries(tag.attributes)
        .map(([name, { value }]) => `${name}=${value}`)
        .sort(),
    ]),
  );
  parser.on("closetag", () => events.push(["close", ">"]));
  let depth = 0;
  parser.on("opentagstart", () => depth++);
  parser.on("text", (text) => {
    if (depth > 0) events.push(["text", text]);
  });
  parser.on("cdata", (text) => events.push(["text", text]));
  try {
    parser.write(source).close();
  } catch {
    failed = true;
  }
  return failed ? "malformed" : joined(events.filter(([kind, text]) => kind !== "text" || text !== undefined));
}

/** Scraps that make sheets, well formed and not. */
const SCRAP = fc.constantFrom(
  "<row>", "</row>", "<c r='A1'>", "</c>", "<v>", "</v>", "<c/>", '<x:c x:a="1"/>', '<a xmlns:x="urn:x" b="2">', "</a>", '<x:c>', "</x:c>",
  "12", " ", "\r\n", "优", "𠀀", "&amp;", "&#65;", "&#x4f18;", "&bad;", "&", "<", ">", "/>", "]]>", "<![CDATA[<&]]>", "<![CDATA[", "<!-- c -->", "<!-- a--b -->", "<?pi x?>", "<c a='1' a=\"2\"/>", "<c a=1/>", '<c a="<"/>', '<c a="\t&lt;\n"/>', "<c a='1'b='2'/>", "< c/>", "<c />", "<c\n/>", "</c >", "\u0001",
); // prettier-ignore

describe("[X4] the scanner of the large parts", () => {
  it("agrees with saxes on what is well formed, and on every event", () => {
    let wellFormed = 0;
    fc.assert(
      fc.property(fc.array(SCRAP, { maxLength: 8 }), (scraps) => {
        const source = `<s xmlns="urn:s">${scraps.join("")}</s>`;
        if (scanned(source) !== "malformed") wellFormed++;
        expect([source, scanned(source)]).toEqual([source, parsedBySaxes(source)]);
      }),
      { numRuns: 3_000, seed: 7 },
    );
    expect(wellFormed).toBeGreaterThan(300);
  });

  it.each([
    ["two roots", "<a/><b/>"],
    ["text beside the root", "<a/>x"],
    ["no root", "<?xml version='1.0'?> "],
    ["an element that does not end", "<a><b></b>"],
    ["an end without a beginning", "</a>"],
    ["a document type", "<!DOCTYPE a><a/>"],
    ["a reference to no character", "<a>&#0;</a>"],
    ["a prefix out of its scope", '<a><b xmlns:x="u"/><x:c/></a>'],
  ])("reports %s", (_, source) => {
    expect(scanned(source)).toBe("malformed");
    expect(parsedBySaxes(source)).toBe("malformed");
  });

  it("tells the place of every token, so that the source can be cut at it", () => {
    const source = '\ufeff<?xml version="1.0"?><s><!-- <c/> --><c r="A1"/><c >1</c ></s>';
    const x = new XmlScanner(source);
    const places: string[] = [];
    while (x.next() !== END) places.push(source.slice(x.start, x.end));
    expect(places).toEqual(["<s>", '<c r="A1"/>', '<c r="A1"/>', "<c >", "1", "</c >", "</s>"]);
  });

  it("takes time in proportion to the source, whatever stands in it", () => {
    for (const scrap of ["<", "&amp;", "<c>", "<c a='1'/>", "]]>", "<!--", '<c a="', "&"]) {
      const started = cpuMs();
      scanned(`<s>${scrap.repeat(200_000)}</s>`);
      expect([scrap, cpuMs() - started < 3_000]).toEqual([scrap, true]);
    }
  });
});
