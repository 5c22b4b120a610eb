import type { Scope } from './scope.ts';

/** Fields of a manifest that name what others run or import. */
const STARTS: ReadonlySet<string> = new Set(['exports', 'main', 'module', 'browser', 'bin']);
/** What a start names that could have been made of sources. */
const SCRIPT = /\.[cm]?[jt]sx?$|\/[^./]+$|^[^./]+$/;

/**
 * By the number of a package: a way into it that names a script of which no source is known, such as a bundle that a program of its own makes. What that starts, nobody
 * can tell.
 */
export function unknownStarts({ image: { project } }: Scope): ReadonlyMap<number, string> {
  const starts = new Map<number, string>();
  for (const { package: own, kind, target, node, missing } of project.entries) {
    const isLost = node === null && (missing === 'unbuilt-output' || missing === 'file-not-found');
    if (isLost && STARTS.has(kind) && SCRIPT.test(target) && !starts.has(own)) starts.set(own, `\`${kind}\` ${target}`);
  }
  return starts;
}
