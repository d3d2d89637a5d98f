export const id = 34;
export const ids = [34];
export const modules = {

/***/ 6034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7728);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
;// CONCATENATED MODULE: ./core/stage/event.js


const pullRequestPayload = dist/* object */.Ikc({
    action: dist/* string */.YjP(),
    number: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf()),
    pull_request: dist/* object */.Ikc({ head: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) }),
    label: dist/* optional */.lqM(dist/* object */.Ikc({ name: dist/* string */.YjP() })),
});
const pushPayload = dist/* object */.Ikc({ ref: dist/* string */.YjP() });
const deletePayload = dist/* object */.Ikc({ ref: dist/* string */.YjP(), ref_type: dist/* string */.YjP() });
/**
 * Reads a webhook payload as GitHub writes it to the event file. Throws E_EVENT where the payload lacks what an event
 * of that name always has.
 */
function parseEvent(name, payload) {
    switch (name) {
        case 'pull_request': {
            const event = check(pullRequestPayload, name, payload);
            const label = event.label === undefined ? {} : { label: event.label.name };
            return {
                type: 'pull-request',
                number: event.number,
                action: event.action,
                headSha: event.pull_request.head.sha,
                ...label,
            };
        }
        case 'push':
            return { type: 'push', ref: check(pushPayload, name, payload).ref };
        case 'delete': {
            const event = check(deletePayload, name, payload);
            return { type: 'delete', ref: event.ref, refType: event.ref_type };
        }
        case 'workflow_dispatch':
        case 'repository_dispatch':
            return { type: 'dispatch' };
        default:
            return { type: 'other', name };
    }
}
function check(schema, name, payload) {
    const result = dist/* safeParse */.xLC(schema, payload);
    if (result.success) {
        return result.output;
    }
    const place = dist/* getDotPath */.BuJ(result.issues[0]) ?? 'the payload';
    throw new errors/* UserError */.yo('E_EVENT', {
        what: `the payload of the "${name}" event has no valid "${place}"`,
        fix: 'run the action in a workflow that GitHub started by this event, with GITHUB_EVENT_PATH as GitHub sets it',
    });
}
const SKIP_MARKS = ['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'];
/**
 * Returns the mark in a commit's message that tells GitHub Actions to leave the commit alone, if it has one.
 * The marks are those of GitHub's documentation ("Skipping workflow runs").
 */
function skipMark(message) {
    const found = SKIP_MARKS.find((mark) => message.includes(mark));
    return found ?? /\n\n(?:.*\n)*(skip-checks: ?true)/.exec(message)?.[1];
}

// EXTERNAL MODULE: ./io/github/client.js
var client = __webpack_require__(7601);
// EXTERNAL MODULE: ./io/github/config-reader.js + 1 modules
var config_reader = __webpack_require__(626);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(6526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(7735);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5261);
// EXTERNAL MODULE: ./io/source.js + 15 modules
var io_source = __webpack_require__(8822);
// EXTERNAL MODULE: ./stage/wanted/preview-now.js
var preview_now = __webpack_require__(5975);
;// CONCATENATED MODULE: ./actions/resolve-stage/contract.js
const contract = {
    name: 'resolve-stage',
    inputs: {
        stage: { kind: 'text' },
        commit: { kind: 'text' },
        ref: { kind: 'text' },
        sweep: { kind: 'flag', always: true },
        'working-directory': { kind: 'text', always: true },
        'github-token': { kind: 'secret', always: true },
    },
    outputs: [
        'decision',
        'reason',
        'kind',
        'stage',
        'ref',
        'commit',
        'pull-request',
        'profile',
        'environment',
        'region',
        'services',
        'tests',
        'node-version',
        'configuration',
        'error',
    ],
    onFailure: { decision: 'error' },
};

// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(9045);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(7413);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
;// CONCATENATED MODULE: ./core/configuration/removal.js



/**
 * Returns what the removal of a stage needs of its configuration: no parameters, which may be gone; and for a preview every
 * place that the configurations of its target branch and of the default branch (`configs`) say previews are, or were, in.
 */
function removalConfiguration(configuration, configs) {
    const { parametersPath: _, ...profile } = configuration.profile;
    const { role } = profile;
    const places = configuration.stage.kind === 'preview' ? mergePlaces(configs.flatMap(previewPlaces)) : [];
    const own = places.find((place) => place.role === role)?.regions ?? [];
    return {
        ...configuration,
        profile: { ...profile, regions: [...new Set([...profile.regions, ...own])], parameters: {}, exportEnv: [] },
        // One that any of them knows is none to be removed as a preview.
        configured: [...new Set([...configuration.configured, ...configs.flatMap(effective/* configuredStages */.WX)])],
        elsewhere: places.filter((place) => place.role !== role),
    };
}
/**
 * Returns the configuration of a sweep through all previews, by the default branch's configuration and those of the other
 * target branches, which may place previews elsewhere. Throws E_PROFILE_UNKNOWN.
 */
