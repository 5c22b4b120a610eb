import { isErrorEnvelope } from '../../base/envelope.ts';
import { type ErrorCode, errorEnvelope } from '../../base/errors.ts';
import { checkParams } from '../../base/param-spec.ts';
import type { ForwardStart } from '../../queries/define.ts';
import { PARAMS } from '../../queries/generated/params.ts';
import { findQuery, sectionsOf } from '../../queries/registry.ts';
import { unknownQuery } from '../core/run-query.ts';
import { inspectImage, type RefreshHooks, rebuild } from './ensure-image.ts';
import type { ImageDirectory } from './image-directory.ts';
import type { Runner } from './runner.ts';
import { answerFiles, hasUnread } from './state/answer-files.ts';
import { type BuildState, isPartial } from './state/build-state.ts';
import { closureState } from './state/closure-freshness.ts';
import { isFresh } from './state/freshness.ts';

type Answer = Awaited<ReturnType<Runner['run']>>;

/** A project whose sources are looked at when a query is answered, as far as its answer rests on them. */
export interface FreshProject extends RefreshHooks {
  readonly root: string;
  readonly directory: ImageDirectory;
  /** What answers that question from the image as it is on disk now. */
  load(query: string, params: Readonly<Record<string, unknown>>): Promise<Runner>;
}

/**
 * Answers a query from the image if the sources that its answer rests on are as they were, else brings the image up to date and
 * answers again. An answer that follows imports forward rests on the modules that it went through: neither is the rest of the project
 * looked at, nor, while there is no image, read for it.
 * @throws ConduitError whatever a build refuses with
 */
export async function freshAnswer(
  project: FreshProject,
  query: string,
  params: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { root, directory } = project;
  const ask = async (): Promise<Answer> => (await project.load(query, params)).run({ query, params, stale: false });
  const refused = refuseAtOnce(query, params);
  if (refused) return { envelope: errorEnvelope(refused, query, params), stats: { kernelCalls: 0, threadId: 0 } };
  const forward = forwardStart(query, params);
  const asksForSymbols = sectionsOf(query, params).includes('symbols');
  const known = inspectImage(directory);
  if ('reason' in known || (asksForSymbols && !known.state.symbols)) {
    project.onNotice?.('reason' in known ? known.reason : NOTICES.unread);
    await rebuild(root, directory, { forward, symbols: asksForSymbols }, project);
    return ask();
  }
  const answer = await ask();
  if (isErrorEnvelope(answer.envelope) && !DEPENDS_ON_SOURCES.has(answer.envelope.error.code)) return answer;
  const verdict = judge(root, known.state, answer, forward?.target ?? null);
  if (verdict === 'fresh') return answer;
  project.onNotice?.(NOTICES[verdict]);
  // What was read for other questions stays read.
  const { symbols } = known.state;
  await rebuild(root, directory, { forward: isPartial(known.state) ? forward : null, symbols }, project);
  return ask();
}

/** What no state of the sources could turn into an answer: nobody should wait for a build to be told of it. */
function refuseAtOnce(query: string, params: Readonly<Record<string, unknown>>): unknown {
  try {
    if (!findQuery(query)) return unknownQuery(query);
    checkParams(PARAMS[query] ?? [], params);
    return null;
  } catch (error) {
    return error;
  }
}

function forwardStart(query: string, params: Readonly<Record<string, unknown>>): ForwardStart | null {
  const checked = checkParams(PARAMS[query] ?? [], params);
  return findQuery(query)?.forward?.start(checked as never) ?? null;
}

const NOTICES = {
  stale: 'sources have changed: refreshing the image',
  unread: 'only a part of the project has been read so far: reading more',
} as const;

/** What another state of the sources could turn into an answer; the configuration, whose rules are in the image, is one of them. */
const DEPENDS_ON_SOURCES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CONDUIT_UNKNOWN_TARGET',
  'CONDUIT_AMBIGUOUS_TARGET',
  'CONDUIT_BAD_CONFIG',
  'CONDUIT_NO_RULES',
  // Of what no schema knows: names of rules. What a schema refuses was refused at once.
  'CONDUIT_BAD_PARAMS',
]);

/** @param target of a query that follows imports forward; null for one that rests on the whole project */
function judge(
  root: string,
  state: BuildState,
  { envelope }: Answer,
  target: string | null,
): 'fresh' | keyof typeof NOTICES {
  const modules =
    target === null || isErrorEnvelope(envelope)
      ? null
      : (findQuery(envelope.query)?.forward?.modules(envelope.result as never) ?? null);
  // Another build has replaced the image between our looks at it and at its state.
  if (!isErrorEnvelope(envelope) && envelope.asOf.fingerprint !== state.fingerprint) return 'stale';
  // What a path names depends on nothing else; what ends so, or is a package, on every file there is.
  const wanted = target?.replace(/^(\.\/)+/, '') ?? '';
  if (modules && modules[0] === wanted) {
    const found = closureState(root, state, modules);
    if (found !== 'unknown') return found;
  }
  if (!isFresh(root, state)) return 'stale';
  // Whether anybody imports the package of that name, only the whole graph can tell.
  if (isPartial(state) && state.fileLikePackages.includes(wanted)) return 'unread';
  const files = modules && answerFiles(state, modules);
  return (files ? hasUnread(state, files) : isPartial(state)) ? 'unread' : 'fresh';
}
