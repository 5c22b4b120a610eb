/** A line of a tree, and what hangs below it. */
export interface TreeItem {
  readonly label: string;
  /** Called once, when the item itself has been drawn. */
  readonly children?: () => readonly TreeItem[];
}

/**
 * Draws a tree with box-drawing characters, one line an item, without a line feed at the end. Keeps a stack of its own: chains
 * of dependencies are thousands of modules long, calls are not.
 * @param dim how lines are drawn, as against labels
 */
export function drawTree(root: TreeItem, dim: (text: string) => string): string {
  const lines = [root.label];
  const open: { readonly indent: string; readonly items: readonly TreeItem[]; next: number }[] = [];
  const descend = (item: TreeItem, indent: string): void => {
    const items = item.children?.() ?? [];
    if (items.length > 0) open.push({ indent, items, next: 0 });
  };
  descend(root, '');
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const item = level.items[level.next++];
    const last = level.next === level.items.length;
    if (last) open.pop();
    if (!item) continue;
    lines.push(`${dim(`${level.indent}${last ? '└─' : '├─'}`)} ${item.label}`);
    descend(item, `${level.indent}${last ? '   ' : '│  '}`);
  }
  return lines.join('\n');
}
