export const id = 867;
export const ids = [867];
export const modules = {

/***/ 4867:
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
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(6526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(7735);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5261);
// EXTERNAL MODULE: ./io/source.js + 15 modules
var io_source = __webpack_require__(1066);
// EXTERNAL MODULE: ./core/config/schema.js
var schema = __webpack_require__(6509);
;// CONCATENATED MODULE: ./core/config/merge.js

/**
 * Merges the configuration of a preview: everything that grants something comes from the target branch (`trusted`),
 * services and literal parameters from the pull request (`proposed`).
 */
function mergeForPreview(trusted, proposed) {
    const ignored = changedKeys(trusted, proposed);
    const profiles = {};
    for (const [name, profile] of Object.entries(trusted.profiles)) {
        const wanted = proposed.profiles[name];
        const parameters = {};
        for (const key of wanted === undefined ? [] : parameterNames(profile, wanted)) {
            const merged = mergeParameter(profile.parameters?.[key], wanted?.parameters?.[key]);
            if (merged.value !== undefined) {
                parameters[key] = merged.value;
            }
            if (merged.ignored) {
                ignored.push(`profiles.${name}.parameters.${key}`);
            }
        }
        profiles[name] = wanted === undefined ? profile : { ...profile, parameters };
    }
    const { services: _, ...rest } = trusted;
    const services = proposed.services === undefined ? {} : { services: proposed.services };
    return { config: { ...rest, profiles, ...services }, ignored: ignored.sort() };
}
function parameterNames(...profiles) {
    return new Set(profiles.flatMap((profile) => Object.keys(profile.parameters ?? {})));
}
/** A literal is the pull request's, also where it drops one; a reference is the target branch's. */
function mergeParameter(granted, wanted) {
    if (wanted !== undefined && (0,schema/* isLiteral */.c$)(wanted)) {
        return { value: wanted, ignored: false };
    }
    if (wanted === undefined && granted !== undefined && (0,schema/* isLiteral */.c$)(granted)) {
        return { ignored: false };
    }
    return { ...(granted === undefined ? {} : { value: granted }), ignored: !sameValue(granted, wanted) };
}
/** Paths of what grants something and differs between the two configurations. */
function changedKeys(trusted, proposed) {
    const keys = ['app', 'default-profile', 'previews', 'promote', 'notifications', 'waivers', 'check-stages'];
    const changed = keys.filter((key) => !sameValue(trusted[key], proposed[key]));
    for (const group of ['stages', 'profiles']) {
        const before = trusted[group] ?? {};
        const after = proposed[group] ?? {};
        for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
            changed.push(...changedFields(`${group}.${name}`, before[name], after[name]));
        }
    }
    return changed;
}
function changedFields(path, before, after) {
    if (before === undefined || after === undefined) {
        return [path];
    }
    const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
    fields.delete('parameters');
    return [...fields]
        .filter((field) => !sameValue(Reflect.get(before, field), Reflect.get(after, field)))
        .map((field) => `${path}.${field}`);
}
function sameValue(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}

// EXTERNAL MODULE: ./core/config/parse.js + 8 modules
var parse = __webpack_require__(8613);
;// CONCATENATED MODULE: ./actions/resolve-stage/config-reader.js



