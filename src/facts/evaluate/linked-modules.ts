import type { Location } from '../../base/location.ts';
import type { Code, LateWrite } from './code.ts';
import { watchedValue } from './evaluate-at.ts';
import { Interpreter, type Surroundings } from './interpreter.ts';
import { readMember } from './read-members.ts';
import type { UnknownReason } from './reasons.ts';
import { type ExportOrigin, hasExports, type Modules, resolveExport, targetOfSite } from './resolve-export.ts';
import { type ModuleRun, openModule, runModule } from './run-module.ts';
import { unknown, type Value } from './values.ts';
import { forgetLate, forgetWritten } from './variables.ts';
import { writtenElsewhere } from './written-elsewhere.ts';

/** Deeper, a module that is needed is run first, from an empty stack; then the one that needs it again from its beginning. */
const DEEPEST_NESTING = 40;
/** How often runs may be given up for another to come first, or for a cycle; then what is left is not known. */
const MOST_RESTARTS = 20_000;

/** A run that cannot go on: another module has to be run first, or modules turned out to need one another. */
class Restart extends Error {
  readonly needed: string | null;

  constructor(needed: string | null) {
    super();
    this.needed = needed;
  }
}

/**
 * The modules of a project, each run when something first needs a value of it. Modules that need one another's values while they are loaded
 * form a group, and none of a group sees values of another: what they would see depends on which is loaded first.
 */
export class LinkedModules implements Surroundings {
  private readonly modules: Modules;
  private readonly paths: () => Iterable<string>;
  private readonly done = new Map<string, ModuleRun>();
  private running: string[] = [];
  /** The first module of the group that each is in. */
  private readonly groups = new Map<string, string>();
  private readonly origins = new Map<string, ExportOrigin>();
  private written: ReadonlyMap<string, readonly LateWrite[]> | null = null;
  private restarts = 0;

  constructor(modules: Modules, paths: () => Iterable<string>) {
    this.modules = modules;
    this.paths = paths;
  }

