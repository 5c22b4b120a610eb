import type { Rival } from './rival.ts';
import { dependencyCruiser } from './tools/dependency-cruiser.ts';
import { dpdm } from './tools/dpdm.ts';
import { fallow } from './tools/fallow.ts';
import { madge } from './tools/madge.ts';
import { oxlint } from './tools/oxlint.ts';
import { revDep } from './tools/rev-dep.ts';
import { skott } from './tools/skott.ts';

export const ALL_RIVALS: readonly Rival[] = [madge, dpdm, dependencyCruiser, skott, revDep, fallow, oxlint];
