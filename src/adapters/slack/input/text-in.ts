// What people write, as Slack hands it over → plain text. The one door through which their words come in.

/** Control, bidi, zero-width and tag characters: they show nothing and can make a text look like another. */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\t]]/gv;

/** Without what shows nothing: names of files and words of documents do not come through `plainText`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/**
 * Plain text from a Slack message or command: links and channels become what is shown of them, `<!channel>` and its like
 * nothing, `&lt;` becomes `<`, invisible characters go. Mentions stay (`<@U…>`): the directory reads them. Line breaks stay.
 */
export function plainText(text: string | undefined): string {
  return (text ?? "")
    .replace(/<![^<>|]+>/g, "")
    .replace(/<(?!@)[#!]?([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label: string | undefined) => label || target)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\r\n?/g, "\n")
    .replace(INVISIBLE, "")
    .trim();
}

/** The text without mentions of the bot itself: 「@联席 谁牵头」 is about 谁牵头. */
export function withoutMention(text: string, botUserId: string): string {
  return text.replace(new RegExp(`<@${botUserId}(?:\\|[^<>]*)?>`, "g"), "").trim();
}
