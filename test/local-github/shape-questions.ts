import type { Question } from './shape-question.ts';
import { actionQuestions } from './shape-questions-actions.ts';
import { branchQuestions, peopleQuestions } from './shape-questions-branches.ts';
import { checkQuestions, statusQuestions } from './shape-questions-checks.ts';
import { deploymentQuestions, environmentQuestions } from './shape-questions-deployments.ts';
import { gitQuestions } from './shape-questions-git.ts';
import { commentQuestions, pullQuestions } from './shape-questions-pulls.ts';

/** Every route of the server, asked so that it answers and so that it refuses, in an order that works. */
export const QUESTIONS: readonly Question[] = [
  ...commentQuestions,
  ...deploymentQuestions,
  ...environmentQuestions,
  ...statusQuestions,
  ...checkQuestions,
  ...gitQuestions,
  ...branchQuestions,
  ...peopleQuestions,
  ...actionQuestions,
  ...pullQuestions,
];