function sweepConfiguration(config, others = []) {
    const stage = { name: stage_name/* ALL_PREVIEWS */.Gu, kind: 'preview', ref: '' };
    return removalConfiguration((0,effective/* effectiveConfiguration */.kH)(config, stage, config['default-profile'] ?? ''), [
        config,
        ...others,
    ]);
}
/** Where a configuration says that previews are, or were. */
function previewPlaces({ previews, profiles, stages, 'default-profile': fallback }) {
    if (previews === undefined) {
        return [];
    }
    const patterns = Object.entries(stages ?? {}).filter(([name]) => (0,stage_name/* isStagePattern */.rR)(name));
    const names = new Set([fallback ?? '', ...patterns.map(([, { profile }]) => profile)]);
    const regions = [...names].flatMap((name) => (0,effective/* regionList */.lW)((0,own_value/* ownValue */.e)(profiles, name)?.region ?? []));
    const retired = (previews.retired ?? []).map(({ role, region }) => ({ role, regions: (0,effective/* regionList */.lW)(region) }));
    return [{ role: previews.role, regions }, ...retired];
}
function mergePlaces(places) {
    const roles = [...new Set(places.map(({ role }) => role))];
    return roles.map((role) => ({
        role,
        regions: [...new Set(places.flatMap((place) => (place.role === role ? place.regions : [])))],
    }));
}

// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(7875);
// EXTERNAL MODULE: ./core/stage/decision.js
var stage_decision = __webpack_require__(4660);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(9964);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(9443);
// EXTERNAL MODULE: ./core/preview/preview.js
var preview = __webpack_require__(1510);
// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(9341);
// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(6113);
;// CONCATENATED MODULE: ./actions/resolve-stage/configured.js




/**
 * Decides the deploy of a configured stage: the run has to be on the stage's branch, as its role's trust policy asks,
 * and the commit (the branch's head, or a given one) has to be on it, as GitHub says.
 */
