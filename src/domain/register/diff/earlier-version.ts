// Whether a draft is a newer version of a document that the register holds, and of which.
import type { DraftDocument } from "../draft.ts";
import { documentsInForce, type SourceDocument } from "../task.ts";
import { type Fold, wordsOf } from "./words.ts";

type Named = Pick<DraftDocument, "title" | "issuer" | "number" | "date">;

/** （修订）, （试行）, （2026年版）, （征求意见稿）: said of a version, not of the document. */
const VERSION_REMARK = /\([^()]*(?:修[订改正]|试行|暂行|[版稿年])[^()]*\)|修订[版稿]?$|[版稿]$/g;

const YEARS =
  /(?:\d{4}|[〇零一二三四五六七八九]{4})(?:年度?|(?=[-—–至到~]))|[-—–至到~](?:\d{4}|[〇零一二三四五六七八九]{4})年?/g;

/** 关于印发《…》的通知, 关于修订〈…〉的通知: what is issued is the document. */
const COVER = /^.*?关于(?:(?:重新)?印发|修[订改正]|调整|公布|发布)|的(?:通知|决定|公告)$/g;

/**
 * The version in force that the draft is newer than: a document of the same issuer and title (without years, remarks of
 * version and marks), else one of the same number. Of several the newest; never one that is dated later than the draft.
 */
export function findEarlierVersion(
  draft: Named,
  documents: readonly SourceDocument[],
  fold: Fold = (text) => text,
): SourceDocument | null {
  const earlier = documentsInForce(documents)
    .filter((document) => !isLater(document, draft))
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "") || b.id - a.id);
  return (
    earlier.find((document) => isOfSameTitle(draft, document, fold)) ??
    earlier.find((document) => isOfSameNumber(draft, document, fold)) ??
    null
  );
}

export function isOfSameTitle(a: Named, b: Named, fold: Fold): boolean {
  const title = titleKey(a.title, fold);
  return title !== "" && title === titleKey(b.title, fold) && sameWhereKnown(a.issuer, b.issuer, fold);
}

function isOfSameNumber(a: Named, b: Named, fold: Fold): boolean {
  return a.number !== null && b.number !== null && wordsOf(a.number, fold) === wordsOf(b.number, fold);
}

function titleKey(title: string, fold: Fold): string {
  const plain = fold(title.normalize("NFKC")).replace(/\s/g, "");
  return wordsOf(
    plain
      .replace(YEARS, "")
      .replace(VERSION_REMARK, "")
      .replace(COVER, "")
      .replace(/[《》〈〉]/g, "")
      .replace(VERSION_REMARK, ""),
    (text) => text,
  );
}

function sameWhereKnown(a: string | null, b: string | null, fold: Fold): boolean {
  return a === null || b === null || wordsOf(a, fold) === wordsOf(b, fold);
}

function isLater(document: Named, draft: Named): boolean {
  return document.date !== null && draft.date !== null && document.date > draft.date;
}
