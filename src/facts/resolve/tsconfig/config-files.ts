import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { isRecord } from '../../../base/is-record.ts';
import { compareCodeUnits } from '../../../base/text.ts';
import type { Diagnostic } from '../../records.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Configuration files as data, each read once, and what is wrong with them. */
export interface ConfigFiles {
  /** The content, with comments and trailing commas allowed; null when there is no such file below the root. */
  load(path: string): Json | null;
  /** Notes a fault; the first of a file stands for all. */
  report(path: string, message: string, line?: number): void;
  isFaulty(path: string): boolean;
  /** Every path that was asked for, there or not. Sorted. */
  asked(): string[];
  /** Sorted by path. */
  diagnostics(): Diagnostic[];
}

/** Far beyond any that is written by hand, or by a program for its `paths`. */
const LARGEST_BYTES = 4 * 2 ** 20;

/** jsonc-parser's code; its own enumeration exists for the compiler only. */
const VALUE_EXPECTED = 4;

export function openConfigFiles(root: string): ConfigFiles {
  const contents = new Map<string, Json | null>();
  const faults = new Map<string, Diagnostic>();
  const report = (path: string, message: string, line = 0): void => {
    if (faults.has(path)) return;
    faults.set(path, { path, code: 'broken-tsconfig', message, line, column: line === 0 ? 0 : 1 });
  };
  const read = (path: string): Json | null => {
    if (path.startsWith('../')) return null;
    try {
      const file = join(root, path);
      // `extends` can name anything, and reading a device or a pipe does not end.
      const stat = statSync(file);
      if (!stat.isFile()) return null;
      if (stat.size > LARGEST_BYTES) {
        report(path, `has ${stat.size} bytes; ${LARGEST_BYTES} are read at most`);
        return null;
      }
      const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      const errors: ParseError[] = [];
      // Recovers from mistakes as TypeScript does; an empty file is an empty configuration there too.
      const data: unknown = source.trim() === '' ? {} : parse(source, errors, { allowTrailingComma: true });
      // Nothing but comments is as good as empty.
      const [first] =
        errors.length === 1 && data === undefined ? errors.filter(({ error }) => error !== VALUE_EXPECTED) : errors;
      if (first) report(path, 'is not valid JSON', source.slice(0, first.offset).split('\n').length);
      else if (data !== undefined && !isRecord(data)) report(path, 'is not an object');
      return asRecord(data);
    } catch {
      return null;
    }
  };
  return {
    load(path) {
      const known = contents.get(path);
      if (known !== undefined) return known;
      const content = read(path);
      contents.set(path, content);
      return content;
    },
    report,
    isFaulty: (path) => faults.has(path),
    asked: () => [...contents.keys()].sort(compareCodeUnits),
    diagnostics: () => [...faults.values()].sort((a, b) => compareCodeUnits(a.path, b.path)),
  };
}

/** The value if it is an object, else an empty one: a setting of the wrong type counts as absent. */
export function asRecord(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** The strings in a list; none when it is no list. */
export function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
