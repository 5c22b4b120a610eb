/**
 * Answers that are good only where they were given: what a type is that is still being found out, or lies too deep below the question. What rests on them holds for
 * the module that is being linked, and is forgotten behind it. So whatever stays known is the same whoever asked for it first, and what a module's names mean follows from
 * what it and the modules behind its imports say, in whatever order and however many of them are linked.
 */
export class Doubts {
  /** Rises with every such answer. Whoever finds something out compares it before and after. */
  count = 0;
  /** Whether a limit was met that counts from the question: what lies beyond could be nearer to another question. */
  isLimited = false;
  private readonly forgetting: (() => void)[] = [];

  /** To be called where something is not followed any further because it lies too deep. */
  meetLimit(): void {
    this.count++;
    this.isLimited = true;
  }

  /** @param forget is called at the end of the module */
  forgetLater(forget: () => void): void {
    this.forgetting.push(forget);
  }

  endModule(): void {
    for (const forget of this.forgetting.splice(0)) forget();
    this.count = 0;
  }
}
