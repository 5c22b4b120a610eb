import { posix } from 'node:path';
import ts from 'typescript';
import type { CyclesResult } from '../../src/queries/registry.ts';
import { statementAt } from './statement-at.ts';
import { asTypeImport } from './type-import.ts';

type Cure = NonNullable<CyclesResult['components'][number]['cure']>;
export type Change = Cure['edges'][number];

/** Text in the place of what lies between two offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The import was led elsewhere instead, as what was said is no matter of one place: the graph is as it would be. */
  readonly isStandIn: boolean;
}

/** A module that every resolver knows and that is in no circle. */
const ELSEWHERE = 'node:fs';

/**
 * What a change of a cure does to its source. Imports are dropped, made types, led to declaring modules and put off as a person would; symbols are not
 * moved, and nothing is broken by hand: there, and where markup is around the code, the import leads elsewhere.
 * @param isOfTypes whether the circle is one of types, so that what is imported more is a type too
 * @throws Error when there is no import where the change says
 */
export function changeSource(source: string, change: Change, isOfTypes: boolean): Edit {
  const { path } = change.location;
  const found = /\.[cm]?[jt]sx?$/.test(path) ? statementAt(path, source, change.location) : null;
  const written = found && rewrite(source, found.statement, found.specifier, change, isOfTypes);
  if (found && written !== null) {
    const { statement } = found;
    return { start: statement.getStart(), end: statement.getEnd(), text: written, isStandIn: false };
  }
  const start = source.indexOf(change.specifier, offsetOf(source, change.location));
  if (start < 0) throw new Error(`${path}:${change.location.line} imports no ${change.specifier}`);
  return { start, end: start + change.specifier.length, text: ELSEWHERE, isStandIn: true };
}

/** The text of a statement (or call) after the change; null for one that only a person can make. */
function rewrite(
  source: string,
  statement: ts.Node,
  specifier: ts.Node,
  { how, from, instead = [] }: Change,
  isOfTypes: boolean,
): string | null {
  const isImport = ts.isImportDeclaration(statement);
  const isDeclaration = isImport || ts.isExportDeclaration(statement);
  switch (how) {
    case 'drop-import':
      return isImport ? '' : null;
    case 'import-type':
      return isDeclaration ? asTypeImport(statement) : null;
    case 'make-dynamic':
      if (ts.isCallExpression(statement)) return `import(${specifier.getText()})`;
      return `void (() => import(${specifier.getText()}));`;
    case 'import-declaring-module': {
      if (!isDeclaration) return null;
      const [first, ...others] = instead.map((to) => pathBetween(from, to, specifier.getText()));
      if (first === undefined) return isImport ? '' : null;
      const start = statement.getStart();
      const led = `${source.slice(start, specifier.getStart())}'${first}'${source.slice(specifier.getEnd(), statement.getEnd())}`;
      const more = others.map((path) => `\nimport ${isOfTypes ? 'type {} from ' : ''}'${path}';`);
      return [led, ...more].join('');
    }
    default:
      return null;
  }
}

/** A specifier that leads from one module to another, with an extension of JavaScript where the old one had one. */
export function pathBetween(from: string, to: string, old: string): string {
  const relative = posix.relative(posix.dirname(from), to);
  const extension = /\.[cm]?js['"]$/.test(old) ? '.js' : '';
  const path = relative.replace(/(\.d)?\.([cm]?)[jt]sx?$/, (_, __, kind: string) => (extension ? `.${kind}js` : ''));
  return path.startsWith('.') ? path : `./${path}`;
}

function offsetOf(source: string, { line, column }: Change['location']): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = source.indexOf('\n', start) + 1;
  return start + column - 1;
}
