import type { Location } from '../../base/location.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { primitive, unknown, type Value } from './values.ts';

/** What a name means that the file does not declare. */
export function globalValue(interpreter: Interpreter, frame: Frame, name: string, at: Location): Value {
  if (interpreter.writtenGlobals.has(name)) return unknown('mutated', at);
  switch (name) {
    case 'undefined':
      return primitive(undefined, at);
    case 'NaN':
      return primitive(Number.NaN, at);
    case 'Infinity':
      return primitive(Number.POSITIVE_INFINITY, at);
    case 'arguments':
      return unknown('unsupported-syntax', at, frame.thisFrame.args);
    case '__dirname':
    case '__filename':
      return unknown('environment', at);
    case 'module':
      return interpreter.moduleObject ?? unknown('unsupported-syntax', at);
    case 'exports':
      return interpreter.moduleObject?.properties.get('exports') ?? unknown('unsupported-syntax', at);
    default:
      return { kind: 'external', id: `global:${name}`, at };
  }
}
