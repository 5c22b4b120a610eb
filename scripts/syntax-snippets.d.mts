/** Sources with the options to parse them with; see the .mjs. */
export const SNIPPETS: readonly (readonly [source: string, options: object])[];
