/**
 * The version of everything that turns facts into edges: resolution, erasure, numbering. Raise it with every change of where imports
 * lead or what they are; an image of another version is out of date, and nothing that was resolved for it is kept.
 */
export const LINKER_VERSION = '8';
