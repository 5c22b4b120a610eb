import type { Type } from './type-table.ts';

/** What type parameters stand for somewhere, as a number. */
export type Environment = number;

/** Type parameters stand for themselves. */
export const NO_ENVIRONMENT: Environment = 0;

export type Binding = readonly [parameter: Type, type: Type];

/** Environments: equal ones are one number. */
export class Environments {
  private readonly bindings: (readonly Binding[])[] = [[]];
  private readonly numbers = new Map<string, Environment>([['', NO_ENVIRONMENT]]);

  of(bindings: readonly Binding[]): Environment {
    if (bindings.length === 0) return NO_ENVIRONMENT;
    // As they come: any order by number would be another one when files come and go.
    const key = bindings.join(' ');
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.bindings.push(bindings) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  in(environment: Environment): readonly Binding[] {
    return this.bindings[environment] ?? [];
  }

  get(environment: Environment, parameter: Type): Type | undefined {
    if (environment === NO_ENVIRONMENT) return undefined;
    for (const binding of this.in(environment)) if (binding[0] === parameter) return binding[1];
    return undefined;
  }

  /** The same with more; what is bound anew means the new. */
  with(environment: Environment, bindings: readonly Binding[]): Environment {
    if (bindings.length === 0) return environment;
    if (bindings.every(([parameter, type]) => this.get(environment, parameter) === type)) return environment;
    const isNew = new Set(bindings.map(([parameter]) => parameter));
    return this.of([...this.in(environment).filter(([parameter]) => !isNew.has(parameter)), ...bindings]);
  }

  /** The part of it that says something of these type parameters. */
  restricted(environment: Environment, parameters: readonly Type[]): Environment {
    if (environment === NO_ENVIRONMENT || parameters.length === 0) return NO_ENVIRONMENT;
    const bindings = this.in(environment);
    const kept = bindings.filter(([parameter]) => parameters.includes(parameter));
    return kept.length === bindings.length ? environment : this.of(kept);
  }
}
