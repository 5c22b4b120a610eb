import { walkCode } from './markup/skip-code.ts';

const RETURN = 'return';

/**
 * The source with every `return` rewritten as something that may stand at the top level of a module, which the parser
 * has no setting for: `throw` before an expression, a bare number otherwise. Lengths stay, so that positions do. What runs is
 * another program; what it imports and uses is the same.
 * @param source UTF-8
 */
export function withoutReturns(source: Uint8Array): Uint8Array {
  const rewritten = Buffer.from(source);
  const text = rewritten.toString('latin1');
  walkCode(text, 0, (at) => {
    if (text.startsWith(RETURN, at) && isKeyword(text, at)) {
      const isBare = /^[ \t]*(?:[;}\r\n]|$)/.test(text.slice(at + RETURN.length, at + RETURN.length + 80));
      rewritten.write(isBare ? '0     ' : 'throw ', at, 'latin1');
    }
    return false;
  });
  return rewritten;
}

/** Not a part of a longer name, nor the name of a property. */
function isKeyword(text: string, at: number): boolean {
  return !/[\w$.]/.test(text[at - 1] ?? '') && !/[\w$:]/.test(text[at + RETURN.length] ?? '');
}
