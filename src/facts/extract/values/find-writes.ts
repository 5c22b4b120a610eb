import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import {
  BINDING_ASSIGNED,
  BINDING_LATE_ASSIGNED,
  BINDING_LATE_WRITTEN,
  VALUE_BINDING,
  type ValueFacts,
  WRITE_BELOW,
  WRITE_LATE,
  WRITE_THROUGH,
} from '../../value-records.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';
import { LateCode } from './late-code.ts';
import type { NodeWriter } from './node-writer.ts';
import { isFunction, type TreeSurvey } from './survey-tree.ts';
import { rootOf, rootsOf, targetsOf } from './targets.ts';
import { calledMember, changedByCall, writtenBy } from './written-places.ts';

interface Write {
  readonly node: number;
  readonly binding: number;
  how: number;
  readonly member: string | null;
  /** How many members lie between what the binding holds and what is written to. */
  readonly depth: number;
  /** The function that holds it. */
  readonly within: number;
}

/** A value that is handed to a function of the file: written to if the function writes to its parameters. */
interface Handed extends Write {
  readonly to: number;
  /** How deep in the argument it stands. */
  readonly level: number;
}

/** What a name stands for too, or holds. */
interface Alias {
  readonly binding: number;
  readonly member: string | null;
  /** How many members lie between that binding and what the name stands for. */
  readonly members: number;
  /** How deep below the name a write has to be to mean it. */
  readonly level: number;
  /** Whether the name stands for it as a whole, and not for a part of it or for something that holds it. */
  readonly exact: boolean;
}

/** How many names of one thing are followed. */
const MOST_ALIASES = 16;

/**
 * Everything of the file that writes to a binding or to what it holds, as words of VALUE_WRITE; marks the bindings. Aliases within the file
 * (`const { a } = b`, loop variables, parameters of callbacks) are written to under their first name too.
 */
