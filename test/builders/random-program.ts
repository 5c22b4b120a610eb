/**
 * What a name holds. `a` is an array of primitives, `o` an object of primitives, `f` a function of one argument, `m` an object of these three:
 * `{ list, part, run }`.
 */
type Shape = 'n' | 's' | 'b' | 'a' | 'o' | 'f' | 'm';

interface Variable {
  readonly name: string;
  readonly shape: Shape;
  readonly assignable: boolean;
}

const SHAPES: readonly Shape[] = ['n', 's', 'b', 'a', 'o', 'f'];
const NUMBERS = ['0', '1', '2', '-1', '2.5', '1e21', '0x1f', '-0', 'NaN', '7'];
const STRINGS = [
  "''",
  "'pier'",
  "'Tide-low'",
  "'é'",
  "'\\u{1F6A2}'",
  "'p'",
  "'0'",
  "' q '",
  "'constructor'",
  "'__proto__'",
];
const KEYS = ['p', 'q', 'r', '1', 'length'];

/** Names of a module that another can import. */
interface Exported {
  readonly specifier: string;
  readonly variables: readonly Variable[];
}

/**
 * Programs within what the evaluator understands, and somewhat beyond: every choice is the next of a list of numbers, so that a shorter list is a simpler
 * program. What `globalThis.given` holds is known when the program runs and to nobody before.
 */
export class ProgramWriter {
  private readonly choices: readonly number[];
  private readonly imports: readonly Exported[];
  private at = 0;
  private names = 0;
  private scope: Variable[] = [];
  private inFunction = false;
  private loops = 0;

  constructor(choices: readonly number[], imports: readonly Exported[]) {
    this.choices = choices;
    this.imports = imports;
  }

  /** A module; everything that it declares at its top level is exported. */
  module(): { source: string; variables: readonly Variable[] } {
    const lines: string[] = [];
    for (const { specifier, variables } of this.imports) {
      const taken = variables.filter(() => this.pick(3) > 0).map((variable) => ({ ...variable, assignable: false }));
      const local = taken.map((variable) => ({ ...variable, name: `${variable.name}_${this.names++}` }));
      const clauses = taken.map(({ name }, index) => `${name} as ${local[index]?.name}`);
      if (taken.length > 0) lines.push(`import { ${clauses.join(', ')} } from '${specifier}';`);
      this.scope.push(...local);
    }
    const imported = this.scope.length;
    lines.push(...this.statements(4 + this.pick(12)));
    const own = this.scope.slice(imported);
    lines.push(`export { ${own.map(({ name }) => name).join(', ')} };`);
    return { source: lines.join('\n'), variables: own };
  }

  private statements(count: number): string[] {
    return Array.from({ length: count }, () => this.statement());
  }

  /** A block with names of its own. */
  private block(count: number): string {
    const outer = this.scope;
    this.scope = [...outer];
    const text = this.statements(count).join(' ');
    this.scope = outer;
    return `{ ${text} }`;
  }

