// Two long texts side by side: where they differ, and enough around it to find the place.
import { describe, expect, it } from "vitest";
import { excerptsOf } from "../../../../src/domain/register/diff/excerpt.ts";

describe("excerptsOf", () => {
  const long = (middle: string) => `${"前".repeat(50)}甲乙丙丁${middle}戊己庚辛${"后".repeat(50)}`;

  it.each([
    ["short ones stay whole", "建成200个", "建成260个", "建成200个", "建成260个"],
    ["the difference in the middle", long("二百"), long("三百"), "…甲乙丙丁二百戊己庚…", "…甲乙丙丁三百戊己庚…"],
    ["something new", long(""), long("另"), "…甲乙丙丁戊己庚辛…", "…甲乙丙丁另戊己庚辛…"],
    ["at the beginning", `旧${"同".repeat(60)}`, `新${"同".repeat(60)}`, "旧同同同同…", "新同同同同…"],
    ["at the end", `${"同".repeat(60)}旧`, `${"同".repeat(60)}新`, "…同同同同旧", "…同同同同新"],
    ["one of them empty", "", "新".repeat(60), "", `${"新".repeat(39)}…`],
  ])("%s", (_, before, after, left, right) => {
    expect(excerptsOf(before, after, 40)).toEqual({ before: left, after: right });
  });

  it("never splits a character, nor passes the most", () => {
    const { before, after } = excerptsOf("𠮷".repeat(90), "𡈽".repeat(90), 40);
    expect([...before]).toHaveLength(40);
    expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
  });
});
