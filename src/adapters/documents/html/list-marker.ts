// The number that a browser writes in front of a list item.
import type { DefaultTreeAdapterMap } from "parse5";

type Element = DefaultTreeAdapterMap["element"];

/** "3." for the third item of an ordered list, "" elsewhere. */
export function listMarker(item: Element): string {
  const list = item.parentNode;
  if (!list || !("tagName" in list) || list.tagName !== "ol") return "";
  const value = numberIn(item, "value") ?? positionOf(item, list);
  return `${value}.`;
}

/** Counted once for each list: a list of many thousand items is not counted again for every one. */
const counted = new WeakMap<Element, Map<Element, number>>();

function positionOf(item: Element, list: Element): number {
  let positions = counted.get(list);
  if (!positions) {
    positions = new Map();
    let next = numberIn(list, "start") ?? 1;
    for (const child of list.childNodes) {
      if (!("tagName" in child) || child.tagName !== "li") continue;
      next = numberIn(child, "value") ?? next;
      positions.set(child, next++);
    }
    counted.set(list, positions);
  }
  return positions.get(item) ?? 1;
}

function numberIn(element: Element, name: string): number | null {
  const value = Number.parseInt(element.attrs.find((attr) => attr.name === name)?.value ?? "", 10);
  return Number.isSafeInteger(value) ? value : null;
}