async function resolveConfigured(name, given, deps) {
    const { configs, github, runRef } = deps;
    if (!(0,stage_ref/* isBranchRef */._7)(runRef)) {
        const declared = (0,effective/* findConfiguredStage */.aM)(await configs.ofBranch((await github.repository()).defaultBranch), name);
        throw notOnBranch(`this run is on "${runRef}", not on refs/heads/${declared.branch}`, name, declared);
    }
    const runBranch = (0,stage_ref/* branchOfRef */.V4)(runRef);
    const head = await github.branchHead(runBranch);
    if (head === undefined) {
        throw new errors/* UserError */.yo('E_NOT_ON_BRANCH', {
            what: `the branch "${runBranch}" of this run is gone`,
            fix: 'start the workflow on a branch that is there',
        });
    }
    const commit = given ?? head;
    if (!/^[0-9a-f]{40}$/.test(commit)) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "commit" is "${commit}"`,
            fix: 'write all 40 digits of the commit',
        });
    }
    const config = await configs.ofCommit(head, runBranch);
    const stage = (0,effective/* findConfiguredStage */.aM)(config, name);
    if (stage.branch !== runBranch) {
        throw notOnBranch(`this run is on "${runBranch}"`, name, stage);
    }
    if (commit === head) {
        return deploy(config, name, stage, head, `${(0,short_commit/* shortCommit */.A)(head)} is the head of "${runBranch}"`);
    }
    const comparison = await github.compare(commit, head);
    if (comparison?.status !== 'ahead' && comparison?.status !== 'identical') {
        throw notOnBranch(`the commit ${commit} is not on "${runBranch}"`, name, stage);
    }
    const own = await configs.ofCommit(commit, (0,short_commit/* shortCommit */.A)(commit));
    return deploy(own, name, (0,effective/* findConfiguredStage */.aM)(own, name), commit, `${(0,short_commit/* shortCommit */.A)(commit)} was asked for and is on "${runBranch}"`);
}
function notOnBranch(what, name, stage) {
    return new errors/* UserError */.yo('E_NOT_ON_BRANCH', {
        what,
        why: `the stage "${name}" is deployed from the branch "${stage.branch}" alone`,
        fix: `start the workflow on "${stage.branch}", with a commit that is on it`,
    });
}
function deploy(config, name, stage, commit, reason) {
    const ref = `refs/heads/${stage.branch}`;
    return {
        config,
        decision: {
            decision: 'deploy',
            reason,
            stage: { name, kind: 'configured', ref, commit },
            profile: stage.profile,
        },
    };
}

;// CONCATENATED MODULE: ./actions/resolve-stage/by-event.js








/** The preview of the pull request that an event is about. */
async function resolvePullRequest(event, deps) {
    const labelled = event.action === 'labeled' || event.action === 'unlabeled';
    if (labelled && !preview/* OUR_LABELS */.jN.includes(event.label ?? '')) {
        return { decision: (0,stage_decision/* skip */.i)(`the label "${event.label}" means nothing to previews`) };
    }
    const pull = await deps.github.pullRequest(event.number);
    if (pull === undefined) {
        throw new errors/* UserError */.yo('E_EVENT', {
            what: `GitHub knows no pull request #${event.number} in this repository`,
            fix: 'start the run by an event of this repository',
        });
    }
    if (pull.open && pull.headSha !== event.headSha && !deps.isRerun) {
        const moved = `the head of pull request #${pull.number} has moved on from ${(0,short_commit/* shortCommit */.A)(event.headSha)}`;
        return { decision: (0,stage_decision/* skip */.i)(`${moved} to ${(0,short_commit/* shortCommit */.A)(pull.headSha)}, which has a run of its own`) };
    }
    return resolveOfPullRequest(pull, deps, pull.open);
}
async function resolveOfPullRequest(pull, deps, heedSkipMark) {
    return complete(await deps.previewOfPullRequest(pull), deps, heedSkipMark);
}
/** A preview of a branch, whatever started the run: its pull request's where it has one, else by a pattern of stages. */
async function resolveBranch(name, deps, heedSkipMark = false) {
    return complete(await deps.previewOfBranch(name), deps, heedSkipMark);
}
async function complete(now, deps, heedSkipMark) {
    const { decision, config: trusted } = now;
    if (trusted === undefined || decision.decision !== 'deploy' || decision.stage.commit === undefined) {
        return now;
    }
    const { commit } = decision.stage;
    const mark = heedSkipMark ? skipMark(await deps.github.commitMessage(commit)) : undefined;
    if (mark !== undefined) {
        return { decision: (0,stage_decision/* skip */.i)(`the message of commit ${(0,short_commit/* shortCommit */.A)(commit)} says ${mark}`) };
    }
    const mergeBase = await mergeBaseOf(decision.stage.baseBranch, commit, deps);
    const stage = { ...decision.stage, ...(0,only_defined/* onlyDefined */.M)({ mergeBase }) };
    return { decision: { ...decision, stage }, config: await deps.configs.merged(trusted, commit) };
}
/** The commit at which a preview leaves its base branch; undefined where there is none. */
async function mergeBaseOf(branch, commit, { github }) {
    const head = branch === undefined ? undefined : await github.branchHead(branch);
    return head === undefined ? undefined : (await github.compare(head, commit))?.mergeBase;
}
/** A push: to the branch of a configured stage, or to one that a pattern of stages gives a preview. */
async function resolvePush(ref, deps) {
    if (!(0,stage_ref/* isBranchRef */._7)(ref)) {
        return { decision: (0,stage_decision/* skip */.i)(`"${ref}" is not a branch; a pushed tag deploys nothing`) };
    }
    const name = (0,stage_ref/* branchOfRef */.V4)(ref);
    const config = await deps.configs.ofBranch((await deps.github.repository()).defaultBranch);
    const stages = (0,preview/* stagesOfBranch */.zy)(config, name);
    if (stages.length > 1) {
        throw new errors/* UserError */.yo('E_STAGE_AMBIGUOUS', {
            what: `"${name}" is the branch of the stages ${stages.join(', ')}`,
            fix: 'say which one with the input "stage" (one job for each)',
        });
    }
    const [only] = stages;
    if (only !== undefined) {
        return resolveConfigured(only, undefined, deps);
    }
    // The run of a push may have taken the place of one of its pull request that waited, so it does what that one would have.
    const resolution = await resolveBranch(name, deps, true);
    const isWanted = (0,preview/* patternOfBranch */.AZ)(config, name) !== undefined || resolution.decision.decision === 'deploy';
    return isWanted
        ? resolution
        : { decision: (0,stage_decision/* skip */.i)(`no pattern of stages matches "${name}", and no pull request of it has a preview`) };
}
/** A run started by hand, for a branch or a pull request. */
async function resolveDispatch(ref, deps) {
    const wanted = ref ?? deps.runRef;
    const number = (0,stage_ref/* pullRequestOfRef */.Fj)(wanted);
    if (number !== undefined) {
        const pull = await deps.github.pullRequest(number);
        if (pull === undefined) {
            throw new errors/* UserError */.yo('E_REF_REQUIRED', {
                what: `there is no pull request #${number}`,
                fix: 'give the input "ref" a branch or refs/pull/NUMBER',
            });
        }
        return resolveOfPullRequest(pull, deps, false);
    }
    return resolveBranch((0,stage_ref/* branchOfRef */.V4)(wanted), deps);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./core/serverless/known-variables.js
var known_variables = __webpack_require__(3931);
// EXTERNAL MODULE: ./core/service/discover.js + 1 modules
var discover = __webpack_require__(2342);
// EXTERNAL MODULE: ./core/service/test-command.js
var test_command = __webpack_require__(1541);
// EXTERNAL MODULE: ./core/json-file.js
var json_file = __webpack_require__(1654);
;// CONCATENATED MODULE: ./core/source/node-version.js


/** Files that hold a version of Node.js and nothing else. */
const VERSION_FILES = ['.nvmrc', '.node-version'];
/** What actions/setup-node takes: a version, a range, or a name such as `lts/*`. */
const VERSION = /^(v?\d[\w.*+-]*|lts\/[\w*-]+|node|latest|current|[<>=~^\d][\w.*<>=~^| -]*)$/;
/**
 * Returns the version of Node.js that an application asks for: `.nvmrc`, `.node-version` or package.json (`volta`,
 * `devEngines`, `engines`), in its folder (`prefix` from the repository's root) or the nearest one above that has any;
 * undefined for none. `read` takes paths relative to the application's folder.
 */
async function wantedNodeVersion(read, prefix) {
    const depth = prefix.split('/').filter((step) => step !== '' && step !== '.').length;
    for (let up = 0; up <= depth; up += 1) {
        const at = (name) => external_node_path_.posix.join('../'.repeat(up), name);
        for (const file of VERSION_FILES) {
            const version = usable(firstLine((await read(at(file))) ?? ''));
            if (version !== undefined) {
                return version;
            }
        }
        const version = versionOfManifest((await read(at('package.json'))) ?? '{}');
        if (version !== undefined) {
            return version;
        }
    }
    return undefined;
}
function firstLine(text) {
    const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
    return lines.find((line) => line !== '') ?? '';
}
function versionOfManifest(text) {
    try {
        const { volta, devEngines, engines } = (0,json_file/* parseJsonFile */.O)(text);
        const runtimes = [devEngines?.runtime ?? []].flat();
        const runtime = runtimes.find(({ name }) => name === 'node');
        return usable(volta?.node) ?? usable(runtime?.version) ?? usable(engines?.node);
    }
    catch {
        return undefined;
    }
}
function usable(version) {
    return typeof version === 'string' && VERSION.test(version) ? version.replace(/^v(?=\d)/, '') : undefined;
}

;// CONCATENATED MODULE: ./actions/resolve-stage/of-commit.js






/** Stands for all services where it is not known which are to be tested: nothing is deployed untested by mistake. */
const EVERY = 'all';
/** Stands for no service: no key, and no empty text, which an output that got lost would be. */
const NONE = '-';
/**
 * Returns what the jobs before a deploy need to know of the commit, by git alone: the keys of the services that the deploy
 * is about, as a JSON list (for a preview those whose source differs from where it leaves its base; for a configured stage,
 * and where that cannot be told, all of them), those of them that have tests (`-` for none, `all` where that cannot be told),
 * and the version of Node.js.
 */
async function ofCommit(configuration, deps) {
    const { commit } = configuration.stage;
    const files = commit === undefined ? undefined : await deps.filesOf(commit);
    if (deps.source === undefined || commit === undefined || files === undefined) {
        deps.log.info('the workspace does not have the commit: the output "services" is empty, and all is to be tested');
        return { tests: EVERY };
    }
    const changed = await changedServices(configuration, files, commit, deps);
    return {
        'node-version': await wantedNodeVersion(files.read, deps.source.prefix),
        services: changed === undefined ? undefined : JSON.stringify(changed.map(({ key }) => key)),
        tests: changed === undefined ? EVERY : (await withTests(changed, files)).join(',') || NONE,
    };
}
/** Undefined where the services cannot be read: the deploy says why. */
async function changedServices({ stage, profile, services: configured, only }, files, commit, { source, log }) {
    const { mergeBase, name } = stage;
    const lookup = (0,known_variables/* knownVariables */.h)({ stage: name, region: profile.region }, new Map());
    const all = await (0,discover/* discoverServices */.U)(files, configured, lookup).catch((error) => {
        log.warning(`the services of ${(0,short_commit/* shortCommit */.A)(commit)} cannot be told: ${error.message}`);
        return undefined;
    });
    const services = all?.filter(({ key }) => only?.includes(key) ?? true);
    if (services === undefined) {
        return undefined;
    }
    const before = mergeBase === undefined ? undefined : await source?.atCommit(mergeBase, services);
    const now = before === undefined ? undefined : await source?.atCommit(commit, services);
    return services.filter(({ key, triggers }) => {
        return now === undefined || triggers === 'always' || before?.get(key) !== now.get(key);
    });
}
async function withTests(services, files) {
    const keys = await Promise.all(services.map(async ({ key, path, commands }) => {
        const manifest = await files.read(external_node_path_.posix.join(path, 'package.json'));
        return (0,test_command/* testCommand */.e)(commands, manifest) === undefined ? [] : [key];
    }));
    return keys.flat();
}

;// CONCATENATED MODULE: ./actions/resolve-stage/run.js









/** Decides what this run brings which stage to, by what GitHub says is wanted now. */
async function run(inputs, deps) {
    const resolution = await resolve(inputs, deps);
    const { decision } = resolution;
    if (decision.decision === 'skip' || resolution.config === undefined) {
        deps.log.notice(`skip: ${decision.reason}`);
        return {
            outputs: { decision: 'skip', reason: decision.reason },
            summary: `## ⏭️ skip\n\n${(0,markdown/* plain */.p)(decision.reason)}\n`,
        };
    }
    const { stage } = decision;
    const configuration = configurationOf(decision, resolution, resolution.config);
    const what = decision.decision === 'sweep' ? 'all previews' : `stage ${stage.name} (${stage.kind}, ${stage.ref})`;
    deps.log.info(`${decision.decision}: ${what}: ${decision.reason}`);
    const more = decision.decision === 'deploy' ? await ofCommit(configuration, deps) : {};
    return { outputs: { ...outputsOf(decision, configuration), ...more } };
}
function configurationOf({ decision, stage, profile }, { main, targets }, config) {
    switch (decision) {
        case 'deploy':
            return (0,effective/* effectiveConfiguration */.kH)(config, stage, profile);
        case 'destroy':
            return removalConfiguration((0,effective/* effectiveConfiguration */.kH)(config, stage, profile), main === undefined ? [config] : [config, main]);
        case 'sweep':
            return sweepConfiguration(config, targets);
    }
}
function outputsOf(decision, configuration) {
    const { stage, profile } = configuration;
    return {
        decision: decision.decision,
        reason: decision.reason,
        kind: stage.kind,
        stage: stage.name,
        ref: stage.ref,
        commit: stage.commit,
        'pull-request': stage.pullRequest?.toString(),
        profile: profile.name,
        environment: profile.environment,
        region: profile.region,
        configuration: (0,transport/* encodeJson */.Pr)(configuration),
    };
}
async function resolve(inputs, deps) {
    if (inputs.sweep) {
        return resolveSweep(inputs, deps);
    }
    if (inputs.stage !== undefined) {
        return resolveConfigured(inputs.stage, inputs.commit, deps);
    }
    if (inputs.commit !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the input "commit" is given without "stage"',
            why: 'a preview always follows its branch',
            fix: 'add "stage:", or leave "commit" out',
        });
    }
    const { event } = deps;
    switch (event.type) {
        case 'pull-request':
            return resolvePullRequest(event, deps);
        case 'delete':
            return event.refType === 'branch'
                ? resolveBranch(event.ref, deps)
                : { decision: (0,stage_decision/* skip */.i)(`the ${event.refType} "${event.ref}" was deleted; only branches have previews`) };
        case 'push':
            return resolvePush(event.ref, deps);
        case 'dispatch':
            return resolveDispatch(inputs.ref, deps);
        case 'other':
            return { decision: (0,stage_decision/* skip */.i)(`a run of the event "${event.name}" deploys nothing`) };
    }
}
/** All previews, by the default branch's configuration: whatever started the run. */
async function resolveSweep({ stage, commit, ref }, { github, configs }) {
    if (stage !== undefined || commit !== undefined || ref !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the input "sweep" is true, and "stage", "commit" or "ref" is given too',
            why: 'a sweep is of all previews',
            fix: 'leave the others out',
        });
    }
    const { defaultBranch } = await github.repository();
    const config = await configs.ofBranch(defaultBranch);
    if (config.previews === undefined) {
        return { decision: (0,stage_decision/* skip */.i)('the configuration has no "previews"') };
    }
    const { stage: of, profile } = sweepConfiguration(config);
    const reason = `previews that are not wanted any more, by the configuration of "${defaultBranch}"`;
    const branches = (config.previews['target-branches'] ?? []).filter((branch) => branch !== defaultBranch);
    const targets = await Promise.all(branches.map((branch) => configs.ofTarget(branch, defaultBranch, config)));
    return { config, targets, decision: { decision: 'sweep', reason, stage: of, profile: profile.name } };
}

