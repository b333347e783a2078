// Formulas that stand in a cell as text: the words they show are kept, the link or command in them is not.

/** The words that =HYPERLINK("…","words") and ="words" show; null for anything else, which stays the plain text it is. */
export function formulaLabel(text: string): string | null {
  if (!text.startsWith("=")) return null;
  const quoted = /^=\s*(?:HYPERLINK\s*\(\s*"(?:[^"]|"")*"\s*[,;]\s*)?"((?:[^"]|"")*)"\s*\)?\s*$/i.exec(text)?.[1];
  if (quoted !== undefined)
    return /^=\s*HYPERLINK\s*\(\s*"(?:[^"]|"")*"\s*\)\s*$/i.test(text) ? "" : quoted.replaceAll('""', '"');
  return null;
}