/** Builds a reader of the configuration in `folder` (relative to the repository's root). */
function createConfigReader(github, folder, log) {
    const path = (0,parse/* configPath */.eQ)(folder);
    const read = async (commit, place) => {
        const bytes = await github.file(path, commit);
        return bytes === undefined ? undefined : (0,parse/* parseConfig */.o4)(bytes, path, place);
    };
    const missing = (place) => new errors/* UserError */.yo('E_CONFIG_FILE', {
        what: `there is no ${path} on ${place}`,
        fix: `commit one there (see docs/configuration.md), or name its folder with "working-directory"`,
    });
    return {
        async ofBranch(branch, ownCommit) {
            const head = await github.branchHead(branch);
            const config = head === undefined ? undefined : await read(head, branch);
            if (config !== undefined) {
                return config;
            }
            const own = ownCommit === undefined ? undefined : await read(ownCommit, ownCommit.slice(0, 7));
            if (own === undefined) {
                throw missing(branch);
            }
            log.info(`${branch} has no ${path} yet: the one of ${ownCommit?.slice(0, 7)} is used`);
            return own;
        },
        async ofTarget(branch, defaultBranch, main) {
            const listed = main.previews?.['target-branches']?.includes(branch) ?? false;
            const head = branch === defaultBranch || !listed ? undefined : await github.branchHead(branch);
            return (head === undefined ? undefined : await read(head, branch)) ?? main;
        },
        async ofCommit(commit, place) {
            const config = await read(commit, place);
            if (config === undefined) {
                throw missing(place);
            }
            return config;
        },
        async merged(trusted, commit) {
            const own = await read(commit, commit.slice(0, 7));
            if (own === undefined) {
                return trusted;
            }
            const { config, ignored } = mergeForPreview(trusted, own);
            if (ignored.length > 0) {
                log.notice(`changed in ${commit.slice(0, 7)} without effect before it is merged: ${ignored.join(', ')}`);
            }
            return config;
        },
    };
}

