import { CONFIDENCES, type Confidence } from './finding-schemas.ts';

/** What makes a finding less sure than it looks. */
export interface Doubt {
  /** The surest that it can be. */
  readonly confidence: Confidence;
  /** In words, with a semicolon in front; empty when there is none. */
  readonly doubt: string;
}

export const SURE: Doubt = { confidence: 'high', doubt: '' };

const low = (doubt: string): Doubt => ({ confidence: 'low', doubt: `; but its path says that ${doubt}` });

/** What makes it may be what reads it. */
const GENERATED = /(?:^|\/)(?:generated|__generated__|gen)\/|\.(?:gen|generated)\.[cm]?[jt]sx?$/;
const MADE = low('it is generated: what makes it may read it');

/** Input of tests, which read it by its path, or of tools that copy it: `testdata/`, `test-fixtures/`, `__snapshots__/`, `templates/`. */
const READ_AS_DATA =
  /(?:^|\/)(?:(?:[\w.]+[-_.])?(?:fixtures?|testdata|mockdata|snapshots?)|__\w*(?:fixtures?|testdata|snapshots?|mockdata)__|tests?[-_.]?(?:data|files?|cases?|apps?|projects?|assets)|mock[-_.]data)\//i;
const FIXTURE = low('it is a fixture: tests may read it as a file');
const COPIED =
  /(?:^|\/)(?:[\w.]+-)?(?:templates?|boilerplates?|skeletons?|scaffolds?|scaffolding|blueprints?|stubs?)\//;
const TEMPLATE = low('it is a template: what copies it may read it as a file');

/** Tests start programs and read sources by their path. */
const OF_TESTS = /(?:^|\/)(?:tests?|specs?|e2e|__tests__|integration-tests)\//;
const BY_TESTS: Doubt = { confidence: 'medium', doubt: '; but its folder is of tests, which may read it as a file' };

/** What people and servers that build start by its path. */
const BY_HAND = /(?:^|\/)(?:scripts?|tools|bin|ci|hack|examples?|samples?|demos?|sandbox|playgrounds?)\//;
const STARTED = low('somebody may start it by hand');

/** What the path of a module says of who else may read it; null when it says nothing. */
export function readAsFile(id: string): Doubt | null {
  if (GENERATED.test(id)) return MADE;
  if (READ_AS_DATA.test(id)) return FIXTURE;
  return COPIED.test(id) ? TEMPLATE : null;
}

/** The same for one who asks for module after module, several times each: the last answer is kept. */
export function readAsFileInTurn(): typeof readAsFile {
  let last: string | undefined;
  let known: Doubt | null = null;
  return (id) => {
    if (id !== last) known = readAsFile(id);
    last = id;
    return known;
  };
}

/** What it says of a module to which no entry leads. @param importers how many modules import it */
export function startedUnseen(id: string, importers: number): Doubt | null {
  if (importers === 0 && BY_HAND.test(id)) return STARTED;
  return OF_TESTS.test(id) ? BY_TESTS : null;
}

/** The one of several doubts that weighs most, the first of equals. */
export function weightiest(doubts: readonly (Doubt | null)[]): Doubt {
  const weight = ({ confidence }: Doubt): number => CONFIDENCES.indexOf(confidence);
  return doubts.reduce((most: Doubt, one) => (one && weight(one) > weight(most) ? one : most), SURE);
}
