import { choose } from './choices.ts';
import type { Frame } from './frame.ts';
import type { UnknownReason } from './reasons.ts';
import { type Condition, type Container, contentsOf, isContainer, unknown, type Value } from './values.ts';

interface Content {
  readonly values: readonly Value[] | ReadonlyMap<string, Value>;
  readonly taint: UnknownReason | null;
  readonly open: UnknownReason | null;
}

/** What was written to since a point in time, and what stood there before. */
export interface Changes {
  readonly cells: Map<Frame, Map<number, Value | undefined>>;
  readonly containers: Map<Container, Content>;
}

/** All that can be written to, and a way back: a branch that may not be taken is run and undone. */
export class Heap {
  /** How much has been copied so that it can be undone; counts towards the budget. */
  copied = 0;
  private readonly journals: Changes[] = [];
  /** Members of objects to whose values late code writes: what becomes their value is written to as well. */
  private readonly late = new Map<Container, Set<string>>();

  get depth(): number {
    return this.journals.length;
  }

  setCell(frame: Frame, binding: number, value: Value): void {
    this.noteCell(frame, binding);
    frame.cells.set(binding, value);
  }

  /** Before anything of a container is changed. */
  touch(container: Container): void {
    const journal = this.journals.at(-1);
    if (!journal || journal.containers.has(container)) return;
    const content = contentOf(container);
    this.copied += 'size' in content.values ? content.values.size : content.values.length;
    journal.containers.set(container, content);
  }

  noteLate(container: Container, member: string): void {
    const members = this.late.get(container) ?? new Set();
    this.late.set(container, members.add(member));
  }

  isLate(container: Container, member: string): boolean {
    return this.late.get(container)?.has(member) ?? false;
  }

  begin(): void {
    this.journals.push({ cells: new Map(), containers: new Map() });
  }

  /** Keeps what was written since the last {@link begin}. */
  commit(): void {
    const journal = this.journals.pop();
    const outer = this.journals.at(-1);
    if (!journal || !outer) return;
    for (const [frame, cells] of journal.cells) {
      const known = outer.cells.get(frame) ?? new Map<number, Value | undefined>();
      outer.cells.set(frame, known);
      for (const [binding, before] of cells) if (!known.has(binding)) known.set(binding, before);
    }
    for (const [container, content] of journal.containers)
      if (!outer.containers.has(container)) outer.containers.set(container, content);
  }

  /** Undoes what was written since the last {@link begin}, and says what it had become. */
  undo(): Changes {
    const journal = this.journals.pop() ?? { cells: new Map(), containers: new Map() };
    const after: Changes = { cells: new Map(), containers: new Map() };
    for (const [frame, cells] of journal.cells) {
      const found = new Map<number, Value | undefined>();
      after.cells.set(frame, found);
      for (const [binding, before] of cells) {
        found.set(binding, frame.cells.get(binding));
        if (before === undefined) frame.cells.delete(binding);
        else frame.cells.set(binding, before);
      }
    }
    for (const [container, content] of journal.containers) {
      after.containers.set(container, contentOf(container));
      restore(container, content);
    }
    return after;
  }

  /** Undoes everything that was begun at that depth or deeper. */
  unwind(depth: number): void {
    while (this.journals.length > depth) this.undo();
  }

  /** Makes what was written in either of two branches so, as far as it is the same in both. */
  merge(condition: Condition, then: Changes, other: Changes): void {
    for (const frame of new Set([...then.cells.keys(), ...other.cells.keys()])) {
      const [one, two] = [then.cells.get(frame), other.cells.get(frame)];
      for (const binding of new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])) {
        const before = frame.cells.get(binding);
        const a = one?.has(binding) ? one.get(binding) : before;
        const b = two?.has(binding) ? two.get(binding) : before;
        // A cell that only one branch made belongs to that branch's own variables.
        const value = a && b ? choose(condition, a, b, condition.at) : (a ?? b);
        if (value) this.setCell(frame, binding, value);
      }
    }
    for (const container of new Set([...then.containers.keys(), ...other.containers.keys()])) {
      this.touch(container);
      const before = contentOf(container);
      mergeContent(
        container,
        condition,
        then.containers.get(container) ?? before,
        other.containers.get(container) ?? before,
      );
    }
  }

  /** From now on nothing is known of these and of all that they hold. */
  taint(values: Iterable<Value>, reason: UnknownReason): void {
    const open = [...values];
    const seen = new Set<Value>();
    for (let value = open.pop(); value; value = open.pop()) {
      if (seen.has(value)) continue;
      seen.add(value);
      switch (value.kind) {
        case 'unknown':
          open.push(...value.holds);
          break;
        case 'choice':
          open.push(value.ifTrue, value.ifFalse);
          break;
        case 'call':
          open.push(...value.args, value.callee);
          break;
        case 'member':
          open.push(value.object);
          break;
        case 'template':
          break;
        default:
          if (!isContainer(value)) break;
          open.push(...contentsOf(value));
          // A function or class is still known by its code, whoever has it.
          if (value.kind === 'function' || value.kind === 'class') break;
          if (value.taint === 'mutated') break;
          this.touch(value);
          value.taint ??= reason;
      }
    }
  }

  taintCell(frame: Frame, binding: number, reason: UnknownReason): void {
    if (frame.tainted.has(binding)) return;
    const before = frame.cells.get(binding);
    if (before) this.taint([before], reason);
    frame.tainted.add(binding);
    const at = before?.at ?? { path: frame.code.facts.path, line: 0, column: 0, endLine: 0, endColumn: 0 };
    this.setCell(frame, binding, unknown(reason, at, before ? [before] : []));
  }

  private noteCell(frame: Frame, binding: number): void {
    const journal = this.journals.at(-1);
    if (!journal) return;
    const known = journal.cells.get(frame) ?? new Map<number, Value | undefined>();
    journal.cells.set(frame, known);
    if (!known.has(binding)) known.set(binding, frame.cells.get(binding));
  }
}

function contentOf(container: Container): Content {
  const values = container.kind === 'array' ? [...container.elements] : new Map(container.properties);
  return { values, taint: container.taint, open: container.kind === 'object' ? container.open : null };
}

function restore(container: Container, { values, taint, open }: Content): void {
  if (container.kind === 'array') container.elements = [...(values as readonly Value[])];
  else container.properties = new Map(values as ReadonlyMap<string, Value>);
  if (container.kind === 'object') container.open = open;
  container.taint = taint;
}

function mergeContent(container: Container, condition: Condition, a: Content, b: Content): void {
  const [one, two] = [[...a.values.entries()], [...b.values.entries()]];
  const sameKeys = one.length === two.length && one.every(([key], index) => key === two[index]?.[0]);
  const known = a.taint === null && b.taint === null && a.open === b.open && sameKeys;
  if (container.kind === 'array') {
    container.elements = known
      ? one.map(([, value], index) => choose(condition, value, two[index]?.[1] as Value, condition.at))
      : [...one, ...two].map(([, value]) => value);
  } else {
    const properties = new Map(one as [string, Value][]);
    for (const [key, value] of two as [string, Value][]) {
      const other = properties.get(key);
      properties.set(key, other ? choose(condition, other, value, condition.at) : value);
    }
    container.properties = properties;
  }
  // Of something that is not known the contents are kept, because they can be written to through it.
  container.taint = a.taint ?? b.taint ?? (known ? null : 'condition');
  if (container.kind === 'object') container.open = a.open ?? b.open;
}
