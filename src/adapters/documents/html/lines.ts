// Words of a page → lines, with white space as a browser shows it.
import type { Line, Part } from "../content/parts.ts";

export interface Lines {
  words(text: string): void;
  breakLine(): void;
  /** Ends the line and puts the parts of a table behind it. */
  table(parts: readonly Part[]): void;
  /** Enters (1) or leaves (-1) text whose line breaks count. */
  preformatted(change: number): void;
  end(): readonly Part[];
}

/** A line break of the source between two Chinese characters is no space. */
const BROKEN_CHINESE =
  /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g;

export function createLines(at: () => number): Lines {
  const parts: Part[] = [];
  let open = "";
  let preformatted = 0;
  const flush = () => {
    const texts =
      preformatted > 0 ? open.split("\n") : [open.replace(BROKEN_CHINESE, "$1").replace(/[ \t\r\n\f]+/g, " ")];
    open = "";
    for (const text of texts) {
      if (text.trim() !== "") parts.push({ kind: "line", text: text.trim(), at: at() } satisfies Line);
    }
  };
  return {
    words(text) {
      open += text;
    },
    breakLine: flush,
    table(table) {
      flush();
      parts.push(...table);
    },
    preformatted(change) {
      preformatted += change;
    },
    end() {
      flush();
      return parts;
    },
  };
}
