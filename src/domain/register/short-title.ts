// The short title that tells documents apart where they share task numbers: 责任分工·21.

/** Of the subject, as many characters as make it recognisable: 职业教育, 养老服务. */
const SUBJECT_LENGTH = 4;

/**
 * `shortTitle` where no other document has it; else with the first characters of the document's subject in front, and
 * where even that is taken, with a number behind.
 */
export function distinctShortTitle(
  document: { title: string; shortTitle: string },
  taken: ReadonlySet<string>,
): string {
  const { title, shortTitle } = document;
  const subject = title
    .replace(/^.{2,8}?[市区县省](?=.{4})/u, "")
    .replace(/^.*?关于(?:印发|加快|进一步|深化|推进|做好)*/u, "")
    .slice(0, SUBJECT_LENGTH);
  const numbered = Array.from({ length: taken.size + 1 }, (_, i) => `${shortTitle}${i + 2}`);
  return [shortTitle, `${subject}${shortTitle}`, ...numbered].find((name) => !taken.has(name)) ?? shortTitle;
}
