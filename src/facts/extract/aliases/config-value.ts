import { posix } from 'node:path';

/** A string that a configuration computes. */
export interface ConfigValue {
  readonly text: string;
  /** Whether it is a path below (or beside) the configuration's folder, and `text` counts from there. */
  readonly isPath: boolean;
}

/** Longer ones are no paths; sums of sums could double without end. */
const LONGEST_TEXT = 2_000;

/** `__dirname`, `process.cwd()`: bundlers are started in the folder of their configuration. */
export const CONFIG_FOLDER: ConfigValue = { text: '', isPath: true };
/** `__filename`, `import.meta.url`; the name itself says nothing. */
export const CONFIG_FILE: ConfigValue = { text: 'config', isPath: true };

export const textValue = (text: string): ConfigValue => ({ text, isPath: false });

/** `a + b` and `${a}${b}`; null for what makes no path. */
export function concatenate(a: ConfigValue, b: ConfigValue): ConfigValue | null {
  if (b.isPath) return a.text === '' && !a.isPath ? b : null;
  const startsInside = a.isPath && a.text === '';
  // `__dirname + 'src'` names a neighbour of the folder.
  if (startsInside && b.text !== '' && !b.text.startsWith('/')) return null;
  const text = a.text + (startsInside ? b.text.slice(1) : b.text);
  return text.length > LONGEST_TEXT ? null : { text, isPath: a.isPath };
}

/** `path.join(…)`. */
export function joinValues([first, ...rest]: readonly ConfigValue[]): ConfigValue | null {
  if (!first || rest.some(({ isPath }) => isPath)) return null;
  const text = posix.join(first.text, ...rest.map((value) => value.text));
  return text.length > LONGEST_TEXT ? null : { text: text === '.' ? '' : text, isPath: first.isPath };
}

/** `path.resolve(…)`, which starts from where the bundler does; null for a place somewhere else on the machine. */
export function resolveValues(values: readonly ConfigValue[]): ConfigValue | null {
  let at = CONFIG_FOLDER;
  for (const value of values) {
    if (!value.isPath && value.text.startsWith('/')) return null;
    const next = value.isPath ? value : joinValues([at, value]);
    if (!next) return null;
    at = next;
  }
  return { ...at, text: at.text.replace(/\/$/, '') };
}

/** `path.dirname(…)`. */
export function folderOf({ text, isPath }: ConfigValue): ConfigValue | null {
  if (text === '' || text.endsWith('..')) return null;
  const folder = posix.dirname(text);
  return { text: folder === '.' ? '' : folder, isPath };
}

/** `new URL('./src', import.meta.url)`. */
export function urlFrom(relative: ConfigValue, base: ConfigValue): ConfigValue | null {
  if (relative.isPath || /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(relative.text)) return null;
  const folder = base.text.endsWith('/') || !base.isPath ? base : folderOf(base);
  return folder?.isPath ? joinValues([folder, relative]) : null;
}
