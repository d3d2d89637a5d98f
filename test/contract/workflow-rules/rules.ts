import { actionInputs, calledInputs, calledSecrets } from './calls.ts';
import { jobConcurrency, noInnerConcurrency, oneGroupForEachStage } from './concurrency.ts';
import { declaredReads, descriptions, usedInputs } from './declarations.ts';
import { gate } from './gate.ts';
import { privileges, setUpSteps } from './headers.ts';
import { identityByDecision, identityJobsOnly, installScripts, noCache } from './identity.ts';
import { grants, ownPermissions, reasons } from './permissions.ts';
import { pins } from './pins.ts';
import { jobOutputs, neededOutputs, stepOutputs } from './references.ts';
import { secretsByName } from './secrets.ts';
import type { Rule } from './shipped-file.ts';
import { checkouts, programs, timeouts } from './steps.ts';
import { pathFilters, strangers } from './triggers.ts';

/** Every rule of what we ship as YAML, by what it asks for. */
export const RULES = {
  'name foreign actions by commit with their version, and own ones that are there': pins,
  'grant nothing at the top, and each job its own permissions': ownPermissions,
  'say of each permission what it is for': reasons,
  'grant every permission that a called workflow asks for': grants,
  'end each job by a timeout': timeouts,
  'put no expression into a program': programs,
  'leave no credentials behind after a checkout': checkouts,
  'are not started by what gives strangers rights': strangers,
  'run for a pull request whatever it changed': pathFilters,
  'pass and read secrets one by one': secretsByName,
  'have no concurrency in what is called': noInnerConcurrency,
  'give each job that calls us a group, and never cancel it': jobConcurrency,
  'have one group for each stage': oneGroupForEachStage,
  'ask for an identity token only where something is deployed or removed': identityJobsOnly,
  'ask for an identity token only by a decision': identityByDecision,
  'leave it to the caller whether packages run scripts beside an identity token': installScripts,
  'use no cache beside an identity token': noCache,
  'have a gate that always runs, after all other jobs': gate,
  'describe what a called workflow takes and gives': descriptions,
  'use every input and secret that they declare': usedInputs,
  'read only inputs and secrets that they declare': declaredReads,
  'give a called workflow its inputs, and no others': calledInputs,
  'give a called workflow its secrets, and no others': calledSecrets,
  'give an action its inputs, and no others': actionInputs,
  'read outputs only of jobs that they wait for': neededOutputs,
  'give outputs only that a job has': jobOutputs,
  'read outputs only of steps that have run and have them': stepOutputs,
  'begin with their privileges': privileges,
  'list the steps of set-up in a template': setUpSteps,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