;// CONCATENATED MODULE: ./actions/resolve-stage/main.js










const main = () => (0,run_action/* runAction */.C)(contract, (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const github = (0,client/* createGitHubReader */.r)(inputs['github-token'], context);
    const configs = (0,config_reader/* createConfigReader */.A)(github, inputs['working-directory'], log/* runnerLog */.t);
    const event = parseEvent(context.eventName, (0,runner_context/* readEventPayload */.N5)());
    const isRerun = context.runAttempt !== '1';
    const about = { event, runRef: context.ref, isRerun, ...(0,preview_now/* previewsFrom */.sx)({ github, configs }) };
    return (0,io_source/* withSource */.g)(context.workspace, inputs['working-directory'], (source) => run(inputs, { ...about, github, configs, source, filesOf: (0,io_source/* filesAtCommit */.a)(source), log: log/* runnerLog */.t }));
});


/***/ }),

/***/ 3801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   _h: () => (/* binding */ joinErrors),
/* harmony export */   a2: () => (/* binding */ stackTrace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

/** Describes an error for a result: what is no `UserError` is a fault of ours, E_INTERNAL. */
function describeError(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
        ? { code: error.code, message: error.message }
        : {
            code: 'E_INTERNAL',
            message: `${error instanceof Error ? error.message : String(error)} – this is a fault of the action – run again with debug logging on and report what it says`,
        };
}
/** Says where an error comes from, for the debug log. */
function stackTrace(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/** Makes one error of several that a result holds; the first one's code stands for them. Undefined for none. */
function joinErrors(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return undefined;
    }
    const others = rest.map((error) => `${error.code}: ${error.message}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first.code, { what: [first.message, ...others].join('\n'), fix: '' });
}


/***/ }),

/***/ 7468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   Ym: () => (/* binding */ MIN_MASKED_LENGTH),
/* harmony export */   lY: () => (/* binding */ createRedactor),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* unused harmony exports REDACTED, formsOf */
/** Shortest value that is masked: the runner would turn every `a` of the log into ***, and drop every output with one. */
const MIN_MASKED_LENGTH = 6;
/** Shortest line of a value of several lines that is masked by itself. */
const MIN_MASKED_LINE_LENGTH = 8;
/** What stands where a secret was. */
const REDACTED = '***';
/**
 * Builds a redactor. Forms: as it is, each long line, as JSON writes it, URL-encoded, and base64 at each of the three
 * places where it can begin in a longer text. Values shorter than six characters are in every text and stay.
 */
function createRedactor(secrets) {
    let forms = [];
    const learn = (...more) => {
        forms = [...new Set([...forms, ...more.flatMap(formsOf)])].sort((a, b) => b.length - a.length);
    };
    learn(...secrets);
    return {
        redact: (text) => cutOut(text, findSpans(text, forms)),
        holds: (text) => forms.some((form) => text.includes(form)),
        get forms() {
            return forms;
        },
        learn: (secret) => learn(secret),
    };
}
/** Where the forms stand in a text, in order, those that overlap as one. */
function findSpans(text, forms) {
    const found = [];
    for (const form of forms) {
        for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
            found.push([start, start + form.length]);
        }
    }
    const merged = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
        const last = merged.at(-1);
        if (last !== undefined && start < last[1]) {
            merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
        }
        else {
            merged.push([start, end]);
        }
    }
    return merged;
}
function cutOut(text, spans) {
    const pieces = spans.map(([start], index) => text.slice(index === 0 ? 0 : spans[index - 1]?.[1], start) + REDACTED);
    return pieces.join('') + text.slice(spans.at(-1)?.[1] ?? 0);
}
/** Returns the forms of one secret that are looked for, the value itself first. */
function formsOf(secret) {
    if (secret.trim().length < MIN_MASKED_LENGTH) {
        return [];
    }
    const plain = [...new Set([secret, secret.trim(), ...linesOf(secret)])];
    return [...new Set(plain.flatMap((text) => [text, ...encodings(text)]))];
}
function encodings(text) {
    const json = JSON.stringify(text).slice(1, -1);
    return [
        json,
        JSON.stringify(json).slice(1, -1),
        encodeURIComponent(text),
        encodeURI(text),
        encodeURIComponent(text).replaceAll('%20', '+'),
        encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
        json.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
        Buffer.from(text).toString('hex'),
        ...base64Forms(text),
    ];
}
/** The part of base64 that a text gives wherever it begins: the characters at the edges hold foreign bits and fall off. */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    const forms = [0, 1, 2].flatMap((shift) => {
        const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
        const encoded = padded.toString('base64').replace(/=+$/, '');
        const start = shift === 0 ? 0 : shift + 1;
        const whole = (padded.length % 3 === 0 ? 0 : 1);
        const inner = encoded.slice(start, encoded.length - whole);
        return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
    });
    return forms.filter((form) => form.length >= MIN_MASKED_LENGTH);
}
/** Returns a copy of a plain JSON value with every text in it redacted, keys too. */
function redactDeep(value, redactor) {
    if (typeof value === 'string') {
        return redactor.redact(value);
    }
    if (Array.isArray(value)) {
        return value.map((item) => redactDeep(item, redactor));
    }
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value).map(([key, item]) => [redactor.redact(key), redactDeep(item, redactor)]);
        return Object.fromEntries(entries);
    }
    return value;
}
/** Returns the lines of a text that are not empty, without the blanks around them. */
function splitLines(value) {
    return value
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Returns the lines of a value of several lines that are long enough to be looked for by themselves. */
function linesOf(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? lines.filter((line) => line.length >= MIN_MASKED_LINE_LENGTH) : [];
}


/***/ }),

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ testCommand)
/* harmony export */ });
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1654);

/** What npm writes where a project has no tests. */
const PLACEHOLDER = /no test specified/;
/**
 * Returns the command of a service's own tests: its `test`, else the test script of the package.json in its folder (its
 * text; undefined where there is none). Undefined where it has no tests.
 */
function testCommand(commands, manifest) {
    const own = commands?.test;
    if (own !== undefined) {
        return own === false ? undefined : own;
    }
    const script = scriptOf(manifest ?? '{}');
    return script === undefined || script.trim() === '' || PLACEHOLDER.test(script) ? undefined : 'npm test';
}
/** A manifest that cannot be read is told of by whoever installs it. */
function scriptOf(manifest) {
    try {
        const { scripts } = (0,_json_file_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJsonFile */ .O)(manifest);
        return typeof scripts?.test === 'string' ? scripts.test : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   xO: () => (/* binding */ decodeJson)
/* harmony export */ });
/* unused harmony export MAX_PLAIN_BYTES */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);

/** Longest JSON that travels between jobs as it is, in bytes: an input is one environment string of at most 131,071. */
const MAX_PLAIN_BYTES = 100 * 1024;
const GZIP = 'gzip:';
/** Writes a value for an output: JSON, or `gzip:` and base64 of it where it is long. */
function encodeJson(value) {
    const json = JSON.stringify(value);
    return Buffer.byteLength(json) <= MAX_PLAIN_BYTES ? json : GZIP + (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(json).toString('base64');
}
/** Reads what `encodeJson` wrote; throws where the text is neither form. */
function decodeJson(text) {
    const json = text.startsWith(GZIP) ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(text.slice(GZIP.length), 'base64')).toString() : text;
    return JSON.parse(json);
}


/***/ }),

/***/ 9463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ onCancel),
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   mm: () => (/* binding */ isCancelled)
/* harmony export */ });
/* unused harmony export beforeCancelledExit */
const cleanups = new Set();
const farewells = { first: new Set(), last: new Set() };
let listening = false;
let cancelled = false;
/** How long farewells may take together, in milliseconds: the runner sends SIGTERM 7.5 s after SIGINT, and kills 2.5 s later. */
const FAREWELL_MS = 4000;
/**
 * Has a cancelled step (SIGINT, SIGTERM) do something at once before it exits with 128 and the signal's number; returns
 * the way to take it back. What is given has to be quick and synchronous.
 */
function onCancel(cleanup) {
    listen();
    cleanups.add(cleanup);
    return () => cleanups.delete(cleanup);
}
/**
 * Has a cancelled step say something to others (AWS) when all that `onCancel` was given is done, all of a round at the same
 * time, and for a few seconds at the most; returns the way to take it back. What others wait for (a lock) comes last.
 */
function beforeCancelledExit(farewell, round = 'first') {
    listen();
    farewells[round].add(farewell);
    return () => farewells[round].delete(farewell);
}
/** Whether the step is being cancelled: it only says farewell any more. */
function isCancelled() {
    return cancelled;
}
/** Resolves at once; never where the step is being cancelled: nothing that changes something is begun then. */
function unlessCancelled() {
    return cancelled ? new Promise(() => undefined) : Promise.resolve();
}
/** The cancellation of this process. */
const cancellation = { onCancel, beforeCancelledExit, unlessCancelled };
function listen() {
    if (!listening) {
        listening = true;
        process.once('SIGINT', () => cancel(2));
        process.once('SIGTERM', () => cancel(15));
    }
}
function cancel(signal) {
    if (cancelled) {
        process.exit(128 + signal);
    }
    cancelled = true;
    for (const cleanup of [...cleanups].reverse()) {
        try {
            cleanup();
        }
        catch {
            // The others have to be done too.
        }
    }
    const exit = () => process.exit(128 + signal);
    setTimeout(exit, FAREWELL_MS);
    const say = (round) => Promise.allSettled([...farewells[round]].map((farewell) => farewell()));
    say('first')
        .then(() => say('last'))
        .then(exit);
}


/***/ }),

/***/ 3729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ onDisk),
/* harmony export */   w: () => (/* binding */ diskError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

/** What the system says where a file cannot be written: no space, no right, or a medium that takes no writes. */
const DISK_FAULT = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM)$/;
/** Returns the error that tells what to do about a file that could not be written; undefined for any other error. */
function diskError(error) {
    const { code, message } = error;
    return error instanceof Error && DISK_FAULT.test(code ?? '')
        ? new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `a file could not be written: ${message}`,
            fix: "check the runner's disk and RUNNER_TEMP: the free space and the rights",
            cause: error,
        })
        : undefined;
}
/** Does a piece of work with files; throws E_INPUT with the system's reason where the disk fails it. */
async function onDisk(work) {
    try {
        return await work();
    }
    catch (error) {
        throw diskError(error) ?? error;
    }
}


/***/ }),

/***/ 6526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ readRunContext),
/* harmony export */   N5: () => (/* binding */ readEventPayload),
/* harmony export */   Vp: () => (/* binding */ runUrl)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);


/** Reads the runner's variables; throws E_EVENT where one that is always set is not. */
function readRunContext(environment = process.env) {
    const need = (name) => {
        const value = environment[name];
        if (value === undefined || value === '') {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_EVENT', {
                what: `the environment variable ${name} is not set`,
                fix: 'run the action in a job of GitHub Actions',
            });
        }
        return value;
    };
    const [owner = '', repository = ''] = need('GITHUB_REPOSITORY').split('/');
    return {
        owner,
        repository,
        repositoryId: need('GITHUB_REPOSITORY_ID'),
        ref: environment['GITHUB_REF'] ?? '',
        eventName: need('GITHUB_EVENT_NAME'),
        runId: environment['GITHUB_RUN_ID'] ?? '0',
        runAttempt: environment['GITHUB_RUN_ATTEMPT'] ?? '1',
        runnerName: environment['RUNNER_NAME'] ?? '',
        apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
        serverUrl: environment['GITHUB_SERVER_URL'] ?? 'https://github.com',
        workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
        tempFolder: need('RUNNER_TEMP'),
    };
}
/** Where a person sees an attempt of a run. */
function runUrl({ serverUrl, owner, repository, runId, runAttempt }) {
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}
/** Reads the payload of the event that started the run; throws E_EVENT where the file is missing or is not JSON. */
function readEventPayload(environment = process.env) {
    const path = environment['GITHUB_EVENT_PATH'] ?? '';
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_EVENT', {
            what: `the event file "${path}" (GITHUB_EVENT_PATH) cannot be read as JSON`,
            fix: 'run the action in a job of GitHub Actions; where you set the variable yourself, check the file',
            cause,
        });
    }
}


/***/ }),

/***/ 7735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ redactingLog),
/* harmony export */   t: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2327);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7468);



/** Keeps a line that holds somebody else's words from being a command: the runner looks for `::` and `##[`. */
function inert(text) {
    return (text
        .replace(/\r/g, '')
        // NEL is a blank to the runner, and none to JavaScript.
        .replace(/^([\s\u0085]*)::/gm, '$1\u200b::')
        .replaceAll('##[', '##\u200b['));
}
/** The log of the GitHub runner. */
const runnerLog = {
    info: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(inert(text)),
    notice: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm(text),
    warning: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(text),
    debug: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz(text),
    foreign(title, text) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(inert(title));
        showForeign(text);
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
    },
    group(title, entries) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(inert(title));
        for (const entry of entries) {
            if ('line' in entry) {
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(inert(entry.line));
            }
            else {
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(inert(`${entry.title}:`));
                showForeign(entry.foreign);
            }
        }
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
    },
};
function showForeign(text) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}
/** A log whose every text is redacted first. */
function redactingLog(log, redactor) {
    return {
        info: (text) => log.info(redactor.redact(text)),
        notice: (text) => log.notice(redactor.redact(text)),
        warning: (text) => log.warning(redactor.redact(text)),
        foreign: (title, text) => log.foreign(title, redactor.redact(text)),
        debug: (text) => log.debug(redactor.redact(text)),
        group: (title, entries) => log.group(redactor.redact(title), (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactDeep */ .KL)(entries, redactor)),
    };
}


