import type { FontMetrics } from "../src/graph/labelWidth.ts";

/** Measures the font in which the picture is drawn. */
export function measureFont(): FontMetrics {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily || "sans-serif";
  if (context === null) return { ascii: [], other: 13 };
  context.font = `13px ${family}`;
  const width = (text: string) => Math.ceil(context.measureText(text).width * 100) / 100;
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => width(String.fromCharCode(0x20 + index)));
  return { ascii, other: Math.max(width("W"), width("漢"), width("😀")) };
}
