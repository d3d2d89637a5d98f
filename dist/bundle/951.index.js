export const id = 951;
export const ids = [951];
export const modules = {

/***/ 9951:
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

// EXTERNAL MODULE: ./io/github/client.js + 1 modules
var client = __webpack_require__(5508);
// EXTERNAL MODULE: ./io/github/config-reader.js + 1 modules
var config_reader = __webpack_require__(626);
// EXTERNAL MODULE: ./io/github/preview-now.js
var preview_now = __webpack_require__(7897);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(6526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(7735);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5261);
// EXTERNAL MODULE: ./io/source.js + 15 modules
var io_source = __webpack_require__(1066);
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
        'configuration',
    ],
    onFailure: { decision: 'error' },
};

// EXTERNAL MODULE: ./core/config/effective.js
var effective = __webpack_require__(129);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
// EXTERNAL MODULE: ./core/config/own-value.js
var own_value = __webpack_require__(1488);
;// CONCATENATED MODULE: ./core/config/removal.js



/** The name that stands for all previews in the configuration of a sweep; no preview's stage has its form. */
const ALL_PREVIEWS = 'previews';
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
    const stage = { name: ALL_PREVIEWS, kind: 'preview', ref: '' };
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

// EXTERNAL MODULE: ./core/stage/decision.js
var stage_decision = __webpack_require__(4660);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(9964);
// EXTERNAL MODULE: ./core/stage/preview.js
var preview = __webpack_require__(2784);
// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(6113);
;// CONCATENATED MODULE: ./core/stage/skip-ci.js
const MARKS = ['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'];
/**
 * Returns the mark in a commit's message that tells GitHub Actions to leave the commit alone, if it has one.
 * The marks are those of GitHub's documentation ("Skipping workflow runs").
 */
function skipMark(message) {
    const found = MARKS.find((mark) => message.includes(mark));
    return found ?? /\n\n(?:.*\n)*(skip-checks: ?true)/.exec(message)?.[1];
}

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
        return deploy(config, name, stage, head, `${head.slice(0, 7)} is the head of "${runBranch}"`);
    }
    const comparison = await github.compare(commit, head);
    if (comparison?.status !== 'ahead' && comparison?.status !== 'identical') {
        throw notOnBranch(`the commit ${commit} is not on "${runBranch}"`, name, stage);
    }
    const own = await configs.ofCommit(commit, commit.slice(0, 7));
    return deploy(own, name, (0,effective/* findConfiguredStage */.aM)(own, name), commit, `${commit.slice(0, 7)} was asked for and is on "${runBranch}"`);
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
        const moved = `the head of pull request #${pull.number} has moved on from ${event.headSha.slice(0, 7)}`;
        return { decision: (0,stage_decision/* skip */.i)(`${moved} to ${pull.headSha.slice(0, 7)}, which has a run of its own`) };
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
        return { decision: (0,stage_decision/* skip */.i)(`the message of commit ${commit.slice(0, 7)} says ${mark}`) };
    }
    const mergeBase = await mergeBaseOf(decision.stage.baseBranch, commit, deps);
    const stage = { ...decision.stage, ...(mergeBase === undefined ? {} : { mergeBase }) };
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
    if ((0,preview/* patternOfBranch */.AZ)(config, name) === undefined) {
        return { decision: (0,stage_decision/* skip */.i)(`no pattern of stages matches "${name}"; its preview, if any, follows its pull request`) };
    }
    const resolution = await resolveBranch(name, deps, true);
    const followsPullRequest = resolution.decision.decision === 'deploy' && resolution.decision.stage.pullRequest;
    return followsPullRequest
        ? { decision: (0,stage_decision/* skip */.i)(`the preview of "${name}" follows its pull request, whose own run deploys it`) }
        : resolution;
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

// EXTERNAL MODULE: ./core/serverless/known-variables.js
var known_variables = __webpack_require__(3931);
// EXTERNAL MODULE: ./core/service/discover.js + 1 modules
var discover = __webpack_require__(2342);
;// CONCATENATED MODULE: ./actions/resolve-stage/changed-services.js


/**
 * Returns the keys of the services that a deploy is about, as a JSON list, by git alone: for a preview those whose source
 * differs from where it leaves its base; for a configured stage, and where that cannot be told, all of them. Undefined
 * where the workspace is no clone that has the commit, or the services in it cannot be read (the deploy says why).
 */
async function changedServices({ stage, profile, services: configured, only }, { source, filesOf, log }) {
    const { commit, mergeBase, name } = stage;
    const files = commit === undefined ? undefined : await filesOf(commit);
    if (source === undefined || commit === undefined || files === undefined) {
        log.info('the workspace does not have the commit, so the output "services" is empty');
        return undefined;
    }
    const lookup = (0,known_variables/* knownVariables */.h)({ stage: name, region: profile.region }, new Map());
    const all = await (0,discover/* discoverServices */.U)(files, configured, lookup).catch((error) => {
        log.warning(`the services of ${commit.slice(0, 7)} cannot be told: ${error.message}`);
        return undefined;
    });
    if (all === undefined) {
        return undefined;
    }
    const services = all.filter(({ key }) => only?.includes(key) ?? true);
    const before = mergeBase === undefined ? undefined : await source.atCommit(mergeBase, services);
    const now = before === undefined ? undefined : await source.atCommit(commit, services);
    const changed = services.filter(({ key, triggers }) => {
        return now === undefined || triggers === 'always' || before?.get(key) !== now.get(key);
    });
    return JSON.stringify(changed.map(({ key }) => key));
}

;// CONCATENATED MODULE: ./actions/resolve-stage/run.js








/** Decides what this run brings which stage to, by what GitHub says is wanted now. */
async function run(inputs, deps) {
    const resolution = await resolve(inputs, deps);
    const { decision } = resolution;
    if (decision.decision === 'skip' || resolution.config === undefined) {
        deps.log.notice(`skip: ${decision.reason}`);
        return { outputs: { decision: 'skip', reason: decision.reason } };
    }
    const { stage } = decision;
    const configuration = configurationOf(decision, resolution, resolution.config);
    const what = decision.decision === 'sweep' ? 'all previews' : `stage ${stage.name} (${stage.kind}, ${stage.ref})`;
    deps.log.info(`${decision.decision}: ${what}: ${decision.reason}`);
    const services = decision.decision === 'deploy' ? await changedServices(configuration, deps) : undefined;
    return { outputs: { ...outputsOf(decision, configuration), services } };
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


/***/ })

};
