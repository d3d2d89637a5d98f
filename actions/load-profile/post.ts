import { removeRememberedFolder } from '../../io/profile.ts';

/** The job's end: the files with credentials and parameters go, whatever the job came to. */
export const main = removeRememberedFolder;
