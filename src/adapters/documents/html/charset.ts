// The encoding that a page names: <meta charset="gb2312">, http-equiv, or an XML declaration.

/** How far the HTML standard looks. */
const LOOKED_AT = 1024 * 4;

/** Null where the page names none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, LOOKED_AT));
  return /<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(start)?.[1] ?? null;
}
