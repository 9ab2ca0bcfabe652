import { unzipSync, zipSync } from "fflate";
import { randomSource } from "../support/random-source";

/** The same numbers on every run: a failure names its round and comes again. */
export function random(seed: number): (below: number) => number {
  const next = randomSource(seed);
  return (below) => Math.floor(next() * below);
}

export type Pick = (below: number) => number;
export type Mutation = (file: Uint8Array, pick: (below: number) => number) => Uint8Array;

const flipBits: Mutation = (file, pick) => {
  const copy = Uint8Array.from(file);
  for (let times = 1 + pick(8); times > 0; times--) {
    const at = pick(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << pick(8));
  }
  return copy;
};

/** Flips only in the directory at the end, where every number decides something. */
const flipDirectory: Mutation = (file, pick) => {
  const copy = Uint8Array.from(file);
  const at = copy.length - 1 - pick(Math.min(900, copy.length));
  copy[at] = pick(256);
  return copy;
};

const truncate: Mutation = (file, pick) => file.subarray(0, pick(file.length));

const dropMiddle: Mutation = (file, pick) => {
  const at = pick(file.length);
  return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + pick(200))]);
};

const SCRAPS = ["<", ">", "/>", '"', "&", "<!--", "]]>", "<![CDATA[", "<c>", "</row>", "<x:c/>", ' r="A1"', ' t="s"', ' s="99999"', "-1", "1e999", "\u0000", "<f t=\"shared\" si=\"0\"/>", '<f t="array" ref="A1:C3">1</f>', "#REF!", "A1048577", "_xFFFF_"]; // prettier-ignore

/** Changes the text of one part and packs the workbook again, so that the fault is in the XML. */
const spoilPart: Mutation = (file, pick) => {
  const parts = unzipSync(file);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name) && !name.includes("theme"));
  const name = names[pick(names.length)] ?? "";
  let text = new TextDecoder().decode(parts[name]);
  for (let times = 1 + pick(3); times > 0; times--) {
    const at = pick(text.length + 1);
    const kind = pick(3);
    const scrap =
      kind === 0
        ? ""
        : kind === 1
          ? (SCRAPS[pick(SCRAPS.length)] ?? "")
          : text.slice(pick(text.length), pick(text.length));
    text = text.slice(0, at) + scrap + text.slice(at + pick(kind === 0 ? 60 : 4));
  }
  parts[name] = new TextEncoder().encode(text);
  return zipSync(parts, { level: 0 });
};

/** The kinds of damage to the bytes of a package, and to the text of a part. */
export const DAMAGES = { flipBits, flipDirectory, truncate, dropMiddle, spoilPart } as const satisfies Record<
  string,
  Mutation
>;