;// CONCATENATED MODULE: ./actions/resolve-stage/contract.js
const contract = {
    name: 'resolve-stage',
    inputs: {
        stage: { kind: 'text' },
        commit: { kind: 'text' },
        ref: { kind: 'text' },
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
;// CONCATENATED MODULE: ./core/stage/decision.js
/** Builds the decision that nothing is to be done. */
function skip(reason) {
    return { decision: 'skip', reason };
}

// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(9964);
// EXTERNAL MODULE: ../node_modules/picomatch/index.js
var picomatch = __webpack_require__(5180);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
;// CONCATENATED MODULE: ./core/stage/preview.js





/** Labels that mean something to us; a run that another label started has nothing to do. */
const OUR_LABELS = ['keep-preview'];
/** Returns why a pull request gets no preview, whatever its state; undefined where it may have one. */
function pullRequestObstacle(config, repository, pull) {
    if (pull.headRepositoryId !== repository.id) {
        return 'fork pull requests are not deployed';
    }
    const { previews } = config;
    if (previews === undefined) {
        return 'the configuration has no "previews"';
    }
    const [owner] = stagesOfBranch(config, pull.headBranch);
    if (owner !== undefined) {
        return `"${pull.headBranch}" is the branch of the stage "${owner}", so it has no preview`;
    }
    const targets = previews['target-branches'] ?? [repository.defaultBranch];
    if (!targets.includes(pull.baseBranch)) {
        return `its target branch is "${pull.baseBranch}", and only pull requests into ${targets.join(', ')} get a preview`;
    }
    return undefined;
}
/** Returns why an open pull request is not deployed at this time; undefined where it is. */
function openPullRequestObstacle(config, pull) {
    if (pull.draft && config.previews?.drafts !== true) {
        return `pull request #${pull.number} is a draft (previews.drafts: true deploys drafts)`;
    }
    if (pull.byBot && config.previews?.bots !== true) {
        return `pull request #${pull.number} is a bot's (previews.bots: true deploys them)`;
    }
    return undefined;
}
/** Returns the configured stages that a branch is the branch of. */
function stagesOfBranch(config, branch) {
    return (0,effective/* configuredStages */.WX)(config).filter((name) => config.stages?.[name]?.branch === branch);
}
/** Returns the first pattern of `stages` that matches a branch, in the order of the file. */
function patternOfBranch(config, branch) {
    return Object.keys(config.stages ?? {}).find((key) => (0,stage_name/* isStagePattern */.rR)(key) && picomatch.isMatch(branch, key));
}
/**
 * Decides what a preview is to be now: deployed while a pull request of it is open or a pattern keeps its branch,
 * else removed as `previews.destroy` says. `pull` is the pull request that the run is about, where there is one.
 */
function decidePreview(config, repository, branch, pull) {
    const pattern = patternOfBranch(config, branch.name);
    const own = ownedByPullRequest(config, pull) ? pull : undefined;
    const candidates = own === undefined ? branch.pullRequests : [own].filter((candidate) => candidate.open);
    const wanted = candidates.filter((candidate) => pullRequestObstacle(config, repository, candidate) === undefined);
    const open = wanted.find((candidate) => candidate.number === pull?.number) ?? wanted[0];
    const stage = identify(config, branch, own ?? open ?? pull);
    const profile = profileOfPreview(config, pattern);
    if (open !== undefined) {
        const obstacle = openPullRequestObstacle(config, open);
        const reason = `pull request #${open.number} of "${open.headBranch}" into "${open.baseBranch}" is open`;
        return obstacle === undefined
            ? { decision: 'deploy', reason, stage: { ...stage, commit: open.headSha, baseBranch: open.baseBranch }, profile }
            : skip(obstacle);
    }
    if (own === undefined && pattern !== undefined && branch.headSha !== undefined) {
        const reason = `the branch "${branch.name}" matches the pattern "${pattern}" of stages`;
        const { headSha: commit } = branch;
        const { defaultBranch: baseBranch } = repository;
        return { decision: 'deploy', reason, stage: { ...stage, commit, baseBranch }, profile };
    }
    return decideRemoval(config, branch, stage, profile, pull);
}
function decideRemoval(config, branch, stage, profile, pull) {
    const gone = branch.headSha === undefined;
    const what = pull === undefined ? `no pull request of "${branch.name}" is open` : `pull request #${pull.number} is closed`;
    const reason = gone ? `${what} and the branch is gone` : what;
    const when = config.previews?.destroy ?? 'close';
    if (when === 'never') {
        return skip(`${reason}, but previews.destroy: never keeps its preview`);
    }
    if (when === 'delete' && !gone) {
        return skip(`${reason}, but previews.destroy: delete keeps its preview until the branch is deleted`);
    }
    return { decision: 'destroy', reason, stage, profile };
}
function ownedByPullRequest(config, pull) {
    return pull !== undefined && config.previews?.stage === 'pull-request';
}
function identify(config, branch, pull) {
    const ref = pull !== undefined && ownedByPullRequest(config, pull) ? `refs/pull/${pull.number}` : `refs/heads/${branch.name}`;
    const number = pull === undefined ? {} : { pullRequest: pull.number };
    const name = (0,stage_name/* previewStageName */.ae)(ref, config.previews?.['max-length'] ?? 20);
    return { name, kind: 'preview', ref, ...number };
}
function profileOfPreview(config, pattern) {
    const name = (pattern === undefined ? undefined : config.stages?.[pattern]?.profile) ?? config['default-profile'];
    if (name === undefined) {
        throw new errors/* UserError */.yo('E_PROFILE_UNKNOWN', {
            what: 'previews have no profile',
            fix: 'add `default-profile:` to serverless-stages.yml',
        });
    }
    return name;
}

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
    if (labelled && !OUR_LABELS.includes(event.label ?? '')) {
        return { decision: skip(`the label "${event.label}" means nothing to previews`) };
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
        return { decision: skip(`${moved} to ${pull.headSha.slice(0, 7)}, which has a run of its own`) };
    }
    return resolveOfPullRequest(pull, deps, pull.open);
}
async function resolveOfPullRequest(pull, deps, heedSkipMark) {
    const repository = await deps.github.repository();
    if (pull.headRepositoryId !== repository.id) {
        return { decision: skip('fork pull requests are not deployed') };
    }
    const main = await deps.configs.ofBranch(repository.defaultBranch, pull.headSha);
    const trusted = await deps.configs.ofTarget(pull.baseBranch, repository.defaultBranch, main);
    const obstacle = pullRequestObstacle(trusted, repository, pull);
    if (obstacle !== undefined) {
        return { decision: skip(obstacle) };
    }
    const [headSha, pullRequests] = await Promise.all([
        deps.github.branchHead(pull.headBranch),
        deps.github.openPullRequests(pull.headBranch),
    ]);
    const branch = { name: pull.headBranch, headSha, pullRequests };
    return complete(decidePreview(trusted, repository, branch, pull), trusted, deps, heedSkipMark);
}
/** A preview of a branch, whatever started the run: its pull request's where it has one, else by a pattern of stages. */
async function resolveBranch(name, deps, heedSkipMark = false) {
    const [repository, headSha, pullRequests] = await Promise.all([
        deps.github.repository(),
        deps.github.branchHead(name),
        deps.github.openPullRequests(name),
    ]);
    const main = await deps.configs.ofBranch(repository.defaultBranch, headSha);
    const pull = pullRequests.find((candidate) => pullRequestObstacle(main, repository, candidate) === undefined);
    const target = pull?.baseBranch ?? repository.defaultBranch;
    const trusted = await deps.configs.ofTarget(target, repository.defaultBranch, main);
    if (trusted.previews === undefined) {
        return { decision: skip('the configuration has no "previews"') };
    }
    const [owner] = stagesOfBranch(trusted, name);
    if (owner !== undefined) {
        return { decision: skip(`"${name}" is the branch of the stage "${owner}", so it has no preview`) };
    }
    const decision = decidePreview(trusted, repository, { name, headSha, pullRequests });
    return complete(decision, trusted, deps, heedSkipMark);
}
async function complete(decision, trusted, deps, heedSkipMark) {
    if (decision.decision !== 'deploy' || decision.stage.commit === undefined) {
        return { decision, config: trusted };
    }
    const { commit } = decision.stage;
    const mark = heedSkipMark ? skipMark(await deps.github.commitMessage(commit)) : undefined;
    if (mark !== undefined) {
        return { decision: skip(`the message of commit ${commit.slice(0, 7)} says ${mark}`) };
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
        return { decision: skip(`"${ref}" is not a branch; a pushed tag deploys nothing`) };
    }
    const name = (0,stage_ref/* branchOfRef */.V4)(ref);
    const config = await deps.configs.ofBranch((await deps.github.repository()).defaultBranch);
    const stages = stagesOfBranch(config, name);
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
    if (patternOfBranch(config, name) === undefined) {
        return { decision: skip(`no pattern of stages matches "${name}"; its preview, if any, follows its pull request`) };
    }
    const resolution = await resolveBranch(name, deps, true);
    const followsPullRequest = resolution.decision.decision === 'deploy' && resolution.decision.stage.pullRequest;
    return followsPullRequest
        ? { decision: skip(`the preview of "${name}" follows its pull request, whose own run deploys it`) }
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
    const configuration = (0,effective/* effectiveConfiguration */.kH)(resolution.config, stage, decision.profile);
    deps.log.info(`${decision.decision}: stage ${stage.name} (${stage.kind}, ${stage.ref}): ${decision.reason}`);
    const services = decision.decision === 'deploy' ? await changedServices(configuration, deps) : undefined;
    return { outputs: { ...outputsOf(decision, configuration), services } };
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
                : { decision: skip(`the ${event.refType} "${event.ref}" was deleted; only branches have previews`) };
        case 'push':
            return resolvePush(event.ref, deps);
        case 'dispatch':
            return resolveDispatch(inputs.ref, deps);
        case 'other':
            return { decision: skip(`a run of the event "${event.name}" deploys nothing`) };
    }
}

;// CONCATENATED MODULE: ./actions/resolve-stage/main.js









const main = () => (0,run_action/* runAction */.C)(contract, (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const github = (0,client/* createGitHubReader */.r)(inputs['github-token'], context);
    const configs = createConfigReader(github, inputs['working-directory'], log/* runnerLog */.t);
    const event = parseEvent(context.eventName, (0,runner_context/* readEventPayload */.N5)());
    const about = { event, runRef: context.ref, isRerun: context.runAttempt !== '1' };
    return (0,io_source/* withSource */.g)(context.workspace, inputs['working-directory'], (source) => run(inputs, { ...about, github, configs, source, filesOf: (0,io_source/* filesAtCommit */.a)(source), log: log/* runnerLog */.t }));
});


/***/ })

};
