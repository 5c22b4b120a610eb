import type { Doubts } from './doubts.ts';

/** What was found out once: for good, or in doubt and for the module that is being linked. */
export class Memo<Key, Value> {
  private readonly known = new Map<Key, Value>();
  /** Keys that are being found out, or were found out in doubt. */
  private readonly doubtful = new Set<Key>();
  private readonly doubts: Doubts;

  constructor(doubts: Doubts) {
    this.doubts = doubts;
  }

  get(key: Key): Value | undefined {
    const value = this.known.get(key);
    if (value !== undefined && this.doubtful.size > 0 && this.doubtful.has(key)) this.doubts.count++;
    return value;
  }

  /**
   * To be called where {@link get} knows nothing.
   * @param meanwhile the answer to whoever asks while it is found out
   */
  find(key: Key, meanwhile: Value, findOut: () => Value): Value {
    const { count } = this.doubts;
    this.known.set(key, meanwhile);
    this.doubtful.add(key);
    const value = findOut();
    this.known.set(key, value);
    if (this.doubts.count === count) this.doubtful.delete(key);
    else
      this.doubts.forgetLater(() => {
        this.known.delete(key);
        this.doubtful.delete(key);
      });
    return value;
  }
}
