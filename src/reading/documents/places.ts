// Where each paragraph and each row of a document went. Nothing may get lost on the way.
import type { Source } from "./blocks/blocks.ts";

/**
 * heading: title, number, issuer, date, signature · section: the name of a group of tasks · context: a numbered clause that assigns
 * nobody · prose: other words of the document · furniture: no part of it · unread: speaks of responsibility, but no rule could read it.
 */
export type Place = "heading" | "section" | "table-head" | "task" | "context" | "prose" | "furniture" | "unread";

export interface Placed {
  readonly source: Source;
  readonly place: Place;
}

/** A numbered clause or row that assigns nobody. */
export interface ContextClause {
  readonly number: string;
  readonly label: string;
  readonly title: string;
  readonly from: Source;
}

/** Words that say who does something: 牵头单位, 由…牵头. 各责任单位 speaks of all of them and assigns nobody. */
const RESPONSIBILITY = /牵头|(?<![各有相关])(?:责任|配合|主办|承办|协办|参与|落实)(?:单位|部门)/;
/** Not 负责人, 负责解释, 认真负责. */
const DUTY = /(?<!认真|高度|尽职)负责(?!人|解释|任|制|同志)/;

/** Whether words assign somebody something, so that they must not be passed over. */
export function speaksOfResponsibility(plain: string): boolean {
  return RESPONSIBILITY.test(plain);
}

/** The same, where no number says that a clause stands there: 负责 counts too. */
export function hintsAtResponsibility(plain: string): boolean {
  return speaksOfResponsibility(plain) || DUTY.test(plain);
}
