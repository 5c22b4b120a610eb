/** What could be the last name in a text: names may hold the characters between names too. One that is no plain word stands as `["content-type"]`. */
export function namesIn(text: string): string[] {
  const tilde = text.indexOf('~', Math.max(text.lastIndexOf('.'), text.lastIndexOf('#'), text.lastIndexOf(']')) + 1);
  const withoutSuffix = tilde < 0 ? text : text.slice(0, tilde);
  const bare = [text, withoutSuffix].flatMap((one) => {
    const starts = Array.from(one.matchAll(/[#./:]/g), ({ index }) => index + 1).slice(-MOST_PARTS);
    return [0, ...starts].map((start) => one.slice(start));
  });
  const [, inBrackets] = /\[("(?:[^"\\]|\\.)*")\]$/s.exec(withoutSuffix) ?? [];
  return [...new Set([...bare, ...(inBrackets === undefined ? [] : [unquoted(inBrackets)])])];
}

/** A text may come from anybody and be as long as it likes; a name has few such characters, and stands at the end. */
const MOST_PARTS = 8;

/** What stands in quotes; a text that is no such thing is a name of nothing. */
function unquoted(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
