/**
 * Radicals that a .pdf gives in place of characters (⻔ for 门): the block U+2E80–2EF3 in its order, one character for one, so
 * that places hold; a blank where Unicode names no single character of the first plane. NFKC knows only two of them.
 */
const RADICALS_FROM = 0x2e80;
const RADICALS =
  " 厂乛乚乙亻冂 刀刂卜㔾小小兀尣尢 巳幺彑 忄㣺扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王 目示礻竹糹纟罓罒㓁冗 羊  耂肀聿肉 艹艹艹虎衤覀西见角 讠贝 车辶辶辶邑钅長镸长门 阝雨青韦页风飞食 飠饣 马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟";

/** The characters of Kangxi radicals (⽀ for 支), which NFKC knows. */
const KANGXI_FROM = 0x2f00;
const KANGXI_TO = 0x2fd5;

/** The character for a radical; any other unit as it is. */
export function characterOf(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= KANGXI_FROM && code <= KANGXI_TO) return unit.normalize("NFKC");
  const found = RADICALS.charAt(code - RADICALS_FROM);
  return code < RADICALS_FROM || found === "" || found === " " ? unit : found;
}
