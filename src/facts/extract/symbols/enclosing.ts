import type { Cursor } from '../../../syntax/cursor.ts';
import { NO_DECLARATION } from './declarations.ts';

/** In a walk over the tree: the innermost listed declaration around each node. */
export class Enclosing {
  private order: number[] = [];
  private position = 0;
  private readonly open: number[] = [];
  private tree: Cursor | null = null;
  private nodes: readonly number[] = [];

  /** @param nodes of the declarations */
  load(tree: Cursor, nodes: readonly number[]): void {
    this.tree = tree;
    this.nodes = nodes;
    this.open.length = 0;
    this.position = 0;
    this.order = nodes.map((_, declaration) => declaration);
    const isSorted = nodes.every(
      (node, declaration) => declaration === 0 || node >= (nodes[declaration - 1] as number),
    );
    if (!isSorted) this.order.sort((a, b) => (nodes[a] as number) - (nodes[b] as number) || a - b);
  }

  /** To be asked with ascending nodes. Of several that one statement declares, the first holds what is in it. */
  at(node: number): number {
    const { open, order, nodes, tree } = this;
    for (; this.position < order.length; this.position++) {
      const declaration = order[this.position] as number;
      if ((nodes[declaration] as number) > node) break;
      const top = open.at(-1);
      if (top === undefined || nodes[top] !== nodes[declaration]) open.push(declaration);
    }
    for (;;) {
      const top = open.at(-1);
      if (top === undefined || tree === null) return NO_DECLARATION;
      if (tree.next(nodes[top] as number) > node) return top;
      open.pop();
    }
  }
}
