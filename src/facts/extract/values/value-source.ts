import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { ModuleNames } from './module-names.ts';
import type { NodeWriter } from './node-writer.ts';
import { ownMemberWrites } from './own-members.ts';
import { MODULE, type TreeSurvey } from './survey-tree.ts';
import { targetsOf } from './targets.ts';

/** Longer conditions are cut: they are shown to people. */
const LONGEST_CONDITION = 160;
const decoder = new TextDecoder();

/** What the nodes of one block of code are made from. */
export class ValueSource {
  readonly writer: NodeWriter;
  private readonly names: ModuleNames;
  private readonly text: Uint8Array;
  private readonly vars = new Map<number, number[]>();
  private readonly ownWrites: ReadonlyMap<number, readonly string[]>;

  constructor(writer: NodeWriter, names: ModuleNames, text: Uint8Array, survey: TreeSurvey) {
    this.writer = writer;
    this.names = names;
    this.text = text;
    const { tree } = writer;
    this.ownWrites = ownMemberWrites(tree, survey);
    for (const node of survey.nodes) {
      if (tree.kind(node) !== KIND.VariableDeclaration || !tree.textIs(node, FIELD.kind, 'var')) continue;
      const owner = survey.functionOf[node] as number;
      const found = this.vars.get(owner) ?? [];
      this.vars.set(owner, found);
      for (const declarator of tree.children(node, FIELD.declarations))
        for (const name of targetsOf(tree, tree.child(declarator, FIELD.id))) found.push(writer.binding(name));
    }
  }

  /** A condition, with its text on one line. */
  test(expression: number, made: number): number {
    const { writer, text } = this;
    const { tree } = writer;
    const written = decoder.decode(text.subarray(tree.start(expression), tree.end(expression))).replace(/\s+/g, ' ');
    const shown = written.length > LONGEST_CONDITION ? `${written.slice(0, LONGEST_CONDITION - 1)}…` : written;
    return writer.add('test', expression, made, writer.string(shown));
  }

  requiredSite(call: number): number {
    return this.names.required(call);
  }

  /** List of the bindings that `var` makes in a function, or in the module. */
  varsOf(node: number = MODULE): number {
    return this.writer.list([...new Set(this.vars.get(node))]);
  }

  /** List of the names of members that the methods of a class or object literal write to. */
  assignedByMethods(node: number): number {
    return this.writer.list((this.ownWrites.get(node) ?? []).map((name) => this.writer.string(name)));
  }
}