/***/ }),

/***/ 5261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(2327);
// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(3801);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
;// CONCATENATED MODULE: ./core/input.js

/** Reads one input's text by its kind; empty text is undefined. Throws E_INPUT where the kind does not take the text. */
function parseInput(name, kind, text) {
    if (text === '') {
        return undefined;
    }
    switch (kind) {
        case 'text':
        case 'secret':
            return text;
        case 'flag':
            return parseFlag(name, text);
        case 'integer':
            return parseInteger(name, text);
        case 'list':
            return parseList(name, text);
    }
}
function parseList(name, text) {
    const items = text
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
    if (items.length === 0) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "${name}" names nothing`,
            fix: 'write names separated by commas',
        });
    }
    return items;
}
function parseFlag(name, text) {
    if (text === 'true' || text === 'false') {
        return text === 'true';
    }
    throw new errors/* UserError */.yo('E_INPUT', {
        what: `the input "${name}" is ${JSON.stringify(text)}`,
        fix: 'write true or false',
    });
}
function parseInteger(name, text) {
    if (/^[1-9][0-9]{0,5}$/.test(text)) {
        return Number(text);
    }
    throw new errors/* UserError */.yo('E_INPUT', {
        what: `the input "${name}" is ${JSON.stringify(text)}`,
        fix: 'write a whole number from 1',
    });
}
/** Describes the error of an input that is needed and was not given. */
function missingInput(name) {
    return new errors/* UserError */.yo('E_INPUT', {
        what: `the input "${name}" is missing`,
        fix: `add "${name}:" under the step's with:`,
    });
}

// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(9463);
// EXTERNAL MODULE: ./io/files/disk.js
var disk = __webpack_require__(3729);
;// CONCATENATED MODULE: ./io/runner/run-action.js






/**
 * The one way every action goes: read all inputs, run, write the outputs; or fail the step with one annotation.
 * Never rejects.
 */
async function runAction(contract, run) {
    const forget = (0,cancellation/* onCancel */.Ao)(() => setOutputs(contract.onFailure));
    try {
        const inputs = readInputs(contract);
        const outcome = await run(inputs);
        const outputs = outcome.outputs;
        for (const name of contract.outputs) {
            core/* setOutput */.uH(name, outputs[name] ?? '');
        }
        // An action that has the input `job-summary` writes none where it is false.
        if (Reflect.get(inputs, 'job-summary') !== false) {
            await writeSummary(outcome.summary);
        }
        if (outcome.notice !== undefined) {
            core/* notice */.lm(outcome.notice);
        }
        if (outcome.failure !== undefined) {
            failStep(outcome.failure);
            setOutputs(errorOutput(contract, outcome.failure));
        }
    }
    catch (error) {
        // First the annotation: outputs go to a file, which may be what fails.
        failStep(error);
        try {
            setOutputs({ ...contract.onFailure, ...errorOutput(contract, error) });
        }
        catch (fault) {
            core/* debug */.Yz(`the outputs could not be written: ${fault.message}`);
        }
    }
    finally {
        forget();
    }
}
/** Longest text of the output `error`, in characters. */
const MAX_ERROR = 4000;
/** The output `error` of the actions that have one: a later job tells people by it why there is no result. */
function errorOutput(contract, error) {
    const { code, message } = (0,described_error/* describeError */.Uc)((0,disk/* diskError */.w)(error) ?? error);
    return contract.outputs.includes('error') ? { error: `${code}: ${message}`.slice(0, MAX_ERROR) } : {};
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        core/* setOutput */.uH(name, value);
    }
}
/** Reads all inputs of a contract; throws E_INPUT for the first that is missing or is not of its kind. */
function readInputs(contract) {
    const values = {};
    for (const [name, { kind, always }] of Object.entries(contract.inputs)) {
        const value = parseInput(name, kind, core/* getInput */.V4(name, { trimWhitespace: kind !== 'flag' }));
        if (value === undefined && always === true) {
            throw missingInput(name);
        }
        if (kind === 'secret' && typeof value === 'string' && value.length >= 8) {
            core/* setSecret */.Pq(value);
        }
        values[name] = value;
    }
    return values;
}
/** Adds to the job summary; a summary that cannot be written does not undo what was done. */
async function writeSummary(summary) {
    if (summary !== undefined && (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '') {
        await core/* summary */.z
            .addRaw(summary)
            .write()
            .catch((error) => core/* warning */.$e(`the job summary could not be written: ${error.message}`));
    }
}
/** Fails the step with one annotation, `CODE: what – why – what to do`; the stack goes to the debug log alone. */
function failStep(error) {
    process.exitCode = core/* ExitCode */.yU.Failure;
    const known = error instanceof errors/* UserError */.yo ? error : (0,disk/* diskError */.w)(error);
    const { code, message } = (0,described_error/* describeError */.Uc)(known ?? error);
    const position = known?.position;
    core/* error */.z3(`${code}: ${message}`, position === undefined ? {} : { file: position.file, startLine: position.line, startColumn: position.column });
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        core/* debug */.Yz(cause.stack ?? cause.message);
    }
}


/***/ })

};
