import { JSX_AUTOMATIC, JSX_CLASSIC, JSX_OWN_FACTORY, JSX_OWN_FRAGMENT } from '../../records.ts';

export interface JsxPragmas {
  /** Bits JSX_… of the records. */
  readonly bits: number;
  /** The names that `@jsx` and `@jsxFrag` begin with; empty when they are not there. */
  readonly factory: string;
  readonly fragment: string;
}

const NONE: JsxPragmas = { bits: 0, factory: '', fragment: '' };
/** In characters. No licence text is as long. */
const LONGEST_HEAD = 65_536;
const HEAD = /^(?:#![^\n]*\n)?(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/;
const PRAGMA = /@(jsx|jsxFrag|jsxRuntime|jsxImportSource)\s+([^\s*]+)/gi;

/** `@jsx h` and its kin, which count in the block comments before the first statement. */
export function readJsxPragmas(source: Uint8Array): JsxPragmas {
  const text = Buffer.from(source.buffer, source.byteOffset, source.length);
  if (!text.includes('@jsx')) return NONE;
  const head = HEAD.exec(text.toString('latin1', 0, LONGEST_HEAD))?.[0] ?? '';
  let bits = 0;
  let factory = '';
  let fragment = '';
  for (const [, pragma = '', value = ''] of head.matchAll(PRAGMA)) {
    switch (pragma.toLowerCase()) {
      case 'jsx':
        bits |= JSX_OWN_FACTORY;
        factory = value.split('.')[0] ?? '';
        break;
      case 'jsxfrag':
        bits |= JSX_OWN_FRAGMENT;
        fragment = value.split('.')[0] ?? '';
        break;
      case 'jsxruntime':
        if (value === 'classic' || value === 'automatic') bits |= value === 'classic' ? JSX_CLASSIC : JSX_AUTOMATIC;
        break;
      default:
        bits |= JSX_AUTOMATIC;
    }
  }
  return { bits, factory, fragment };
}
