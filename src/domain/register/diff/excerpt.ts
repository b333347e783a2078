// What of two long texts is shown side by side: the stretch where they differ, with a few characters around it.

/** Characters kept before and behind the difference, so that a reader finds the place. */
const AROUND = 4;

const GAP = "…";

/** Both at most `most` characters. Short texts stay whole. */
export function excerptsOf(before: string, after: string, most: number): { before: string; after: string } {
  const a = [...before];
  const b = [...after];
  if (a.length <= most && b.length <= most) return { before, after };
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const from = Math.max(0, start - AROUND);
  const behind = Math.max(0, end - AROUND);
  return { before: stretch(a, from, behind, most), after: stretch(b, from, behind, most) };
}

function stretch(text: readonly string[], from: number, behind: number, most: number): string {
  const head = from > 0 ? GAP : "";
  const room = most - head.length - 1;
  const kept = text.slice(from, text.length - behind);
  const cut = kept.length > room;
  return `${head}${kept.slice(0, room).join("")}${cut || behind > 0 ? GAP : ""}`;
}
