// A task as a reader finds it, before its number is made unique and its dates and targets are read.
import type { ReviewNote } from "../../domain/register/draft.ts";
import type { UnitMention } from "../../domain/register/unit.ts";
import type { Passage, Source } from "./blocks/blocks.ts";

export interface FoundTask {
  /** In Arabic numerals: "21", "3.1". */
  readonly number: string;
  /** Numbers of the clauses above, outermost first: they tell apart numbers that begin anew in every section. */
  readonly parents: readonly number[];
  readonly label: string;
  readonly section: string | null;
  readonly title: string;
  readonly text: Passage;
  readonly lead: readonly UnitMention[];
  readonly supporting: readonly UnitMention[];
  readonly review: readonly ReviewNote[];
  /** What a time column or the notation says, "" where there is none. */
  readonly deadlineField: string;
  /** Its first paragraph, or its row. */
  readonly from: Source;
}
