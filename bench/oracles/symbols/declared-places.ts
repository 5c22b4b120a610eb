import ts from 'typescript';

/** A named declaration as TypeScript's tree has it. */
export interface DeclaredPlace {
  readonly path: string;
  readonly name: string;
  /** Where its name begins: 1-based, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The same as an offset into the text. */
  readonly position: number;
  /** `member`: of a class or interface, which only types can resolve. */
  readonly group: 'top level' | 'member';
  readonly isCallable: boolean;
}

/** What a person would ask about: names that statements of the file declare, and members of its classes and interfaces. */
export function declaredPlaces(path: string, source: ts.SourceFile): DeclaredPlace[] {
  const places: DeclaredPlace[] = [];
  const seen = new Set<string>();
  const add = (name: ts.Node | undefined, group: DeclaredPlace['group'], isCallable: boolean, owner = ''): void => {
    if (!name || !(ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) return;
    // Overloads and merged declarations are one symbol.
    const key = `${owner}.${name.text}`;
    if (seen.has(key)) return;
    seen.add(key);
    const position = name.getStart(source);
    const { line, character } = source.getLineAndCharacterOfPosition(position);
    places.push({ path, name: name.text, line: line + 1, column: character + 1, position, group, isCallable });
  };
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations)
        add(name, 'top level', initializer !== undefined && isFunction(initializer));
    } else if (ts.isFunctionDeclaration(statement)) add(statement.name, 'top level', true);
    else if (ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
      add(statement.name, 'top level', false);
      for (const member of statement.members) {
        const isMethod = ts.isMethodDeclaration(member) || ts.isMethodSignature(member);
        add(member.name, 'member', isMethod, statement.name?.text ?? 'default');
      }
    } else if (ts.isTypeAliasDeclaration(statement) || ts.isEnumDeclaration(statement))
      add(statement.name, 'top level', false);
  }
  return places;
}

function isFunction(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}
