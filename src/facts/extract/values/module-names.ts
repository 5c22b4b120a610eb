import { NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { VALUE_BINDING, VALUE_EXPORT_BINDING, VALUE_EXPORT_DEFAULT, VALUE_EXPORT_SITE } from '../../value-records.ts';
import { argumentOf } from '../imports/specifier-of.ts';
import type { NodeWriter } from './node-writer.ts';
import { targetsOf } from './targets.ts';

/** The names under which a file gets values of others and gives its own, as words of VALUE_SITE and VALUE_EXPORT. */
export class ModuleNames {
  /** Specifier and byte offset of each site. */
  readonly sites: { readonly specifier: number; readonly start: number }[] = [];
  readonly exports: number[] = [];
  private readonly writer: NodeWriter;

  constructor(writer: NodeWriter) {
    this.writer = writer;
  }

  /** Reads an item of the module's body. */
  read(item: number): void {
    const { writer } = this;
    const { tree } = writer;
    switch (tree.kind(item)) {
      case KIND.ImportDeclaration:
        if (!tree.has(item, FIELD.typeOnly)) this.readImport(item);
        break;
      case KIND.TsImportEqualsDeclaration: {
        const literal = tree.child(tree.child(item, FIELD.moduleRef), FIELD.expression);
        if (tree.has(item, FIELD.isTypeOnly) || literal === NO_NODE) break;
        const name = tree.child(item, FIELD.id);
        this.bind(name, this.site(literal), '=');
        if (tree.has(item, FIELD.isExport)) this.exportName(name, name);
        break;
      }
      case KIND.ExportNamedDeclaration:
        if (!tree.has(item, FIELD.typeOnly)) this.readNames(item);
        break;
      case KIND.ExportAllDeclaration:
        if (!tree.has(item, FIELD.typeOnly))
          this.add('*', VALUE_EXPORT_SITE, this.site(tree.child(item, FIELD.source)), '*');
        break;
      case KIND.ExportDeclaration:
        for (const name of declaredNames(writer, tree.child(item, FIELD.declaration))) this.exportName(name, name);
        break;
      case KIND.ExportDefaultExpression:
        this.exports.push(writer.string('default'), VALUE_EXPORT_DEFAULT, 0, 0);
        break;
      case KIND.ExportDefaultDeclaration: {
        const declaration = tree.child(item, FIELD.decl);
        const name = tree.child(declaration, FIELD.identifier);
        if (name === NO_NODE || tree.kind(declaration) === KIND.TsInterfaceDeclaration)
          this.exports.push(writer.string('default'), VALUE_EXPORT_DEFAULT, 0, 0);
        else this.exports.push(writer.string('default'), VALUE_EXPORT_BINDING, writer.binding(name), 0);
        break;
      }
    }
  }

  /** The site of a call of the free `require` with a literal, plus 1; else 0. */
  required(call: number): number {
    const { tree } = this.writer;
    const callee = tree.child(call, FIELD.callee);
    if (tree.kind(callee) !== KIND.Identifier || tree.scope(callee) !== SCOPE.global) return 0;
    if (!tree.textIs(callee, FIELD.value, 'require')) return 0;
    const literal = argumentOf(tree, call, 0);
    return literal === NO_NODE || tree.kind(literal) !== KIND.StringLiteral ? 0 : this.site(literal) + 1;
  }

  private readImport(item: number): void {
    const { tree } = this.writer;
    const site = this.site(tree.child(item, FIELD.source));
    for (const specifier of tree.children(item, FIELD.specifiers)) {
      if (tree.has(specifier, FIELD.isTypeOnly)) continue;
      const local = tree.child(specifier, FIELD.local);
      const imported = tree.child(specifier, FIELD.imported);
      const kind = tree.kind(specifier);
      if (kind === KIND.ImportNamespaceSpecifier) this.bind(local, site, '*');
      else if (kind === KIND.ImportDefaultSpecifier) this.bind(local, site, 'default');
      else this.bind(local, site, tree.text(imported === NO_NODE ? local : imported, FIELD.value));
    }
  }

  private readNames(item: number): void {
    const { tree } = this.writer;
    const source = tree.child(item, FIELD.source);
    const site = source === NO_NODE ? -1 : this.site(source);
    for (const specifier of tree.children(item, FIELD.specifiers)) {
      if (tree.has(specifier, FIELD.isTypeOnly)) continue;
      const kind = tree.kind(specifier);
      if (kind === KIND.ExportNamespaceSpecifier) {
        this.add(tree.text(tree.child(specifier, FIELD.name), FIELD.value), VALUE_EXPORT_SITE, site, '*');
      } else if (kind === KIND.ExportSpecifier) {
        const original = tree.child(specifier, FIELD.orig);
        const exported = tree.child(specifier, FIELD.exported);
        const name = exported === NO_NODE ? original : exported;
        if (site < 0) this.exportName(original, name);
        else this.add(tree.text(name, FIELD.value), VALUE_EXPORT_SITE, site, tree.text(original, FIELD.value));
      } else {
        this.add(tree.text(tree.child(specifier, FIELD.exported), FIELD.value), VALUE_EXPORT_SITE, site, 'default');
      }
    }
  }

  private exportName(local: number, name: number): void {
    const { writer } = this;
    const binding = writer.binding(local);
    if (binding < 0) return;
    this.exports.push(writer.string(writer.tree.text(name, FIELD.value)), VALUE_EXPORT_BINDING, binding, 0);
  }

  private add(name: string, from: number, site: number, there: string): void {
    this.exports.push(this.writer.string(name), from, site, this.writer.string(there));
  }

  private bind(local: number, site: number, imported: string): void {
    const { writer } = this;
    const at = writer.binding(local) * VALUE_BINDING.WORDS;
    if (at < 0) return;
    writer.bindings[at + VALUE_BINDING.SITE] = site + 1;
    writer.bindings[at + VALUE_BINDING.IMPORTED] = writer.string(imported);
  }

  private site(literal: number): number {
    const { tree } = this.writer;
    const specifier = this.writer.string(tree.text(literal, FIELD.value));
    return this.sites.push({ specifier, start: tree.start(literal) }) - 1;
  }
}

/** The identifiers that a declaration gives values to. */
export function declaredNames({ tree }: NodeWriter, declaration: number): number[] {
  if (declaration === NO_NODE || tree.has(declaration, FIELD.declare)) return [];
  switch (tree.kind(declaration)) {
    case KIND.VariableDeclaration:
      return tree
        .children(declaration, FIELD.declarations)
        .flatMap((declarator) => targetsOf(tree, tree.child(declarator, FIELD.id)));
    case KIND.FunctionDeclaration:
    case KIND.ClassDeclaration:
      return [tree.child(declaration, FIELD.identifier)];
    case KIND.TsEnumDeclaration:
    case KIND.TsModuleDeclaration: {
      const name = tree.child(declaration, FIELD.id);
      return tree.kind(name) === KIND.Identifier ? [name] : [];
    }
    default:
      return [];
  }
}
