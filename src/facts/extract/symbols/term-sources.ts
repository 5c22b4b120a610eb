import { NO_NODE } from '../../../syntax/cursor.ts';

/** How the term of a declaration is found once all names are bound, and from which node. */
export const FROM_NOTHING = 0;
/** A variable's binding identifier: its annotation, its initial value, or its place in a pattern. */
export const FROM_VARIABLE = 1;
/** A function, method or signature. */
export const FROM_FUNCTION = 2;
/** A getter or setter. */
export const FROM_ACCESSOR = 3;
/** A property of a class, an interface or an object type, or a parameter that is one. */
export const FROM_PROPERTY = 4;
export const FROM_TYPE = 5;
export const FROM_VALUE = 6;

/** Where the terms of a file's declarations come from. */
export class TermSources {
  readonly origins: number[] = [];
  readonly nodes: number[] = [];

  clear(): void {
    this.origins.length = 0;
    this.nodes.length = 0;
  }

  set(declaration: number, origin: number, node: number): void {
    while (this.origins.length <= declaration) {
      this.origins.push(FROM_NOTHING);
      this.nodes.push(NO_NODE);
    }
    this.origins[declaration] = origin;
    this.nodes[declaration] = node;
  }
}
