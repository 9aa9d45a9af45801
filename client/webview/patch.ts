import { attributeText, type PictureElement } from "../src/graph/element.ts";

const SVG = "http://www.w3.org/2000/svg";
const drawn = new WeakMap<Element, PictureElement>();

/** Makes the children of a part of the page the ones given. Those that were there stay, with their focus, as long as their key does. */
export function patchChildren(parent: Element, children: PictureElement["children"]): void {
  const keyed = new Map<string, Element>();
  for (const child of parent.children) {
    const key = drawn.get(child)?.key;
    if (key !== undefined) keyed.set(key, child);
  }
  let place: ChildNode | null = parent.firstChild;
  for (const child of children) {
    if (typeof child === "string") {
      if (place?.nodeType === Node.TEXT_NODE) {
        if (place.nodeValue !== child) place.nodeValue = child;
        place = place.nextSibling;
      } else {
        parent.insertBefore(document.createTextNode(child), place);
      }
      continue;
    }
    const known = child.key === undefined ? matching(place, child) : keyed.get(child.key);
    const node = known ?? document.createElementNS(SVG, child.tag);
    // To move the element that has the focus would take the focus from it: what stands before it moves instead.
    while (node !== place && known !== undefined && place instanceof Element && !isWanted(place, children)) {
      const gone: ChildNode = place;
      place = place.nextSibling;
      gone.remove();
    }
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    patch(node, child);
  }
  while (place !== null) {
    const gone: ChildNode = place;
    place = place.nextSibling;
    gone.remove();
  }
}

function patch(node: Element, wanted: PictureElement): void {
  const before = drawn.get(node);
  for (const name of Object.keys(before?.attributes ?? {})) {
    if (attributeText(wanted.attributes[name]) === undefined) node.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(wanted.attributes)) {
    const text = attributeText(value);
    if (text !== undefined && attributeText(before?.attributes[name]) !== text) node.setAttribute(name, text);
  }
  drawn.set(node, wanted);
  patchChildren(node, wanted.children);
}

/** An element without a key is the one that stood at its place, if it is of its kind. */
function matching(place: ChildNode | null, wanted: PictureElement): Element | undefined {
  const before = place instanceof Element ? drawn.get(place) : undefined;
  return before !== undefined && before.key === undefined && before.tag === wanted.tag ? (place as Element) : undefined;
}

function isWanted(node: Element, children: PictureElement["children"]): boolean {
  const key = drawn.get(node)?.key;
  return key !== undefined && children.some((child) => typeof child !== "string" && child.key === key);
}
