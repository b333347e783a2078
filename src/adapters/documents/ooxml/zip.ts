// A zip file, looked at before it is unpacked: its directory first, then only the parts asked for, within limits.
import { unzipSync } from "fflate";
import { Refusal } from "../../../errors.ts";
import { MOST_UNPACKED_BYTES, MOST_ZIP_ENTRIES } from "../limits.ts";

export interface ZipFile {
  readonly names: ReadonlySet<string>;
  /** Unpacks one part; null when there is none. Refuses what unpacks to too much, and what is damaged. */
  read(name: string): Uint8Array | null;
}

/** Deflate never packs closer than this, and hardly ever makes anything longer. */
const CLOSEST_PACKING = 1_100;
const LARGEST_OVERHEAD = 1_024;

/** Refuses with file-unreadable what has no directory, with file-too-complex too many entries. */
export function openZip(bytes: Uint8Array): ZipFile {
  const sizes = new Map<string, number>();
  let entries = 0;
  unzip(bytes, ({ name, size, originalSize }) => {
    entries += 1;
    if (entries > MOST_ZIP_ENTRIES) throw new Refusal("file-too-complex");
    // Sizes that cannot be: fflate would set aside what the directory claims, or go on unpacking for nothing.
    const lies =
      originalSize > size * CLOSEST_PACKING + LARGEST_OVERHEAD || size > originalSize + LARGEST_OVERHEAD * 64;
    sizes.set(name, lies ? Number.NaN : originalSize);
    return false;
  });
  let unpacked = 0;
  return {
    names: new Set(sizes.keys()),
    read(name) {
      const size = sizes.get(name);
      if (size === undefined) return null;
      if (Number.isNaN(size)) throw new Refusal("file-unreadable");
      unpacked += size;
      if (unpacked > MOST_UNPACKED_BYTES) throw new Refusal("file-too-complex");
      return unzip(bytes, (entry) => entry.name === name)[name] ?? null;
    },
  };
}

/** fflate writes into a buffer of the size that the directory claims and never beyond it. */
function unzip(...[bytes, filter]: [Uint8Array, (entry: ZipEntry) => boolean]): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    throw new Refusal("file-unreadable");
  }
}

interface ZipEntry {
  readonly name: string;
  /** Packed, in bytes. */
  readonly size: number;
  /** Unpacked, as the directory claims. */
  readonly originalSize: number;
}
