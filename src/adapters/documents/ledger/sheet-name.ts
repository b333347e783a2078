// Names of sheets as spreadsheets allow them: 31 characters, none of []:*?/\, told apart without regard to case.

const LONGEST = 31;

/** Gives each name once; what is taken gets a number. */
export function sheetNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const plain =
      wanted
        .toWellFormed()
        .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
        .replace(/\s+/g, " ")
        .replace(/^['\s]+|['\s]+$/g, "") || "—";
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? "" : `(${n})`;
      const name = `${[...plain].slice(0, LONGEST - suffix.length).join("")}${suffix}`.slice(0, LONGEST).toWellFormed();
      // Excel keeps 历史记录's English name for itself.
      if (taken.has(name.toLowerCase()) || name.toLowerCase() === "history") continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
