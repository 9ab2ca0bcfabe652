// node test/support/render-icons.mjs [SHEET.png]: draws every assets/icons/*.svg anew as PNG in the sizes Office asks
// for; with SHEET.png also one picture of all of them on light and dark, to be looked at.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const SIZES = [16, 32, 64, 80, 128];
const BACKGROUNDS = ["#ffffff", "#f3f2f1", "#292929", "#000000"];
const folder = path.resolve(import.meta.dirname, "../../assets/icons");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".svg"))
  .map((file) => path.basename(file, ".svg"));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const page = await browser.newPage();

const asImage = (type, bytes, size) =>
  `<img width="${size}" height="${size}" src="data:image/${type};base64,${bytes.toString("base64")}">`;

async function draw(html, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}img{display:block}</style>${html}`);
  return page.screenshot({ omitBackground: true });
}

const drawn = new Map();
for (const name of names) {
  const svg = readFileSync(path.join(folder, `${name}.svg`));
  for (const size of SIZES) {
    const png = await draw(asImage("svg+xml", svg, size), size);
    writeFileSync(path.join(folder, `${name}-${size}.png`), png);
    drawn.set(`${name}-${size}`, png);
  }
}

const sheet = process.argv[2];
if (sheet) {
  const row = (name) => [16, 32, 80].map((size) => asImage("png", drawn.get(`${name}-${size}`), size)).join("&emsp;");
  const panel = (colour) => `<td style="background:${colour};padding:12px">${names.map(row).join("<br>")}</td>`;
  await page.setViewportSize({ width: 900, height: 560 });
  await page.setContent(`<table>${BACKGROUNDS.map(panel).join("")}</table>`);
  writeFileSync(sheet, await page.screenshot());
}
await browser.close();
