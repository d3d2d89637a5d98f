/** The repository that is set up. */
export interface SetUpRepository {
  readonly owner: string;
  readonly name: string;
  /** Its number and its owner's; undefined if GitHub was not asked: the commands then ask. */
  readonly ids?: { readonly repository: string; readonly owner: string } | undefined;
  readonly defaultBranch: string;
  /** Folder of serverless-stages.yml, and of the templates below it; `.` for the root. */
  readonly folder: string;
}
