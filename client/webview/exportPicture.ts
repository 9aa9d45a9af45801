import { type GraphScene, graphSvg } from "../src/graph/graphPicture.ts";
import { withValues } from "../src/graph/stylesheetValues.ts";
import stylesheet from "./picture.css";

/** Pixels of the file for one of the picture. */
const SHARPNESS = 2;
/** The longest side that browsers draw. */
const LONGEST = 8192;

/** The picture as an SVG file in the colours of the page. */
export function svgFile(scene: GraphScene): string {
  const style = getComputedStyle(document.documentElement);
  return graphSvg(
    scene,
    withValues(stylesheet, (variable) => style.getPropertyValue(variable)),
  );
}

/** The picture as a PNG file, in base64. */
export async function pngFile(scene: GraphScene): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFile(scene))}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, LONGEST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(image.width * scale);
  canvas.height = Math.ceil(image.height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
}
