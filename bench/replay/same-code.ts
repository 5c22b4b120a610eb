import ts from 'typescript';

/**
 * Whether two versions of a source differ in comments and white space only, by TypeScript's parser. Of a component (`.vue`, `.svelte`, `.astro`), whose markup
 * counts, only white space is set aside; a version with errors of syntax is never the same.
 */
export function isSameCode(path: string, before: string, after: string): boolean {
  if (/\.(?:vue|svelte|astro)$/.test(path)) return before.replace(/\s+/g, ' ') === after.replace(/\s+/g, ' ');
  const first = tokens(path, before);
  const second = tokens(path, after);
  if (first === null || second === null || first.length !== second.length) return false;
  return first.every((token, at) => token === second[at]);
}

/** The leaves of the syntax tree in order, each as its kind and text, with the ends of the nodes around them; `null` where it has errors. */
function tokens(path: string, text: string): readonly string[] | null {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const { diagnostics } = ts.transpileModule(text, { fileName: path, reportDiagnostics: true });
  if (diagnostics !== undefined && diagnostics.length > 0) return null;
  const found: string[] = [];
  const pending: (ts.Node | null)[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === null) {
      found.push(')');
      continue;
    }
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0) found.push(`${node.kind} ${node.getText(file)}`);
    else {
      found.push(`${node.kind} (`);
      pending.push(null);
      for (const child of children.reverse()) pending.push(child);
    }
  }
  return found;
}