  private statement(): string {
    const kind = this.pick(30);
    switch (kind) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        return this.declaration();
      case 5:
      case 6:
        return this.assignment();
      case 7:
        return `${this.name('a') ?? '[]'}.push(${this.expression('n')});`;
      case 8:
        return `${this.name('o') ?? '({})'}.${this.key()} = ${this.expression('n')};`;
      case 9:
        return `${this.name('o') ?? '({})'}[${this.expression('s')}] = ${this.expression('n')};`;
      case 10:
      case 11:
        return `if (${this.expression('b')}) ${this.block(1 + this.pick(2))}${this.pick(2) ? ` else ${this.block(1)}` : ''}`;
      case 12:
        return this.functionDeclaration();
      case 13:
        return this.loop();
      case 14: {
        const item = this.fresh('n', false);
        return `${this.expression('a')}.forEach((${item.name}) => ${this.within([item], () => this.block(1))});`;
      }
      case 15: {
        const cases = [this.literal('n'), this.literal('n')].map(
          (test) => `case ${test}: ${this.block(1)}${this.pick(2) ? ' break;' : ''}`,
        );
        return `switch (${this.expression('n')}) { ${cases.join(' ')} default: ${this.block(1)} }`;
      }
      case 16:
        return `try ${this.block(1)} catch { ${this.assignment()} }`;
      case 17: {
        const object = this.name('o');
        return object ? `delete ${object}.${this.key()};` : ';';
      }
      case 18:
        return this.classDeclaration();
      case 19:
        return `(() => ${this.block(2)})();`;
      case 20:
        return `Object.assign(${this.name('o') ?? '{}'}, ${this.expression('o')});`;
      case 21:
        return `[${this.name('n', true) ?? 'globalThis.sink'}] = ${this.expression('a')};`;
      case 22:
        return this.inFunction
          ? `if (${this.expression('b')}) return ${this.expression('n')};`
          : `${this.expression('n')};`;
      case 23:
      case 24:
      case 25:
        return this.nestedStatement();
      case 26:
        return this.inheritance();
      case 27: {
        const counter = this.fresh('n', false);
        return `{ let ${counter.name} = ${this.pick(4)}; while (${counter.name}-- > 0) ${this.within([counter], () => this.block(1))} }`;
      }
      default:
        return `${this.expression('f')}(${this.expression('n')});`;
    }
  }

  /**
   * What writes to a part of something. Modules that import make no nested objects: what another module's object becomes part of is not followed
   * in code that is not run.
   */
  private nestedStatement(): string {
    const known = this.name('m');
    if (!known || this.pick(4) === 0) {
      if (this.imports.length > 0) return ';';
      const made = this.fresh('m', false);
      const text = `const ${made.name} = { list: ${this.expression('a')}, part: ${this.expression('o')}, run: ${this.expression('f')} };`;
      this.scope.push(made);
      return text;
    }
    switch (this.pick(this.imports.length > 0 ? 4 : 8)) {
      case 0:
        return `${known}.list.push(${this.expression('n')});`;
      case 1:
        return `${known}.part.${this.key()} = ${this.expression('n')};`;
      case 2: {
        const [one, two] = [this.fresh('n', true), this.fresh('n', false)];
        const text = `let { part: { ${this.key()}: ${one.name} = 1 } = {}, list: [${two.name}] } = ${known};`;
        this.scope.push(one, two);
        return text;
      }
      case 3: {
        const { name } = this.fresh('o', false);
        return `for (const ${name} of [${known}.part].slice(0, 2)) { ${this.expression('n')}; }`;
      }
      case 4:
        return `[${this.expression('o')}, ${known}.part].forEach((one) => { one.${this.key()} = ${this.expression('n')}; });`;
      case 5:
        return `${known}.part = ${this.expression('o')};`;
      case 6: {
        const copy = this.fresh('m', false);
        const text = `const ${copy.name} = { ...${known}, list: [...${known}.list, ${this.expression('n')}] };`;
        this.scope.push(copy);
        return text;
      }
      default:
        return `((target) => { target.part.${this.key()} = ${this.expression('n')}; return target; })(${known}).list.unshift(1);`;
    }
  }

  private inheritance(): string {
    const [base, derived, object] = [`C${this.names++}`, `C${this.names++}`, this.fresh('o', false)];
    const given = { name: 'given', shape: 'n', assignable: true } as const;
    const text = `class ${base} { p = ${this.expression('n')}; constructor(given) { this.r = ${this.within([given], () => this.expression('n'))}; } at(x) { return x; } } class ${derived} extends ${base} { q = this.at(this.p); constructor(given, ...rest) { super(${this.within([given], () => this.expression('n'))}); this.extra = rest.length; } at(x) { return super.at(x) + 1; } } const ${object.name} = new ${derived}(...${this.expression('a')});`;
    this.scope.push(object);
    return text;
  }

  private declaration(): string {
    const shape = SHAPES[this.pick(SHAPES.length)] as Shape;
    const value = this.expression(shape);
    switch (this.pick(6)) {
      case 0: {
        const [one, rest] = [this.fresh('n', false), this.fresh('o', false)];
        const text = `const { ${this.key()}: ${one.name} = ${this.literal('n')}, ...${rest.name} } = ${this.expression('o')};`;
        this.scope.push(one, rest);
        return text;
      }
      case 1: {
        const [one, rest] = [this.fresh('n', true), this.fresh('a', false)];
        const text = `let [${one.name} = ${this.literal('n')}, ...${rest.name}] = ${this.expression('a')};`;
        this.scope.push(one, rest);
        return text;
      }
      default: {
        const assignable = this.pick(2) === 1;
        const variable = this.fresh(shape, assignable);
        this.scope.push(variable);
        return `${assignable ? 'let' : 'const'} ${variable.name} = ${value};`;
      }
    }
  }

  private assignment(): string {
    const shape = SHAPES[this.pick(5)] as Shape;
    const target = this.name(shape, true);
    if (!target) return ';';
    const operators = shape === 'n' ? ['=', '+=', '-=', '*=', '??=', '||='] : shape === 's' ? ['=', '+='] : ['='];
    return `${target} ${operators[this.pick(operators.length)]} ${this.expression(shape)};`;
  }

  private functionDeclaration(): string {
    const variable = this.fresh('f', false);
    const text = `function ${variable.name}${this.functionBody()}`;
    this.scope.push(variable);
    return text;
  }

  private functionBody(): string {
    const parameter = this.fresh('n', true);
    const fallback = this.pick(3) === 1 ? ` = ${this.literal('n')}` : '';
    const [outer, loops] = [this.inFunction, this.loops];
    this.inFunction = true;
    this.loops = 0;
    const body = this.within([parameter], () => {
      const kept = this.scope;
      this.scope = [...kept];
      const lines = this.statements(this.pick(4));
      const text = `{ ${lines.join(' ')} return ${this.expression('n')}; }`;
      this.scope = kept;
      return text;
    });
    this.inFunction = outer;
    this.loops = loops;
    return `(${parameter.name}${fallback}) ${body}`;
  }

  private loop(): string {
    const item = this.fresh('n', false);
    this.loops++;
    const leave = this.pick(3) === 1 ? ` if (${this.expression('b')}) ${this.pick(2) ? 'break' : 'continue'};` : '';
    let text: string;
    if (this.pick(2)) {
      const counter = { ...item, assignable: false };
      text = `for (let ${item.name} = 0; ${item.name} < ${this.pick(4)}; ${item.name}++) {${leave} ${this.within([counter], () => this.block(1))} }`;
    } else {
      text = `for (const ${item.name} of ${this.expression('a')}.slice(0, 5)) {${leave} ${this.within([item], () => this.block(1))} }`;
    }
    this.loops--;
    return text;
  }

  private classDeclaration(): string {
    const [name, object] = [`C${this.names++}`, this.fresh('o', false)];
    const method = this.pick(2) ? ` bump(x) { this.q = x; return this.p; }` : ' get r() { return this.p; }';
    const text = `class ${name} { p = ${this.expression('n')}; static s = ${this.literal('n')}; constructor(x) { this.q = ${this.within([{ name: 'x', shape: 'n', assignable: true }], () => this.expression('n'))}; }${method} } const ${object.name} = new ${name}(${this.expression('n')});`;
    this.scope.push(object);
    return text;
  }

  private expression(shape: Shape, depth = 0): string {
    if (depth > 3 || this.pick(4) === 0) return this.name(shape) ?? this.literal(shape);
    const of = (inner: Shape): string => this.expression(inner, depth + 1);
    const both = this.pick(8);
    if (both === 7) return `(${of('b')} ? ${of(shape)} : ${of(shape)})`;
    if (both === 6 && shape !== 'f') return `(${of(shape)} ${['||', '&&', '??'][this.pick(3)]} ${of(shape)})`;
    const whole = this.pick(6) === 5 ? this.name('m') : null;
    if (whole && (shape === 'a' || shape === 'o' || shape === 'f'))
      return `${whole}.${shape === 'a' ? 'list' : shape === 'o' ? 'part' : 'run'}`;
    switch (shape) {
      case 'n':
        switch (this.pick(12)) {
          case 0:
            return `(${of('n')} ${['+', '-', '*', '/', '%', '|', '>>>'][this.pick(7)]} ${of('n')})`;
          case 1:
            return `${of('a')}.length`;
          case 2:
            return `${of('a')}[${this.pick(3)}]`;
          case 3:
            return `${of('o')}?.${this.key()}`;
          case 4:
            return `${of('f')}(${of('n')})`;
          case 5: {
            const name = this.name('n', true);
            return name ? `(${name}${this.pick(2) ? '++' : '--'})` : of('n');
          }
          case 6:
            return `Number(${of('s')})`;
          case 7:
            return `${of('a')}.reduce((sum, one) => sum + one, ${of('n')})`;
          case 8:
            return 'globalThis.given.level';
          case 9:
            return `((x) => ${this.within([{ name: 'x', shape: 'n', assignable: true }], () => of('n'))})(${of('n')})`;
          case 10:
            return `Math.max(${of('n')}, 1)`;
          default:
            return `${of('a')}.indexOf(${of('n')})`;
        }
      case 's':
        switch (this.pick(9)) {
          case 0:
            return `\`${'$'}{${of('n')}}/${'$'}{${of('s')}}\``;
          case 1:
            return `(${of('s')} + ${of(SHAPES[this.pick(3)] as Shape)})`;
          case 2:
            return `String(${of('s')}).toUpperCase()`;
          case 3:
            return `String(${of('s')}).slice(${this.pick(3)})`;
          case 4:
            return `${of('a')}.join('-')`;
          case 5:
            return `typeof ${of(SHAPES[this.pick(6)] as Shape)}`;
          case 6:
            return `Object.keys(${of('o')}).join()`;
          case 7:
            return `String(${of('s')}).replace('e', 'x').padStart(6, '.')`;
          default:
            return 'globalThis.given.name';
        }
      case 'b':
        switch (this.pick(6)) {
          case 0:
            return `(${of('n')} ${['<', '===', '>=', '!=='][this.pick(4)]} ${of('n')})`;
          case 1:
            return `!${of('b')}`;
          case 2:
            return `${of('a')}.includes(${of('n')})`;
          case 3:
            return `('${this.key()}' in ${of('o')})`;
          case 4:
            return `globalThis.given.flag${this.pick(2)}`;
          default:
            return `(${of('s')} == ${of('s')})`;
        }
      case 'a':
        switch (this.pick(7)) {
          case 0:
            return `[${of('n')}, ...${of('a')}]`;
          case 1:
            return `${of('a')}.map(${of('f')})`;
          case 2:
            return `${of('a')}.filter((one) => ${this.within([{ name: 'one', shape: 'n', assignable: false }], () => of('b'))})`;
          case 3:
            return `${of('a')}.concat(${of('a')}, 3)`;
          case 4:
            return `Object.values(${of('o')}).filter((one) => typeof one !== 'function')`;
          case 5:
            return `Object.entries(${of('o')}).map(([key, one]) => key + typeof one)`;
          default:
            return `Array.from({ length: ${this.pick(4)} }, (_, index) => index)`;
        }
      case 'o':
        switch (this.pick(4)) {
          case 0:
            return `{ ...${of('o')}, ${this.key()}: ${of('n')} }`;
          case 1:
            return `{ ${this.key()}: ${of('n')}, [${of('s')}]: ${of('n')} }`;
          case 2:
            return `Object.fromEntries(${of('a')}.map((one) => [one, 1]))`;
          default:
            return `Object.assign({ p: ${of('n')} }, ${of('o')})`;
        }
      default: {
        if (this.pick(3) === 0) return `(function ${this.functionBody()})`;
        const parameter = this.fresh('n', true);
        return `((${parameter.name}) => ${this.within([parameter], () => this.expression('n', depth + 1))})`;
      }
    }
  }

  private literal(shape: Shape): string {
    switch (shape) {
      case 'n':
        return NUMBERS[this.pick(NUMBERS.length)] as string;
      case 's':
        return STRINGS[this.pick(STRINGS.length)] as string;
      case 'b':
        return this.pick(2) ? 'true' : 'false';
      case 'a':
        return `[${Array.from({ length: this.pick(4) }, () => this.literal('n')).join(', ')}]`;
      case 'o':
        return `{ p: ${this.literal('n')}, 1: ${this.literal('s')}, q: ${this.literal('n')} }`;
      default:
        return '((x) => x + 1)';
    }
  }

  private within<T>(variables: readonly Variable[], write: () => T): T {
    const outer = this.scope;
    this.scope = [...outer, ...variables];
    const result = write();
    this.scope = outer;
    return result;
  }

  private fresh(shape: Shape, assignable: boolean): Variable {
    return { name: `${shape}${this.names++}`, shape, assignable };
  }

  private name(shape: Shape, assignable = false): string | null {
    const fitting = this.scope.filter((one) => one.shape === shape && (one.assignable || !assignable));
    return fitting[this.pick(fitting.length)]?.name ?? null;
  }

  private key(): string {
    const key = KEYS[this.pick(3)];
    return key ?? 'p';
  }

  private pick(count: number): number {
    const choice = this.choices[this.at++] ?? 0;
    return count === 0 ? 0 : choice % count;
  }
}
