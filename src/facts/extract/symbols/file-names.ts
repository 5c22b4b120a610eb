import { wellFormed } from '../../../base/text.ts';
import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import type { Redactor } from '../../redact/redactor-of.ts';

const SMALLEST = 4096;
/** In UTF-16 units. */
const SHORT = 24;

/**
 * The strings of one file at a time, and names as numbers among them. Equal names of the tree are one, so that each is decoded
 * once, however often it stands there.
 */
export class FileNames {
  private readonly numbers = new Map<string, number>();
  private strings: string[] = [];
  private redactor: Redactor | null = null;
  /** By the first node of a name: a number plus 1, once it has been asked for. */
  private asked = new Int32Array(SMALLEST);

  /** @param strings of the file so far: new ones are added at its end; @param nodes of the tree */
  load(strings: string[], nodes: number, redactor: Redactor | null): void {
    if (nodes > this.asked.length || this.asked.length > SMALLEST * 256)
      this.asked = new Int32Array(Math.max(nodes, SMALLEST));
    else this.asked.fill(0, 0, nodes);
    this.numbers.clear();
    this.strings = strings;
    this.redactor = redactor;
    for (let number = strings.length - 1; number >= 0; number--) this.numbers.set(strings[number] as string, number);
  }

  /** The number of what an identifier or a string literal says. */
  ofNode(tree: Cursor, node: number): number {
    const first = tree.firstNamed(node);
    const asked = this.asked[first] as number;
    if (asked > 0) return asked - 1;
    const name = storable(tree.text(node, FIELD.value));
    // A key of an object can be a secret like any other text.
    const number = this.of(this.redactor ? this.redactor.redact(name) : name);
    this.asked[first] = number + 1;
    return number;
  }

  of(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.strings.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }

  /** A text that is hardly ever there twice, and not worth the search for another of its kind unless it is short. */
  append(text: string): number {
    return text.length < SHORT ? this.of(text) : this.strings.push(text) - 1;
  }

  text(number: number): string {
    return this.strings[number] ?? '';
  }
}

/** Half of a surrogate pair can only come from an escape in the source, which hardly any name has. */
function storable(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? wellFormed(text) : text;
}