export function findWrites(writer: NodeWriter, survey: TreeSurvey): Pick<ValueFacts, 'writes' | 'aliases'> {
  const { tree } = writer;
  const late = new LateCode(tree, survey, (identifier) => writer.binding(identifier));
  const owners = ownersOf(writer, survey);
  const parameters = new Map<number, number>();
  const aliases = new Map<number, Alias[]>();
  const writes: Write[] = [];
  const handed: Handed[] = [];

  for (const node of survey.nodes) {
    const within = survey.functionOf[node] as number;
    const write = (place: number, how: number, less: number): void => {
      for (const { node: root, member, members, level } of rootsOf(tree, place, givesBack)) {
        const binding = tree.kind(root) === KIND.Identifier ? writer.binding(root) : -1;
        if (binding < 0 || level > 0) continue;
        // What is deleted changes the whole, not what is there.
        const named = tree.kind(node) === KIND.UnaryExpression ? null : member;
        const depth = Math.max(0, members - less);
        writes.push({ node: writer.made[node] ?? 0, binding, how, member: named, depth, within });
      }
    };
    for (const place of writtenBy(tree, node))
      write(place, tree.kind(place) === KIND.Identifier ? 0 : WRITE_THROUGH, 1);
    const changed = changedByCall(tree, node);
    if (changed !== NO_NODE) write(changed, WRITE_THROUGH, 0);
    if (tree.kind(node) === KIND.CallExpression) noteHanded(node, within);
    if (isFunction(tree, node))
      for (const parameter of tree.children(node, FIELD.params))
        for (const name of targetsOf(tree, parameter)) parameters.set(writer.binding(name), node);
    noteAliases(node);
  }
  followAliases();
  followParameters();
  for (const write of writes) {
    const { binding, how, within } = write;
    const through = how === WRITE_THROUGH;
    if (!through) writer.flag(binding, BINDING_ASSIGNED);
    const isLate = late.isLate(within, owners.get(binding) ?? within);
    if (isLate) writer.flag(binding, through ? BINDING_LATE_WRITTEN : BINDING_LATE_ASSIGNED);
    write.how = how | (isLate ? WRITE_LATE : 0) | (write.depth > 0 ? WRITE_BELOW : 0);
  }
  writes.sort((a, b) => a.node - b.node || a.binding - b.binding || a.how - b.how);
  const memberOf = (member: string | null): number => (member === null ? 0 : writer.string(member) + 1);
  const ofImports = [...aliases].flatMap(([alias, names]) =>
    names.filter(({ binding, level }) => level === 0 && isImport(binding)).map((of) => ({ alias, of })),
  );
  return {
    writes: Uint32Array.from(
      writes.flatMap(({ node, binding, how, member }) => [node, binding, how, memberOf(member)]),
    ),
    aliases: Uint32Array.from(ofImports.flatMap(({ alias, of }) => [alias, of.binding, memberOf(of.member)])),
  };

  function givesBack(callee: number): boolean {
    const isName = tree.kind(callee) === KIND.Identifier;
    return isName ? late.functionNamed(writer.binding(callee)) !== undefined : isFunction(tree, callee);
  }

  function isImport(binding: number): boolean {
    return (writer.bindings[binding * VALUE_BINDING.WORDS + VALUE_BINDING.SITE] ?? 0) > 0;
  }

  function noteHanded(call: number, within: number): void {
    const callee = tree.child(call, FIELD.callee);
    if (tree.kind(callee) !== KIND.Identifier || writer.binding(callee) < 0) return;
    for (const argument of tree.children(call, FIELD.arguments)) {
      for (const { node, member, members, level } of rootsOf(tree, tree.child(argument, FIELD.expression), givesBack)) {
        const binding = tree.kind(node) === KIND.Identifier ? writer.binding(node) : -1;
        if (binding < 0) continue;
        const made = writer.made[call] ?? 0;
        const to = writer.binding(callee);
        handed.push({ node: made, binding, how: WRITE_THROUGH, member, depth: members, within, to, level });
      }
    }
  }

  function noteAliases(node: number): void {
    switch (tree.kind(node)) {
      case KIND.VariableDeclarator:
        alias(tree.child(node, FIELD.id), tree.child(node, FIELD.init), 0);
        break;
      case KIND.AssignmentExpression:
        alias(tree.child(node, FIELD.left), tree.child(node, FIELD.right), 0);
        break;
      case KIND.ForOfStatement: {
        const left = tree.child(node, FIELD.left);
        if (tree.kind(left) !== KIND.VariableDeclaration) break;
        for (const declarator of tree.children(left, FIELD.declarations))
          alias(tree.child(declarator, FIELD.id), tree.child(node, FIELD.right), 1);
        break;
      }
      case KIND.CallExpression: {
        const changed = changedByCall(tree, node);
        const values = tree.children(node, FIELD.arguments).map((argument) => tree.child(argument, FIELD.expression));
        if (changed !== NO_NODE) for (const value of values) if (value !== changed) alias(changed, value, -1);
        const own = withoutWrapping(tree, tree.child(node, FIELD.callee));
        if (isFunction(tree, own))
          tree.children(own, FIELD.params).forEach((parameter, index) => {
            alias(parameter, values[index] ?? NO_NODE, 0);
          });
        const callee = calledMember(tree, node);
        if (callee === NO_NODE) break;
        for (const callback of values) {
          if (!isFunction(tree, callback)) continue;
          for (const parameter of tree.children(callback, FIELD.params))
            alias(parameter, tree.child(callee, FIELD.object), 1);
        }
        break;
      }
    }
  }

  /** @param taken how many levels of the value are taken off before it is given: 1 for its elements, -1 when it becomes an element itself */
  function alias(pattern: number, value: number, taken: number): void {
    const roots = value === NO_NODE ? [] : rootsOf(tree, value, givesBack);
    if (roots.length === 0) return;
    const opens = tree.kind(pattern) === KIND.ObjectPattern || tree.kind(pattern) === KIND.ArrayPattern ? 1 : 0;
    for (const target of targetsOf(tree, pattern)) {
      const holder = rootOf(tree, target);
      const name = holder && tree.kind(holder.node) === KIND.Identifier ? writer.binding(holder.node) : -1;
      if (!holder || name < 0) continue;
      const known = aliases.get(name) ?? [];
      aliases.set(name, known);
      for (const { node, member, members, level } of roots) {
        const binding = tree.kind(node) === KIND.Identifier ? writer.binding(node) : -1;
        if (binding < 0 || known.length >= MOST_ALIASES) continue;
        const exact = level === 0 && taken === 0 && opens === 0 && holder.members === 0;
        const below = Math.max(0, level - taken - opens + holder.members);
        known.push({ binding, member, members, level: below, exact });
      }
    }
  }

  function followAliases(): void {
    for (const write of [...writes, ...handed]) {
      if (write.how !== WRITE_THROUGH) continue;
      const seen = new Set([write.binding]);
      const open: Write[] = [write];
      for (let at = open.pop(); at && seen.size < MOST_ALIASES; at = open.pop()) {
        for (const { binding, member, members, level, exact } of aliases.get(at.binding) ?? []) {
          if (seen.has(binding) || at.depth < level) continue;
          seen.add(binding);
          const named = exact && members === 0 ? at.member : member;
          const again = { ...at, binding, member: named, depth: at.depth - level + members };
          if ('to' in again) handed.push(again as Handed);
          else writes.push(again);
          open.push(again);
        }
      }
    }
  }

  /** What is handed to a function that writes to a parameter of its, or to one that nobody knows, is written to. */
  function followParameters(): void {
    const writing = new Map<number, number>();
    const note = (binding: number, depth: number): void => {
      const owner = parameters.get(binding);
      if (owner !== undefined) writing.set(owner, Math.max(depth, writing.get(owner) ?? 0));
    };
    for (const { binding, how, depth } of writes) if (how === WRITE_THROUGH) note(binding, depth);
    let open = handed.filter(({ to }) => !isImport(to));
    for (let before = -1; before !== open.length; ) {
      before = open.length;
      open = open.filter((one) => {
        const called = late.functionNamed(one.to);
        // One that nobody knows writes wherever it likes.
        const depth = called === undefined ? MOST_ALIASES : (writing.get(called) ?? -1);
        if (depth < one.level) return true;
        writes.push(one);
        note(one.binding, depth - one.level);
        return false;
      });
    }
  }
}

/** The function in which each binding is declared: the outermost of those that mention it. */
function ownersOf(writer: NodeWriter, { nodes, functionOf }: TreeSurvey): Map<number, number> {
  const { tree } = writer;
  const depths = new Map<number, number>([[-1, 0]]);
  const depthOf = (node: number): number => {
    const known = depths.get(node);
    if (known !== undefined) return known;
    const depth = (depths.get(functionOf[tree.parent(node)] as number) ?? 0) + 1;
    depths.set(node, depth);
    return depth;
  };
  const owners = new Map<number, number>();
  for (const node of nodes) {
    depthOf(functionOf[node] as number);
    if (tree.kind(node) !== KIND.Identifier) continue;
    const binding = writer.binding(node);
    if (binding < 0) continue;
    const own = functionOf[node] as number;
    const isName = tree.parent(node) === own && tree.field(node) === FIELD.identifier;
    const within = isName ? (functionOf[tree.parent(own)] as number) : own;
    const known = owners.get(binding);
    if (known === undefined || depthOf(within) < depthOf(known)) owners.set(binding, within);
  }
  return owners;
}
