import type { Location } from '../../base/location.ts';
import { VALUE_EXPORT, type ValueFacts } from '../value-records.ts';
import { Code } from './code.ts';
import { expressionAt } from './evaluate-at.ts';
import type { ExternalCall } from './interpreter.ts';
import { LinkedModules } from './linked-modules.ts';
import type { ImportPlace, ImportTarget } from './resolve-export.ts';
import type { Value } from './values.ts';

/** A project, as the evaluator asks about it. */
export interface ValueProject {
  /** The values of a file; null when there are none: it could not be parsed, or is not part of the project. */
  valuesOf(path: string): ValueFacts | null;
  importOf(path: string, place: ImportPlace): ImportTarget;
  /** All modules, or those that could write to what others export. */
  paths(): Iterable<string>;
}

export interface Evaluator {
  /** The value that a module exports under a name; `default` for its default export. */
  exported(path: string, name: string): Value;
  /** The value of a variable of the module's own scope, exported or not; null when there is none of that name. */
  declared(path: string, name: string): Value | null;
  /** The value of the expression that stands exactly there; null when none does, or the module's values are not there. */
  expression(place: Location): Value | null;
  /** Names that the module itself exports, in source order; what `export *` adds is not among them. */
  exportNames(path: string): string[];
  /** Calls of other packages and of the platform that the module makes while it is loaded, in the order in which it makes them. */
  calls(path: string): readonly ExternalCall[];
}

/**
 * Follows values across files, from their text alone: nothing of the project is executed. What cannot be told is `unknown` with a reason, what a condition
 * decides is a choice. Values are those after each module was loaded, provided that loading does not throw. Never throws itself.
 */
export function createEvaluator(project: ValueProject): Evaluator {
  const codes = new Map<string, Code | null>();
  const codeOf = (path: string): Code | null => {
    const known = codes.get(path);
    if (known !== undefined) return known;
    const facts = project.valuesOf(path);
    const code = facts && new Code(facts);
    codes.set(path, code);
    return code;
  };
  const modules = { codeOf, importOf: project.importOf.bind(project) };
  const linked = new LinkedModules(modules, () => project.paths());
  return {
    exported: (path, name) => linked.valueOf(path, name),
    declared(path, name) {
      const run = linked.run(path);
      if (!run) return null;
      for (const [binding, value] of run.frame.cells)
        if (run.code.string(run.code.binding(binding, 'NAME')) === name) return value;
      return null;
    },
    expression(place) {
      const code = codeOf(place.path);
      const node = code ? expressionAt(code, place) : -1;
      return node < 0 ? null : linked.watched(place.path, node);
    },
    exportNames(path) {
      const code = codeOf(path);
      if (!code) return [];
      const names: string[] = [];
      for (let at = 0; at < code.facts.exports.length; at += VALUE_EXPORT.WORDS) {
        const name = code.string(code.facts.exports[at + VALUE_EXPORT.NAME] as number);
        if (name !== '*') names.push(name);
      }
      return names;
    },
    calls: (path) => linked.run(path)?.interpreter.calls ?? [],
  };
}
