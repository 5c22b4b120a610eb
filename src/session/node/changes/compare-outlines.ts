import type { Outline } from './outline.ts';

/**
 * Lines of declarations, as they are now, that mean something else than before; null when more than declarations has changed: imports, exports, statements, or the order.
 * A declaration that is new or gone and that nobody else can name is part of those that use it, which have changed too.
 */
export function changedLines(before: Outline, after: Outline): string[] | null {
  if (before.rest !== after.rest || before.exports.join('\0') !== after.exports.join('\0')) return null;
  const kept = [...after.declarations.keys()].filter((id) => before.declarations.has(id));
  const keptBefore = [...before.declarations.keys()].filter((id) => after.declarations.has(id));
  if (kept.join('\0') !== keptBefore.join('\0')) return null;
  return [...after.declarations].flatMap(([id, { text, lines }]) =>
    before.declarations.get(id)?.text === text ? [] : lines,
  );
}
