import type { Json } from './config-files.ts';

/** The compiler options that decide which imports TypeScript erases, as they are written; null where nothing is. */
export interface ErasureSettings {
  readonly verbatimModuleSyntax: boolean;
  readonly isolatedModules: boolean;
  readonly preserveConstEnums: boolean;
  /** Gone since TypeScript 5.5; projects with an older one have it. */
  readonly preserveValueImports: boolean;
  /** The same; `remove` is what holds without it. */
  readonly importsNotUsedAsValues: string | null;
  readonly emitDecoratorMetadata: boolean;
  readonly strict: boolean | null;
  readonly strictNullChecks: boolean | null;
  readonly jsx: string | null;
  readonly jsxFactory: string | null;
  readonly jsxFragmentFactory: string | null;
  readonly jsxImportSource: string | null;
  readonly reactNamespace: string | null;
}

/** What holds where nothing is set, and for files of no configuration. */
export const DEFAULT_ERASURE: ErasureSettings = {
  verbatimModuleSyntax: false,
  isolatedModules: false,
  preserveConstEnums: false,
  preserveValueImports: false,
  importsNotUsedAsValues: null,
  emitDecoratorMetadata: false,
  strict: null,
  strictNullChecks: null,
  jsx: null,
  jsxFactory: null,
  jsxFragmentFactory: null,
  jsxImportSource: null,
  reactNamespace: null,
};

/** What `compilerOptions` sets of them; a value of the wrong type counts as absent. */
export function ownErasureSettings(options: Json): Partial<ErasureSettings> {
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(DEFAULT_ERASURE)) {
    const written = options[key];
    const isSwitch = typeof value === 'boolean' || key === 'strict' || key === 'strictNullChecks';
    if (typeof written === (isSwitch ? 'boolean' : 'string')) own[key] = written;
  }
  return own as Partial<ErasureSettings>;
}
