// Text in the encodings of older offices. Node only reads these, so the table is made by reading every pair of bytes.

/** Bytes of a two-byte encoding; ASCII stays. Throws for a character that it does not have. */
export function encode(encoding: "gb18030" | "big5", text: string): Uint8Array {
  const pairs = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder(encoding);
  for (let high = encoding === "big5" ? 0xa1 : 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !pairs.has(character)) pairs.set(character, [high, low]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const pair = character < "\u0080" ? [character.charCodeAt(0)] : pairs.get(character);
      if (!pair) throw new Error(`${encoding} has no ${character}`);
      return pair;
    }),
  );
}
