import { orderedKeys } from './object-keys.ts';
import { reasonOf } from './operators.ts';
import { primitive, type UnknownValue, type Value } from './values.ts';

/** The properties that a spread or `Object.keys` sees, in order; the reason when they are not known. */
export function ownEntries(value: Value): [string, Value][] | UnknownValue['reason'] {
  switch (value.kind) {
    case 'object':
      if (value.taint !== null) return value.taint;
      if (value.open !== null) return value.open;
      return orderedKeys(value.properties).map((key) => [key, value.properties.get(key) as Value]);
    case 'array':
      return value.taint ?? value.elements.map((element, index) => [String(index), element]);
    case 'null':
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
      return [];
    case 'string':
      return [...value.value].length > 1000
        ? 'budget'
        : value.value.split('').map((unit, index) => [String(index), primitive(unit, value.at)]);
    default:
      return reasonOf(value);
  }
}
