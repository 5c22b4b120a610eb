import type { Cursor } from '../../../syntax/cursor.ts';
import { NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';
import { type ConfigBindings, keyOf } from './config-bindings.ts';
import { CONFIG_FILE, CONFIG_FOLDER, type ConfigValue, concatenate, textValue } from './config-value.ts';
import { applyKnown } from './known-functions.ts';
import { propertyOf } from './object-entries.ts';

/** Far more than a configuration needs; a function that calls two functions that call two … would never be done. */
const MOST_STEPS = 20_000;
const DEEPEST = 48;

type Parameters = ReadonlyMap<string, ConfigValue>;

/**
 * Computes the strings of a configuration from its text: literals, templates, sums, the functions of `node:path` and
 * `node:url` that make paths, names that are bound once, and functions that only return such a string. Nothing is run.
 */
export class ConfigFolder {
  private steps = 0;
  private readonly tree: Cursor;
  private readonly bindings: ConfigBindings;

  constructor(tree: Cursor, bindings: ConfigBindings) {
    this.tree = tree;
    this.bindings = bindings;
  }

  /** True when this has gone on for too long: whatever is asked from now on cannot be told. */
  get exhausted(): boolean {
    return this.steps > MOST_STEPS;
  }

  /** What an expression gives; null when that cannot be told. */
  fold(expression: number, parameters: Parameters = new Map(), depth = 0): ConfigValue | null {
    this.steps++;
    if (this.exhausted || depth > DEEPEST || expression === NO_NODE) return null;
    const { tree } = this;
    const node = withoutWrapping(tree, expression);
    const next = (child: number): ConfigValue | null => this.fold(child, parameters, depth + 1);
    switch (tree.kind(node)) {
      case KIND.StringLiteral:
        return textValue(tree.text(node, FIELD.value));
      case KIND.TemplateLiteral: {
        const holes = tree.children(node, FIELD.expressions);
        return tree.children(node, FIELD.quasis).reduce<ConfigValue | null>((sum, quasi, index) => {
          const whole = sum && concatenate(sum, textValue(tree.text(quasi, FIELD.cooked)));
          const hole = holes[index];
          if (!whole || hole === undefined) return whole;
          const value = next(hole);
          return value && concatenate(whole, value);
        }, textValue(''));
      }
      case KIND.BinaryExpression: {
        const [left, right] = [next(tree.child(node, FIELD.left)), next(tree.child(node, FIELD.right))];
        return left && right && tree.textIs(node, FIELD.operator, '+') ? concatenate(left, right) : null;
      }
      case KIND.Identifier:
        return this.foldName(node, parameters, depth);
      case KIND.MemberExpression:
        return this.foldMember(node, parameters, depth);
      case KIND.CallExpression:
      case KIND.NewExpression:
        return this.foldCall(node, parameters, depth);
      default:
        return null;
    }
  }

  /** The expression that another one stands for: itself, or what the name that it is is bound to. */
  origin(expression: number): number {
    this.steps++;
    let node = withoutWrapping(this.tree, expression);
    for (let hop = 0; hop < DEEPEST && this.tree.kind(node) === KIND.Identifier; hop++) {
      const value = this.bindings.valueOf(node);
      if (value === undefined) return node;
      node = withoutWrapping(this.tree, value);
    }
    return node;
  }

  private foldName(name: number, parameters: Parameters, depth: number): ConfigValue | null {
    const { tree } = this;
    const known = parameters.get(keyOf(tree, name));
    if (known) return known;
    const value = this.bindings.valueOf(name);
    if (value !== undefined) return this.fold(value, parameters, depth + 1);
    if (tree.scope(name) !== SCOPE.global) return null;
    if (tree.textIs(name, FIELD.value, '__dirname')) return CONFIG_FOLDER;
    return tree.textIs(name, FIELD.value, '__filename') ? CONFIG_FILE : null;
  }

  /** `import.meta.url`, `new URL(…).pathname`, and `folders.src` of an object that is written out. */
  private foldMember(member: number, parameters: Parameters, depth: number): ConfigValue | null {
    const { tree } = this;
    const object = tree.child(member, FIELD.object);
    const property = tree.child(member, FIELD.property);
    if (tree.kind(property) !== KIND.Identifier) return null;
    const name = tree.text(property, FIELD.value);
    if (tree.kind(object) === KIND.MetaProperty) {
      if (name === 'dirname') return CONFIG_FOLDER;
      return name === 'url' || name === 'filename' ? CONFIG_FILE : null;
    }
    if (name === 'pathname' || name === 'href') return this.fold(object, parameters, depth + 1);
    const owner = this.origin(object);
    if (tree.kind(owner) !== KIND.ObjectExpression) return null;
    return this.fold(propertyOf(tree, owner, name), parameters, depth + 1);
  }

  private foldCall(call: number, parameters: Parameters, depth: number): ConfigValue | null {
    const { tree } = this;
    const callee = tree.child(call, FIELD.callee);
    const values: ConfigValue[] = [];
    const own = tree.kind(callee) === KIND.Identifier ? this.bindings.valueOf(callee) : undefined;
    for (const argument of tree.children(call, FIELD.arguments)) {
      const value = tree.has(argument, FIELD.spread)
        ? null
        : this.fold(tree.child(argument, FIELD.expression), parameters, depth + 1);
      if (!value) return null;
      values.push(value);
    }
    return own === undefined ? applyKnown(this.calledName(callee), values) : this.foldFunction(own, values, depth);
  }

  private calledName(callee: number): string {
    const { tree } = this;
    if (tree.kind(callee) === KIND.Identifier) return this.bindings.originalName(callee);
    if (tree.kind(callee) !== KIND.MemberExpression) return '';
    const object = tree.child(callee, FIELD.object);
    const name = tree.text(tree.child(callee, FIELD.property), FIELD.value);
    // `require.resolve('vue')` and `Promise.resolve('src')` are no paths.
    if (tree.kind(object) === KIND.Identifier && /^(?:require|Promise)$/.test(tree.text(object, FIELD.value)))
      return '';
    return name;
  }

  /** `const at = (folder) => path.resolve(__dirname, folder)`, given its arguments. */
  private foldFunction(node: number, values: readonly ConfigValue[], depth: number): ConfigValue | null {
    const { tree } = this;
    const body = tree.child(node, FIELD.body);
    if (body === NO_NODE) return null;
    const parameters = new Map<string, ConfigValue>();
    tree.children(node, FIELD.params).forEach((parameter, index) => {
      const name = tree.has(parameter, FIELD.pat) ? tree.child(parameter, FIELD.pat) : parameter;
      const value = values[index];
      if (tree.kind(name) === KIND.Identifier && value) parameters.set(keyOf(tree, name), value);
    });
    const [statement, ...others] = tree.children(body, FIELD.stmts);
    if (statement === undefined) return this.fold(body, parameters, depth + 1);
    if (others.length > 0 || tree.kind(statement) !== KIND.ReturnStatement) return null;
    return this.fold(tree.child(statement, FIELD.argument), parameters, depth + 1);
  }
}
