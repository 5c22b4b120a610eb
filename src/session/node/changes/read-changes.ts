import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeChange } from '../../../queries/affected/changes.ts';
import { inputKind, looksLikeSource } from '../../../queries/affected/input-kinds.ts';
import { changedManifest } from './changed-manifest.ts';
import { type GitChange, listChanges } from './list-changes.ts';
import { changedLocked } from './lockfiles/changed-locked.ts';
import { narrowSources, type Versions } from './narrow-sources.ts';
import { readBlobs } from './read-blobs.ts';
import { assertInRepository, commitOf, mergeBase } from './revisions.ts';

export interface ChangesAsked {
  /** Changes since this revision and the checked-out commit parted, those that are not committed included. */
  readonly since?: string | undefined;
  /** Changes of `head` since it parted from `base`. */
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  /** False: every changed source counts as a whole. */
  readonly bySymbols?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What changed in a project, as git tells it, ready for the query `affected`.
 * @returns parameter `changes`, by path
 * @throws ConduitError CONDUIT_NO_REPOSITORY, CONDUIT_UNKNOWN_REVISION, CONDUIT_SHALLOW_CLONE, and what a build refuses with
 */
export async function readChanges(root: string, asked: ChangesAsked): Promise<string[]> {
  await assertInRepository(root);
  const checkedOut = await commitOf(root, 'HEAD');
  const head = asked.head === undefined ? null : await commitOf(root, asked.head);
  const from = await commitOf(root, asked.since ?? asked.base ?? 'HEAD');
  const base = await mergeBase(root, from, head ?? checkedOut);
  const changes = await listChanges(root, base, head);
  const compared = changes.filter(isRead);
  const names = compared.flatMap(({ oldBlob, newBlob }) => [oldBlob, head === null ? null : newBlob]);
  const blobs = await readBlobs(
    root,
    names.filter((name) => name !== null),
  );
  const versions = compared.flatMap((change) => versionsOf(root, change, blobs, head === null) ?? []);
  const sources = versions.filter(({ path }) => inputKind(path) === null);
  const parts = asked.bySymbols === false ? new Map<string, string[]>() : await narrowSources(sources, asked.signal);
  for (const version of versions) {
    const names = changedPackages(version);
    if (names) parts.set(version.path, names);
  }
  return changes.map(({ path, status }) => writeChange({ path, status, parts: parts.get(path) ?? null }));
}

/** Files of which it matters what changed in them. */
const isRead = ({ path, status }: GitChange): boolean =>
  status === 'modified' && (looksLikeSource(path) || ['manifest', 'lockfile'].includes(inputKind(path) ?? ''));

/** Of a manifest or lock file the packages that are others now; null for any other file, and when more has changed than that. */
function changedPackages({ path, before, after }: Versions): string[] | null {
  const kind = inputKind(path);
  if (kind === 'manifest') return changedManifest(before.toString('utf8'), after.toString('utf8'));
  return kind === 'lockfile' ? changedLocked(path, before.toString('utf8'), after.toString('utf8')) : null;
}

/**
 * Both versions of a file; null when one of them is not to be had. The image is of the files as they are: where `head` is another version than what is
 * there, lines of it would be lines of something else.
 */
function versionsOf(
  root: string,
  { path, oldBlob, newBlob }: GitChange,
  blobs: ReadonlyMap<string, Buffer>,
  isOfFiles: boolean,
): Versions | null {
  const before = blobs.get(oldBlob ?? '');
  const wanted = isOfFiles ? undefined : blobs.get(newBlob ?? '');
  if (!before || (!isOfFiles && !wanted)) return null;
  try {
    const after = readFileSync(join(root, path));
    return wanted && textOf(wanted) !== textOf(after) ? null : { path, before, after };
  } catch {
    return null;
  }
}

/** With the line ends that git keeps. */
const textOf = (bytes: Buffer): string => bytes.toString('utf8').replaceAll('\r\n', '\n');
