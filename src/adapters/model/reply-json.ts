// Takes the JSON out of what models write around it: thoughts, fences, talk.

/** The outermost object of a reply, or null where there is none that parses. */
export function outermostObject(content: string): unknown {
  const plain = content.replace(/<think>[\s\S]*?(?:<\/think>|$)/g, "");
  try {
    return JSON.parse(plain.slice(plain.indexOf("{"), plain.lastIndexOf("}") + 1));
  } catch {
    return null;
  }
}
