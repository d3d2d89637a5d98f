import * as v from 'valibot';
import { names, text } from './schema-parts.ts';

/** One service of `services`. */
export const service = v.strictObject({
  path: text("The service's folder, relative to this file."),
  config: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[^/\\]+\.(?:ya?ml|json|[cm]?[jt]s)$/,
        'the name of a file in the folder, serverless.web.yml for example',
      ),
      v.description(
        "File of the service's configuration in its folder, where several services share one (default: serverless.yml and its kin).",
      ),
    ),
  ),
  'depends-on': v.optional(
    names('Keys of services that are deployed before this one; those that it reads outputs of need not be listed.'),
  ),
  triggers: v.optional(
    v.pipe(
      v.union([v.literal('always'), names('Globs.')]),
      v.description(
        'Globs of further files that belong to the service, relative to this file; always: it counts as changed.',
      ),
    ),
  ),
  shared: v.optional(
    v.pipe(
      v.union([v.boolean(), v.literal('always')]),
      v.description(
        'Whether previews read the base stage instead of getting a copy, unless they change it; always: even then (default false).',
      ),
    ),
  ),
  test: v.optional(
    v.pipe(
      v.union([text('Command.'), v.literal(false)]),
      v.description(
        "Command of the service's own tests, run in its folder before a deploy; false: none (default: the test script of a package.json in its folder).",
      ),
    ),
  ),
  verify: v.optional(
    text(
      'Command that is run in its folder after the deploy, with URL and outputs in its environment, and is part of the verdict.',
    ),
  ),
  hooks: v.optional(
    v.strictObject({
      'before-deploy': v.optional(text('Command that is run in its folder before it is packaged.')),
      'after-deploy': v.optional(text('Command that is run in its folder after its stack is deployed, before verify.')),
      'before-destroy': v.optional(text('Command that is run before its stack is removed, in an empty folder.')),
    }),
  ),
});
