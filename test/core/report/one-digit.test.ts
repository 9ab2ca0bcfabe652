import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { numbersOf } from "../../../src/core/report/relations/numbers-of";
import { contradictions, read } from "./read";

/*
 * Reports in the style of real ones, written for this test: every sum, growth and share in them was worked out by hand.
 * Those named u…, v… and w… were written by people who had not seen the reader.
 */

const FOLDER = "test/workbooks/reports";
const QUIET = readdirSync(path.resolve(FOLDER, "quiet")).map((name) => `quiet/${name}`);
const TEXTS = [...QUIET, "r03.txt"].map((name) => [name, readFileSync(path.resolve(FOLDER, name), "utf8")] as const);

describe("[I22] reports without a fault", () => {
  it.each(TEXTS)("%s gives no contradiction", (_, text) => expect(contradictions(text)).toEqual([]));
});

/** The text with one digit of a number changed by three: the middle one, and never to a leading 0. */
function withOneDigit(text: string, from: number, to: number): string {
  const places = Array.from({ length: to - from }, (_, i) => from + i).filter((at) => /\d/.test(text.charAt(at)));
  const at = places[Math.floor(places.length / 2)] ?? from;
  const digit = (Number(text.charAt(at)) + 3) % 10;
  return `${text.slice(0, at)}${digit === 0 && at === places[0] ? 1 : digit}${text.slice(at + 1)}`;
}

describe("one digit changed in a number on which a held relation rests", () => {
  it("is reported for most of them", () => {
    const outcomes = TEXTS.filter(([name]) => name.startsWith("quiet/q") || name === "r03.txt").flatMap(([, text]) => {
      // as it is read: joined lines and no blanks, so that places are those of the characters
      const { prose, relations } = read(text);
      const held = relations.filter(({ verdict }) => verdict.is === "holds").flatMap(numbersOf);
      return [...new Set(held)].map(({ from, to, role }) => {
        const changed = withOneDigit(prose.printed, from, to);
        return { role, reported: contradictions(changed).length > 0 };
      });
    });
    const of = (role: string): readonly [reported: number, all: number] => {
      const own = outcomes.filter((one) => role === "" || one.role === role);
      return [own.filter(({ reported }) => reported).length, own.length];
    };
    if (process.env.PINGHE_SHARES) process.stdout.write(`${["", "stated", "delta", "growth", "share", "rate", "previous"].map((role) => `${role || "all"} ${of(role).join("/")}`).join(", ")}\n`); // prettier-ignore
    const [reported, all] = of("");
    expect(all).toBeGreaterThan(200);
    expect(reported / all).toBeGreaterThan(0.58);
  });
});
