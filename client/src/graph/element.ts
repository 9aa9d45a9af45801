/** An element of a picture, as data: written out as SVG text, or made into a part of the page. */
export interface PictureElement {
  readonly tag: string;
  /** What tells it from its brothers, where these come and go. */
  readonly key?: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children: readonly (PictureElement | string)[];
}

/** Makes one. Attributes that are undefined or false are not there, those that are true are empty. */
export function element(
  tag: string,
  attributes: PictureElement["attributes"] & { readonly key?: string },
  ...children: PictureElement["children"]
): PictureElement {
  const { key, ...rest } = attributes;
  return { tag, ...(key !== undefined && { key }), attributes: rest, children };
}

/** The text of an attribute, or undefined when it is not there. */
export function attributeText(value: string | number | boolean | undefined): string | undefined {
  if (value === undefined || value === false) return undefined;
  return value === true ? "" : String(value);
}

/** The element as text of an XML document. */
export function toXml({ tag, attributes, children }: PictureElement): string {
  const pairs = Object.entries(attributes).flatMap(([name, value]) => {
    const text = attributeText(value);
    return text === undefined ? [] : ` ${name}="${escapeXml(text)}"`;
  });
  const inside = children.map((child) => (typeof child === "string" ? escapeXml(child) : toXml(child))).join("");
  return `<${tag}${pairs.join("")}${inside === "" ? "/>" : `>${inside}</${tag}>`}`;
}

/** Also for text of HTML. Characters that XML forbids even when escaped are replaced. */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}");
}
