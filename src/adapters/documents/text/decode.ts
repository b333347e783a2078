// Bytes → text. The encoding is told by the bytes themselves before anything that the file says of itself.

/**
 * By byte order mark; else strict UTF-8; else `declared`, where a web page names its encoding; else Big5 where that is sure; else
 * GB18030, which older offices save. Null when none of them fits.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes);
  return (
    decodeAs("utf-8", bytes) ??
    (declared === null ? null : decodeAs(isChinese(declared) ? "gb18030" : declared, bytes)) ??
    decodeBig5(bytes) ??
    decodeAs("gb18030", bytes)
  );
}

/** GB2312 and GBK are what pages say; GB18030 holds both and what Word really writes. */
function isChinese(encoding: string): boolean {
  return /^(?:x-)?gb/i.test(encoding);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Words of every Traditional official text that Big5 read as GB18030 never shows, and the other way round. */
const TRADITIONAL = /[，。、；：（）「」的一不在有是年及與為會單位責任財務學員實]/g;
const SIMPLIFIED = /[，。、；：（）“”的一不在有是年及与为会单位责任财务学员实與為會單責財務學員實]/g;
/** Of a text in one of the two, some 15 % of the characters are such; of one read in the wrong encoding hardly any. */
const SURE = 0.08;

function decodeBig5(bytes: Uint8Array): string | null {
  const big5 = decodeAs("big5", bytes);
  if (big5 === null || share(big5, TRADITIONAL) < SURE) return null;
  const gb = decodeAs("gb18030", bytes);
  return gb === null || share(gb, SIMPLIFIED) < SURE / 4 ? big5 : null;
}

function share(text: string, pattern: RegExp): number {
  const written = text.replace(/[\s\u0020-\u007e]/g, "");
  return (written.match(pattern)?.length ?? 0) / Math.max(written.length, 1);
}
