import { wellFormed } from '../../../base/text.ts';
import type { FileFacts } from '../../records.ts';

/** One number for each distinct name of the project, so that linking compares numbers. A file's string is looked up once, however often it stands there. */
export class NameNumbers {
  /** By number. Well-formed: they are sorted here and stored as UTF-8 in the image. */
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly files: readonly FileFacts[];
  /** Where the strings of a file begin in {@link known}. */
  private readonly bases: Uint32Array;
  /** Of every string of every file, its number plus 1; 0 before it was asked for. */
  private readonly known: Uint32Array;

  constructor(files: readonly FileFacts[]) {
    this.files = files;
    this.bases = new Uint32Array(files.length + 1);
    files.forEach(({ strings }, module) => {
      this.bases[module + 1] = (this.bases[module] ?? 0) + strings.length;
    });
    this.known = new Uint32Array(this.bases[files.length] ?? 0);
  }

  numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(wellFormed(text)) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }

  /** @param string an index into the strings of the file with that position */
  of(module: number, string: number): number {
    const at = (this.bases[module] ?? 0) + string;
    const known = this.known[at] ?? 0;
    if (known > 0) return known - 1;
    const number = this.numberOf(this.files[module]?.strings[string] ?? '');
    this.known[at] = number + 1;
    return number;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }
}
