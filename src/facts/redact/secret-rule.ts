/** Where a rule saw a secret, in UTF-16 units of the text, end exclusive. */
export interface FoundSecret {
  readonly start: number;
  readonly end: number;
  /** The name that takes the secret's place: `[redacted: <rule>]`. */
  readonly rule: string;
}

/** What finds one family of secrets. */
export interface SecretRule {
  readonly name: string;
  /**
   * Sources of patterns, one of which matches wherever the rule finds something. Those of all rules are looked for in one pass, and most texts
   * have none: plain letters are what that pass is fast with.
   */
  readonly marks: readonly string[];
  readonly ignoresCase?: boolean;
  /** In any order; what overlaps is united later. Time grows with the length of the text, whatever it holds. */
  find(text: string): Iterable<FoundSecret>;
}

/**
 * Every match of a pattern that counts: of its group `secret`, where it has one, else of all of it. Behind the group a match must have nothing that
 * could hold the secret again.
 */
export function* matchesOf(
  text: string,
  pattern: RegExp,
  rule: string,
  isSecret: (secret: string, match: RegExpExecArray) => boolean = () => true,
): Iterable<FoundSecret> {
  for (const match of text.matchAll(pattern)) {
    const secret = match.groups?.secret ?? match[0];
    if (!isSecret(secret, match)) continue;
    // Not by the flag `d`: with it every match costs ten times as much.
    const start = match.index + match[0].lastIndexOf(secret);
    yield { start, end: start + secret.length, rule };
  }
}
