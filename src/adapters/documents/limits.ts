// What a file may cost. Everything beyond is refused with a sentence; nothing else in this folder holds a limit.

/** The most that is read, in megabytes. What is fetched from the chat has the same limit. */
export const MOST_MEGABYTES = 10;
/** Entries of a zip file: a real document has some dozens, one with a hundred pictures some hundreds. */
export const MOST_ZIP_ENTRIES = 2_000;
/** Bytes that the parts of one file may unpack to, together. Pictures are never unpacked. */
export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** Elements of XML or HTML inside each other. Word stays below 60; pages from old editors reach some hundreds. */
export const DEEPEST_MARKUP = 512;
/** Tables inside tables. */
export const DEEPEST_TABLE = 16;
/** Rows of all tables together. The longest real register has some hundreds. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 256;
/** Cells of all tables together, merged ones included. */
export const MOST_CELLS = 400_000;
/** Milliseconds that one file may take, grammar included. */
export const TIME_LIMIT = 20_000;
/** Megabytes of JavaScript objects that reading one file may hold. */
export const MEMORY_MEGABYTES = 512;
/** Files that wait while another is read. */
export const MOST_WAITING = 8;