  /** The module after it was run; null when its values are not there. */
  run(path: string): ModuleRun | null {
    const open = [path];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      try {
        if (this.restarts < MOST_RESTARTS) this.runNow(at, 0);
        open.pop();
      } catch (error) {
        if (!(error instanceof Restart)) throw error;
        this.restarts++;
        this.running = [];
        if (error.needed !== null) open.push(error.needed);
      }
    }
    return this.done.get(path) ?? null;
  }

  /** What a module exports under a name. */
  valueOf(path: string, name: string): Value {
    const origin = this.originOf(path, name);
    if ('code' in origin) this.run(origin.code.facts.path);
    const at = { path, line: 0, column: 0, endLine: 0, endColumn: 0 };
    const interpreter = new Interpreter(path, this, 0);
    let value: Value = unknown('budget', at);
    // A member of what `module.exports` is may be a getter, and a getter may do anything.
    interpreter.attempt(() => {
      value = this.originValue(origin, interpreter, at);
    });
    return value;
  }

  /** The value of an expression of a module, by its node; null when the module's values are not there. */
  watched(path: string, node: number): Value | null {
    const known = this.run(path);
    if (!known) return null;
    const interpreter = new Interpreter(path, this, 0);
    interpreter.watch = { code: known.code, node, seen: [], functions: new Map() };
    // All that it needs has been run with the first run, and is not run again.
    this.running = [path];
    try {
      runModule(openModule(interpreter, known.code));
      return watchedValue(interpreter, interpreter.watch);
    } catch (error) {
      if (!(error instanceof Restart)) throw error;
      return unknown('cycle', known.code.at(node));
    } finally {
      this.running = [];
    }
  }

  imported(code: Code, binding: number, interpreter: Interpreter, at: Location): Value {
    const target = targetOfSite(this.modules, code, code.binding(binding, 'SITE') - 1);
    const name = code.string(code.binding(binding, 'IMPORTED'));
    if (target.kind === 'unknown') return unknown('unresolved-import', at);
    if (target.kind === 'external') return { kind: 'external', id: `${target.id}#${name}`, at };
    if (name === '=') return this.wholeModule(target.path, interpreter, at);
    return name === '*'
      ? { kind: 'namespace', module: target.path, at }
      : this.exported(target.path, name, interpreter, at);
  }

  required(code: Code, site: number, interpreter: Interpreter, at: Location): Value {
    const target = targetOfSite(this.modules, code, site);
    if (target.kind === 'unknown') return unknown('unresolved-import', at);
    if (target.kind === 'external') return { kind: 'external', id: `${target.id}#*`, at };
    return this.wholeModule(target.path, interpreter, at);
  }

  exported(module: string, name: string, interpreter: Interpreter, at: Location): Value {
    return this.originValue(this.originOf(module, name), interpreter, at);
  }

  writesElsewhere(code: Code, binding: number): readonly LateWrite[] {
    this.written ??= writtenElsewhere(this.modules, this.paths());
    return this.written.get(`${code.facts.path}#${binding < 0 ? 'default' : binding}`) ?? [];
  }

  private originOf(module: string, name: string): ExportOrigin {
    const key = `${module}\n${name}`;
    const known = this.origins.get(key);
    if (known) return known;
    const origin = resolveExport(this.modules, module, name);
    this.origins.set(key, origin);
    return origin;
  }

  /** What `require` gives: of a CommonJS module what it exports, else the module's namespace. */
  private wholeModule(path: string, interpreter: Interpreter, at: Location): Value {
    const code = this.modules.codeOf(path);
    if (!code) return unknown('not-parsed', at);
    return hasExports(code) ? { kind: 'namespace', module: path, at } : this.commonJs(code, interpreter, at);
  }

  private commonJs(code: Code, interpreter: Interpreter, at: Location): Value {
    const run = this.need(code.facts.path, interpreter);
    if (typeof run === 'string') return unknown(run, at);
    const { defaultExport, moduleObject } = run.interpreter;
    return defaultExport ?? moduleObject?.properties.get('exports') ?? unknown('unsupported-syntax', at);
  }

  private originValue(origin: ExportOrigin, interpreter: Interpreter, at: Location): Value {
    switch (origin.kind) {
      case 'external':
        return { kind: 'external', id: origin.id, at };
      case 'namespace':
        return { kind: 'namespace', module: origin.path, at };
      case 'unknown':
        return unknown(origin.reason, at);
      case 'commonjs': {
        const whole = this.commonJs(origin.code, interpreter, at);
        if (origin.name === 'default' && !isInterop(whole)) return whole;
        return readMember(interpreter, whole, origin.name, at);
      }
      case 'default': {
        const run = this.need(origin.code.facts.path, interpreter);
        if (typeof run === 'string') return unknown(run, at);
        return run.interpreter.defaultExport ?? unknown('unsupported-syntax', at);
      }
      case 'binding': {
        const { code, binding } = origin;
        if (code.binding(binding, 'SITE') > 0)
          return interpreter.nested(() => this.imported(code, binding, interpreter, at));
        const run = this.need(code.facts.path, interpreter);
        if (typeof run === 'string') return unknown(run, at);
        return run.frame.cells.get(binding) ?? unknown('uninitialised', at);
      }
    }
  }

  /** A module that the one which is being run needs; the reason when it cannot have it. */
  private need(path: string, interpreter: Interpreter): ModuleRun | UnknownReason {
    const asking = interpreter.module;
    if (asking !== path && this.groupOf(asking) === this.groupOf(path) && this.running.length > 0) return 'cycle';
    const done = this.done.get(path);
    if (done) return done;
    const at = this.running.indexOf(path);
    if (at >= 0 && asking === path) return 'cycle';
    if (at >= 0) {
      for (const member of this.running.slice(at)) this.groups.set(this.groupOf(member), this.groupOf(path));
      throw new Restart(null);
    }
    if (this.restarts >= MOST_RESTARTS) return 'budget';
    if (interpreter.depth > DEEPEST_NESTING) throw new Restart(path);
    return this.runNow(path, interpreter.depth) ?? 'not-parsed';
  }

  private runNow(path: string, depth: number): ModuleRun | null {
    const known = this.done.get(path);
    if (known) return known;
    const code = this.modules.codeOf(path);
    if (!code) return null;
    this.running.push(path);
    const run = openModule(new Interpreter(path, this, depth), code);
    runModule(run);
    forgetLate(run.interpreter, run.frame);
    const { defaultExport, moduleObject } = run.interpreter;
    const exported = defaultExport ?? moduleObject?.properties.get('exports');
    if (exported) forgetWritten(run.interpreter, exported, this.writesElsewhere(code, -1));
    this.running.pop();
    this.done.set(path, run);
    return run;
  }

  private groupOf(path: string): string {
    let at = path;
    for (let next = this.groups.get(at); next !== undefined && next !== at; next = this.groups.get(at)) at = next;
    return at;
  }
}

/** What TypeScript and Babel write into modules that they translate. */
function isInterop(whole: Value): boolean {
  return whole.kind === 'object' && whole.properties.get('__esModule')?.kind === 'boolean';
}
