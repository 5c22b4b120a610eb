/** Lines of a list that people are shown; `--format json` has all of them. */
const SHOWN = 30;

/** The first lines of a long list, and how many more there are. */
export function shortened(lines: readonly string[]): string[] {
  const rest = lines.length - SHOWN;
  return rest > 0 ? [...lines.slice(0, SHOWN), `  … ${rest} more: --format json`] : [...lines];
}
