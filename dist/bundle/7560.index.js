export const id = 7560;
export const ids = [7560];
export const modules = {

/***/ 11144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./core/configuration/check-stages.js
var check_stages = __webpack_require__(55538);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
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
        isRemoval: true,
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

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/input.js
var input = __webpack_require__(62049);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/report/github-texts.js
var github_texts = __webpack_require__(57308);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
// EXTERNAL MODULE: ./core/stage/decision.js
var stage_decision = __webpack_require__(4660);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(59964);
// EXTERNAL MODULE: ./core/preview/preview.js
var preview = __webpack_require__(41510);
// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(99341);
// EXTERNAL MODULE: ./core/stage/event.js
var stage_event = __webpack_require__(26552);
// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(66113);
// EXTERNAL MODULE: ./core/configuration/freeze.js
var configuration_freeze = __webpack_require__(46501);
// EXTERNAL MODULE: ./core/freeze/freeze.js
var freeze_freeze = __webpack_require__(76290);
;// CONCATENATED MODULE: ./actions/resolve-stage/configured.js







/**
 * Decides the deploy of a configured stage: the run has to be on the stage's branch, as its role's trust policy asks,
 * and the commit (the branch's head, or a given one) has to be on it, as GitHub says. A stage that is frozen, by the file at the
 * branch's head or by `freeze`, is left alone: with a reason if a push started the run, with E_FROZEN if a person did.
 */
async function resolveConfigured(name, { commit: given, freeze, 'lift-freeze': lift, 'dry-run': isDry = false, }, deps) {
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
    const windows = (stage.freeze ?? []).map(configuration_freeze/* freezeWindow */._);
    const about = { stage: name, stages: (0,effective/* configuredStages */.WX)(config), windows, variable: freeze ?? '', now: deps.now() };
    const frozen = isDry ? undefined : (0,freeze_freeze/* frozenNow */.nx)(about);
    const lifted = (0,freeze_freeze/* readLift */.gn)(lift, about.now);
    if (frozen !== undefined && lifted === undefined) {
        return leaveFrozen(name, frozen, deps);
    }
    if (frozen !== undefined && lifted !== undefined) {
        deps.log.notice((0,freeze_freeze/* tellLifted */.Or)(name, frozen, lifted));
    }
    if (commit === head) {
        return deploy(config, name, stage, head, `${(0,short_commit/* shortCommit */.A)(head)} is the head of "${runBranch}"`);
    }
    const comparison = await github.compare(commit, head);
    if (comparison?.status !== 'ahead' && comparison?.status !== 'identical') {
        throw notOnBranch(`the commit ${commit} is not on "${runBranch}"`, name, stage);
    }
    const own = await configs.ofCommit(commit, (0,short_commit/* shortCommit */.A)(commit));
    // An older file may not know of a freeze yet.
    const then = { ...(0,effective/* findConfiguredStage */.aM)(own, name), freeze: stage.freeze };
    return deploy({ ...own, stages: { ...own.stages, [name]: then } }, name, then, commit, `${(0,short_commit/* shortCommit */.A)(commit)} was asked for and is on "${runBranch}"`);
}
/** Nobody waits for what a push starts; a person is told in red. */
function leaveFrozen(name, frozen, { event, isRerun }) {
    if (event.type === 'dispatch' || isRerun) {
        throw (0,freeze_freeze/* frozenError */.Nh)(name, frozen);
    }
    return {
        decision: (0,stage_decision/* skip */.i)(`the stage "${name}" is frozen (${frozen.reason}); nothing starts by itself when the freeze ends`),
    };
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
    const { number, headBranch } = pull;
    const own = ownRun(headBranch, deps, `refs/pull/${number}/merge`);
    return complete(await deps.previewOfPullRequest(pull), own, deps, heedSkipMark);
}
/** A preview of a branch, whatever started the run: its pull request's where it has one, else by a pattern of stages. */
async function resolveBranch(name, deps, heedSkipMark = false) {
    return complete(await deps.previewOfBranch(name), ownRun(name, deps), deps, heedSkipMark);
}
/** Whether a run has the identity of a branch, or of its pull request (`mergeRef`), and of nobody else. */
function ownRun(branch, { runRef }, mergeRef) {
    return { branch, isOwn: runRef === `refs/heads/${branch}` || runRef === mergeRef };
}
/**
 * The code of a branch never runs under another one's identity: the run of a deleted branch, of a merged pull request, or one
 * that was started by hand has the ref of the default or a target branch, which roles and caches trust. Such a run may remove.
 */
function leaveToOwnRun(branch, { event, runRef }) {
    const why = `the code of "${branch}" is deployed by runs of its own alone: its pull request's, or one on the branch`;
    if (event.type === 'dispatch') {
        throw new errors/* UserError */.yo('E_NOT_ON_BRANCH', {
            what: `this run is on "${runRef}", and the preview of "${branch}" is to be deployed`,
            why,
            fix: `run the newest run of its pull request again, or start the workflow on "${branch}" (PreviewBranches of the role's template has to name it)`,
        });
    }
    return { decision: (0,stage_decision/* skip */.i)(`this run is on "${runRef}", and ${why}`) };
}
async function complete(now, { branch, isOwn }, deps, heedSkipMark) {
    const { decision, config: trusted } = now;
    if (trusted === undefined || decision.decision !== 'deploy' || decision.stage.commit === undefined) {
        return now;
    }
    if (!isOwn) {
        return leaveToOwnRun(branch, deps);
    }
    const { commit } = decision.stage;
    const mark = heedSkipMark ? (0,stage_event/* skipMark */.P)(await deps.github.commitMessage(commit)) : undefined;
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
async function resolvePush(ref, freeze, deps) {
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
        return resolveConfigured(only, { ...freeze, commit: undefined }, deps);
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

// EXTERNAL MODULE: ./core/serverless/names.js
var names = __webpack_require__(27044);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/serverless/known-variables.js
var known_variables = __webpack_require__(33931);
// EXTERNAL MODULE: ./core/service/discover.js + 6 modules
var discover = __webpack_require__(22993);
// EXTERNAL MODULE: ./core/service/test-command.js
var test_command = __webpack_require__(11541);
// EXTERNAL MODULE: ./core/json-file.js
var json_file = __webpack_require__(71654);
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
/**
 * Returns what the jobs before a deploy need to know of the commit, by git alone: the keys of the services that the deploy
 * is about, as a JSON list (for a preview those whose source differs from where it leaves its base; for a configured stage,
 * and where that cannot be told, all of them), those of them that have tests (`-` for none, `all` where that cannot be told),
 * and the version of Node.js. `services` are those of the commit, if they are known.
 */
async function ofCommit(configuration, deps, services) {
    const { commit } = configuration.stage;
    const files = commit === undefined ? undefined : await deps.filesOf(commit);
    if (deps.source === undefined || commit === undefined || files === undefined) {
        deps.log.info('the workspace does not have the commit: the output "services" is empty, and all is to be tested');
        return { outputs: { tests: EVERY }, changed: undefined };
    }
    const changed = await changedServices(configuration, commit, deps, services);
    const keys = changed?.map(({ key }) => key);
    return {
        outputs: {
            'node-version': await wantedNodeVersion(files.read, deps.source.prefix),
            services: keys === undefined ? undefined : JSON.stringify(keys),
            tests: changed === undefined ? EVERY : (await withTests(changed, files)).join(',') || input/* NONE */.x3,
        },
        changed: keys,
    };
}
/** Returns the services that a stage gets at a commit; undefined if they cannot be told, which the deploy says why. */
async function servicesOf({ stage: { name }, profile, services: configured, only }, commit, { filesOf }, tell = () => undefined) {
    const files = await filesOf(commit);
    if (files === undefined) {
        return undefined;
    }
    const lookup = (0,known_variables/* knownVariables */.h)({ stage: name, region: profile.region }, new Map());
    const all = await (0,discover/* discoverServices */.U)(files, configured, lookup).catch((error) => {
        tell(`the services of ${(0,short_commit/* shortCommit */.A)(commit)} cannot be told: ${error.message}`);
        return undefined;
    });
    return all?.filter(({ key }) => only?.includes(key) ?? true);
}
/** Undefined if the services cannot be read. */
async function changedServices(configuration, commit, deps, known) {
    const { source } = deps;
    const { mergeBase } = configuration.stage;
    const services = known ?? (await servicesOf(configuration, commit, deps, deps.log.warning));
    if (services === undefined) {
        return undefined;
    }
    const before = mergeBase === undefined ? undefined : await source?.atCommit(mergeBase, services);
    const now = before === undefined ? undefined : await source?.atCommit(commit, services);
    return services.filter(({ key, triggers }) => {
        return now === undefined || triggers === 'always' || before?.get(key)?.hash !== now.get(key)?.hash;
    });
}
async function withTests(services, files) {
    const keys = await Promise.all(services.map(async ({ key, path, commands }) => {
        const manifest = await files.read(external_node_path_.posix.join(path, 'package.json'));
        return (0,test_command/* testCommand */.e)(commands, manifest) === undefined ? [] : [key];
    }));
    return keys.flat();
}

;// CONCATENATED MODULE: ./actions/resolve-stage/fitted.js





/**
 * A preview whose stage has a shorter name if the one by `max-length` does not fit beside the names of its services' functions,
 * or did not when it was deployed: a preview keeps its name.
 */
async function fitted(configuration, deps) {
    const { stage, isRemoval } = configuration;
    if (stage.kind !== 'preview' || stage.commit === undefined || isRemoval === true) {
        return { configuration };
    }
    const services = await servicesOf(configuration, stage.commit, deps);
    const room = (0,names/* roomForStage */.ff)((services ?? []).flatMap(({ functionNames }) => functionNames));
    // One other length alone, so that few functions that come change the name.
    const short = { ...stage, name: (0,stage_name/* previewStageName */.ae)(stage.ref, stage_name/* MIN_LENGTH */.G6) };
    const isLong = stage.name.length > short.name.length;
    const isShort = isLong && (room < stage.name.length || (await wasDeployed({ ...configuration, stage: short }, deps)));
    return isShort
        ? { configuration: { ...configuration, stage: short } }
        : { configuration, ...(0,only_defined/* onlyDefined */.M)({ services }) };
}
/** Whether GitHub has a deployment of a stage. */
async function wasDeployed({ app, stage }, { github, log }) {
    const known = await github.hasDeployment((0,github_texts/* deploymentTask */.RD)({ app, stage }));
    if (known === undefined) {
        log.info('the token may not read GitHub deployments (`deployments: read`), so a shorter name of this preview is not looked for');
    }
    return known === true;
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
            summary: `## ⏭️ skip\n\n${(0,markdown/* plain */.pj)(decision.reason)}\n`,
        };
    }
    const { configuration, services } = await fitted(configurationOf(decision, resolution, resolution.config), deps);
    const { stage } = configuration;
    const what = decision.decision === 'sweep' ? 'all previews' : `stage ${stage.name} (${stage.kind}, ${stage.ref})`;
    deps.log.info(`${decision.decision}: ${what}: ${decision.reason}`);
    if (decision.decision !== 'deploy') {
        return { outputs: outputsOf(decision, configuration) };
    }
    if (inputs['dry-run']) {
        const deployed = (await deps.github.deployedCommit((0,github_texts/* deploymentTask */.RD)(configuration))) ?? input/* NONE */.x3;
        const { outputs: own } = await ofCommit(configuration, deps, services);
        const outputs = { ...outputsOf(decision, configuration), ...own };
        const reason = `a dry run: ${decision.reason}`;
        const planner = String(configuration.profile.plannerRole !== undefined);
        return { outputs: { ...outputs, decision: 'dry-run', reason, deployed, planner, 'check-stages': input/* NONE */.x3 } };
    }
    const { outputs: more, changed } = await ofCommit(configuration, deps, services);
    const checks = checksOf(stage, resolution.config, changed);
    const listed = checks?.stages.map((each) => each.stage.name).join(',');
    const checked = { ...configuration, ...(0,only_defined/* onlyDefined */.M)({ checks }) };
    return { outputs: { ...outputsOf(decision, checked), ...more, 'check-stages': listed ?? input/* NONE */.x3 } };
}
/** The stages that a pull request's services are checked for; undefined if there is nothing to check. */
function checksOf({ commit, pullRequest }, config, services) {
    // The question is about a merge, so that it is a pull request's.
    const stages = pullRequest === undefined || services?.length === 0 ? [] : (0,check_stages/* checkedStages */.Z)(config, commit);
    return stages.length === 0 ? undefined : { stages, ...(0,only_defined/* onlyDefined */.M)({ services }) };
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
    if (inputs['dry-run'] && inputs.stage === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the input "dry-run" is given without "stage"',
            why: 'a dry run is of a configured stage: a preview is one itself',
            fix: 'add "stage:", or leave "dry-run" out',
        });
    }
    if (inputs.sweep) {
        return resolveSweep(inputs, deps);
    }
    if (inputs.stage !== undefined && inputs.ref !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "stage" is "${inputs.stage}", and "ref" is "${inputs.ref}"`,
            why: 'a configured stage has a branch of its own, and "ref" names a preview',
            fix: 'leave one of them out; for a commit of the stage write "commit"',
        });
    }
    if (inputs.stage !== undefined) {
        return resolveConfigured(inputs.stage, inputs, deps);
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
            return resolvePush(event.ref, inputs, deps);
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


/***/ }),

/***/ 76290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ frozenError),
/* harmony export */   Or: () => (/* binding */ tellLifted),
/* harmony export */   bh: () => (/* binding */ writeLift),
/* harmony export */   gn: () => (/* binding */ readLift),
/* harmony export */   nx: () => (/* binding */ frozenNow)
/* harmony export */ });
/* unused harmony export FREEZE_VARIABLE */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51335);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82705);



/** The variable of a repository, or of its organisation, that freezes stages. */
const FREEZE_VARIABLE = 'SERVERLESS_STAGES_FREEZE';
/** What stands in it for all stages. */
const ALL = 'all';
/** Returns why a configured stage is frozen; undefined if it is not. Throws E_INPUT if the variable names no stage. */
function frozenNow({ stage, stages, windows, variable, now }) {
    const named = variable.split(/[\s,]+/).filter((name) => name !== '');
    const unknown = named.find((name) => name !== ALL && !stages.includes(name));
    if (unknown !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `the variable ${FREEZE_VARIABLE} is "${variable}", and "${unknown}" is not a configured stage`,
            why: 'a name with a typing mistake would freeze nothing',
            fix: `write "${ALL}" or names of configured stages with commas between, or remove the variable – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(unknown, stages)}`,
        });
    }
    if (named.includes(ALL) || named.includes(stage)) {
        return { reason: `the variable ${FREEZE_VARIABLE} is "${variable}"` };
    }
    for (const window of windows) {
        const until = (0,_window_js__WEBPACK_IMPORTED_MODULE_2__/* .openUntil */ .n)(window, now);
        if (until !== undefined) {
            return { reason: `until ${until}: ${window.reason}` };
        }
    }
    return undefined;
}
/** How long a lifted freeze stays lifted for the run that it was lifted for, in milliseconds: a re-run of it may come much later. */
const LIFTED_MS = 24 * 60 * 60_000;
/** Writes what lifts a freeze, from a moment (ISO 8601) on. */
function writeLift(since, reason) {
    return `${since} ${reason}`;
}
/** Returns why a freeze is lifted, as an input says it; undefined if it says nothing, or if it was lifted too long ago. */
function readLift(text, now) {
    const [, since, reason] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.+)$/.exec(text ?? '') ?? [];
    return since !== undefined && now - Date.parse(since) > LIFTED_MS ? undefined : (reason ?? text);
}
/** Says that a stage is deployed to although it is frozen, and why. */
function tellLifted(stage, { reason }, why) {
    return `the stage "${stage}" is frozen (${reason}) and is deployed to all the same: ${why}`;
}
/** Says that a stage is frozen to who wanted to deploy to it. */
function frozenError(stage, { reason }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_FROZEN', {
        what: `the stage "${stage}" is frozen (${reason})`,
        why: 'nothing was deployed',
        fix: 'start the run again when the freeze has ended; nothing starts by itself then',
    });
}


/***/ }),

/***/ 33762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QE: () => (/* binding */ decidePreviewOfPullRequest),
/* harmony export */   aF: () => (/* binding */ decidePreviewOfBranch),
/* harmony export */   i3: () => (/* binding */ pullRequestsOfRef),
/* harmony export */   l$: () => (/* binding */ decisionOfRef)
/* harmony export */ });
/* harmony import */ var _stage_decision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4660);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4621);
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41510);



/** Decides what the preview of a branch is to be, of which it is not known yet whether it may have one. */
function decidePreviewOfBranch(config, repository, branch) {
    if (config.previews === undefined) {
        return (0,_stage_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .skip */ .i)('the configuration has no "previews"');
    }
    const [owner] = (0,_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .stagesOfBranch */ .zy)(config, branch.name);
    return owner === undefined
        ? (0,_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .decidePreview */ .xh)(config, repository, branch)
        : (0,_stage_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .skip */ .i)(`"${branch.name}" is the branch of the stage "${owner}", so it has no preview`);
}
/** Decides the same for a pull request, of which it is not known yet whether it may have a preview. */
function decidePreviewOfPullRequest(config, repository, branch, pull) {
    const obstacle = (0,_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestObstacle */ .Ov)(config, repository, pull);
    return obstacle === undefined ? (0,_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .decidePreview */ .xh)(config, repository, branch, pull) : (0,_stage_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .skip */ .i)(obstacle);
}
/** Returns the open pull requests that keep the preview of a ref (`refs/heads/NAME`, `refs/pull/NUMBER`). */
function pullRequestsOfRef(ref, { id }, open) {
    return open.filter((pull) => pull.headRepositoryId === id && [`refs/pull/${pull.number}`, `refs/heads/${pull.headBranch}`].includes(ref));
}
/**
 * Returns what a decision means for the ref that owns a preview: one that another ref's preview has taken the place of
 * (`previews.stage` was changed) is to be removed.
 */
function decisionOfRef(decision, ref, config) {
    if (decision.decision !== 'deploy' || decision.stage.ref === ref) {
        return decision;
    }
    const reason = `its preview is the stage "${decision.stage.name}" of ${decision.stage.ref} by now`;
    const name = (0,_stage_name_js__WEBPACK_IMPORTED_MODULE_0__/* .previewStageName */ .ae)(ref, config.previews?.['max-length'] ?? _stage_name_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_MAX_LENGTH */ .mg);
    return { decision: 'destroy', reason, stage: { name, kind: 'preview', ref }, profile: decision.profile };
}


/***/ }),

/***/ 41510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ patternOfBranch),
/* harmony export */   Ov: () => (/* binding */ pullRequestObstacle),
/* harmony export */   hW: () => (/* binding */ KEEP_LABEL),
/* harmony export */   jN: () => (/* binding */ OUR_LABELS),
/* harmony export */   xh: () => (/* binding */ decidePreview),
/* harmony export */   zy: () => (/* binding */ stagesOfBranch)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55180);
/* harmony import */ var _configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39045);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _stage_decision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4660);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4621);





/** The label that keeps the preview of an open pull request from expiring. */
const KEEP_LABEL = 'keep-preview';
/** Labels that mean something to us; a run that another label started has nothing to do. */
const OUR_LABELS = [KEEP_LABEL];
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
    return (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredStages */ .WX)(config).filter((name) => config.stages?.[name]?.branch === branch);
}
/** Returns the first pattern of `stages` that matches a branch, in the order of the file. */
function patternOfBranch(config, branch) {
    return Object.keys(config.stages ?? {}).find((key) => (0,_stage_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isStagePattern */ .rR)(key) && picomatch__WEBPACK_IMPORTED_MODULE_3__.isMatch(branch, key));
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
            : (0,_stage_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .skip */ .i)(obstacle);
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
    const none = branch.pullRequests.length === 0
        ? `no pull request of "${branch.name}" is open`
        : `no open pull request of "${branch.name}" is one that gets a preview (see previews.target-branches)`;
    const what = pull === undefined ? none : `pull request #${pull.number} is closed`;
    const reason = gone ? `${what} and the branch is gone` : what;
    const when = config.previews?.destroy ?? 'close';
    if (when === 'never') {
        return (0,_stage_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .skip */ .i)(`${reason}, but previews.destroy: never keeps its preview`);
    }
    if (when === 'delete' && !gone) {
        return (0,_stage_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .skip */ .i)(`${reason}, but previews.destroy: delete keeps its preview until the branch is deleted`);
    }
    return { decision: 'destroy', reason, stage, profile };
}
function ownedByPullRequest(config, pull) {
    return pull !== undefined && config.previews?.stage === 'pull-request';
}
function identify(config, branch, pull) {
    const ref = pull !== undefined && ownedByPullRequest(config, pull) ? `refs/pull/${pull.number}` : `refs/heads/${branch.name}`;
    const number = pull === undefined ? {} : { pullRequest: pull.number };
    const name = (0,_stage_name_js__WEBPACK_IMPORTED_MODULE_2__/* .previewStageName */ .ae)(ref, config.previews?.['max-length'] ?? _stage_name_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_MAX_LENGTH */ .mg);
    return { name, kind: 'preview', ref, ...number };
}
function profileOfPreview(config, pattern) {
    const name = (pattern === undefined ? undefined : config.stages?.[pattern]?.profile) ?? config['default-profile'];
    if (name === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_PROFILE_UNKNOWN', {
            what: 'previews have no profile',
            fix: 'add `default-profile:` to serverless-stages.yml',
        });
    }
    return name;
}


/***/ }),

/***/ 57308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ describeShortly),
/* harmony export */   RD: () => (/* binding */ deploymentTask),
/* harmony export */   s: () => (/* binding */ statusContext)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9807);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29060);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10448);



/** Longest description of a commit status or of a GitHub deployment, in characters: GitHub refuses a longer one. */
const MAX_DESCRIPTION = 140;
/** Says in one short line how a stage stands, for a commit status or a GitHub deployment. */
function describeShortly({ stage, state, reason, deploy }) {
    const { words } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordingOf */ .O)(state);
    const counts = countServices(deploy?.services ?? []);
    const why = reason === undefined ? '' : `: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(reason).replace(/\s+/g, ' ')}`;
    return (0,_truncate_js__WEBPACK_IMPORTED_MODULE_2__/* .truncateText */ .E)(`${stage.name} ${words}${counts === '' ? '' : ` (${counts})`}${why}`, MAX_DESCRIPTION);
}
function countServices(services) {
    const kinds = ['deployed', 'planned', 'rolled-back', 'unchanged', 'failed', 'not-started'];
    return kinds
        .map((kind) => [services.filter(({ status }) => status === kind).length, kind.replace('-', ' ')])
        .filter(([count]) => count > 0)
        .map(([count, kind]) => `${count} ${kind}`)
        .join(', ');
}
/** Name of the commit status of a stage: one of all previews, as a commit has one preview. */
function statusContext({ app, stage }) {
    return `serverless-stages/${app}/${stage.kind === 'preview' ? 'preview' : stage.name}`;
}
/** Task of the GitHub deployments of a stage, by which those of one stage are found in an environment of many. */
function deploymentTask({ app, stage }) {
    return `deploy:${app}/${stage.name}`;
}


/***/ }),

/***/ 10448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ wordingOf)
/* harmony export */ });
/* unused harmony export WORDING */
/** How each state is told, everywhere. */
const WORDING = {
    deploying: {
        icon: '🚀',
        words: 'is being deployed',
        deployment: 'in_progress',
        commit: 'pending',
        event: 'started',
    },
    deployed: { icon: '✅', words: 'is deployed', deployment: 'success', commit: 'success', event: 'deployed' },
    planned: { icon: '🔎', words: 'was not deployed: a dry run', deployment: 'inactive', commit: 'success' },
    unchanged: { icon: '✅', words: 'is up to date', deployment: 'success', commit: 'success', event: 'unchanged' },
    empty: { icon: '➖', words: 'has nothing to deploy', deployment: 'inactive', commit: 'success' },
    // Nothing is wrong with the commit: it was only not its turn any more.
    superseded: { icon: '⏭️', words: 'was superseded', deployment: 'inactive', commit: 'success', event: 'superseded' },
    removed: { icon: '🗑️', words: 'is removed', deployment: 'inactive', commit: 'success', event: 'removed' },
    absent: { icon: '🗑️', words: 'is gone', deployment: 'inactive', commit: 'success' },
    kept: { icon: '⏭️', words: 'was left alone', deployment: 'inactive', commit: 'success' },
    failed: { icon: '❌', words: 'failed', deployment: 'failure', commit: 'failure', event: 'failed' },
    cancelled: { icon: '🛑', words: 'was cancelled', deployment: 'error', commit: 'error', event: 'failed' },
};
/** How a state is told, with the parts that not all have. */
function wordingOf(state) {
    return WORDING[state];
}


/***/ }),

/***/ 27044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ checkRoleName),
/* harmony export */   XA: () => (/* binding */ checkTemplateNames),
/* harmony export */   ff: () => (/* binding */ roomForStage),
/* harmony export */   hu: () => (/* binding */ checkFunctionNames),
/* harmony export */   yg: () => (/* binding */ isLongRoleName)
/* harmony export */ });
/* unused harmony export MAX_NAME_SUM */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** `<service>-<stage>-<region>-lambdaRole` has to fit the 64 characters of an IAM role's name. */
const MAX_NAME_SUM = 51;
/**
 * Checks that the role which the Serverless Framework makes for a service with functions gets a legal name; throws
 * E_NAME_TOO_LONG with the limit and how much is over. Nothing has been asked of AWS yet. In a preview's package the role gets
 * another name where this one does not fit (`withOwnNames`).
 */
function checkRoleName({ service, stage, region }) {
    const sum = service.length + stage.length + region.length;
    if (sum > MAX_NAME_SUM) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
            what: `the service "${service}", the stage "${stage}" and the region "${region}" have ${sum} characters together`,
            why: `the name of the role of its functions (<service>-<stage>-<region>-lambdaRole, 64) leaves ${MAX_NAME_SUM}`,
            fix: `shorten the service's name by ${sum - MAX_NAME_SUM}, or set provider.iam.role.name`,
        });
    }
}
/** Longest name of a Lambda function. */
const FUNCTION_NAME_MAX = 64;
/** Returns how long a stage's name may be beside the names of functions, the stage cut out of them. */
function roomForStage(functionNames) {
    return FUNCTION_NAME_MAX - Math.max(0, ...functionNames.map((name) => name.length));
}
/** Checks that the names of a service's functions fit; throws E_NAME_TOO_LONG with how much is over. Nothing has been asked of AWS yet. */
function checkFunctionNames(key, functionNames, stage) {
    const over = stage.length - roomForStage(functionNames);
    if (over > 0) {
        const longest = functionNames.reduce((a, b) => (b.length > a.length ? b : a), '');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
            what: `the function "${longest.replace('--', `-${stage}-`)}" of "${key}" has ${FUNCTION_NAME_MAX + over} characters in the stage "${stage}"`,
            why: `AWS takes at most ${FUNCTION_NAME_MAX}`,
            fix: `shorten the name of the service or of the function by ${over}`,
        });
    }
}
/** Whether a role's name is the one that the Serverless Framework makes, and is too long for IAM in a region. */
function isLongRoleName(name, region) {
    const isMade = JSON.stringify(name)?.endsWith('{"Ref":"AWS::Region"},"lambdaRole"]]}') === true;
    return isMade && (literalName(name, region)?.length ?? 0) > ROLE_NAME_MAX;
}
const ROLE_NAME_MAX = 64;
/** Longest physical names that AWS takes, by resource type. */
const LIMITS = {
    'AWS::IAM::Role': { property: 'RoleName', max: ROLE_NAME_MAX },
    'AWS::Lambda::Function': { property: 'FunctionName', max: FUNCTION_NAME_MAX },
    'AWS::S3::Bucket': {
        property: 'BucketName',
        max: 63,
        form: /^[a-z0-9][a-z0-9.-]*$/,
        rule: 'lower-case letters, digits, - and .',
    },
    'AWS::SQS::Queue': { property: 'QueueName', max: 80 },
    'AWS::Events::Rule': { property: 'Name', max: 64 },
    'AWS::DynamoDB::Table': { property: 'TableName', max: 255 },
};
/** Checks the names in a packaged template, and its stack's, against AWS's limits; throws E_NAME_TOO_LONG. */
function checkTemplateNames(stack, resources, region) {
    checkLength(`the stack's name "${stack}"`, stack.length, 128);
    checkForm(`the stack's name "${stack}"`, /^[A-Za-z][A-Za-z0-9-]*$/.test(stack), 'letters, digits and -, beginning with a letter');
    for (const [id, resource] of Object.entries(resources)) {
        const limit = LIMITS[resource.Type ?? ''];
        const name = limit === undefined ? undefined : literalName(resource.Properties?.[limit.property], region);
        if (limit !== undefined && name !== undefined) {
            const what = `${limit.property} "${name}" of the resource ${id} in the stack ${stack}`;
            checkLength(what, name.length, limit.max);
            checkForm(what, limit.form?.test(name) ?? true, limit.rule ?? '');
        }
    }
}
function checkLength(what, length, max) {
    if (length > max) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
            what: `${what} has ${length} characters`,
            why: `AWS takes at most ${max}`,
            fix: `shorten it by ${length - max}: the service's name, the function's, or previews.max-length`,
        });
    }
}
function checkForm(what, holds, rule) {
    if (!holds) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
            what: `${what} is not a name that AWS takes`,
            why: `it takes ${rule}`,
            fix: 'change it',
        });
    }
}
/** A name as text where it is one, or a Fn::Join of texts and the region, as the Serverless Framework writes it. */
function literalName(value, region) {
    if (typeof value === 'string') {
        return value;
    }
    const join = value?.['Fn::Join'];
    if (!Array.isArray(join) || !Array.isArray(join[1])) {
        return undefined;
    }
    const parts = join[1].map((part) => (isRegion(part) ? region : part));
    return parts.every((part) => typeof part === 'string') ? parts.join(join[0]) : undefined;
}
function isRegion(part) {
    return part?.Ref === 'AWS::Region';
}


/***/ }),

/***/ 11541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ testCommand)
/* harmony export */ });
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71654);

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

/***/ 4660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ skip)
/* harmony export */ });
/** Builds the decision that nothing is to be done. */
function skip(reason) {
    return { decision: 'skip', reason };
}


/***/ }),

/***/ 26552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ skipMark),
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);


const pullRequestPayload = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    number: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .ndf()),
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ head: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) }),
    label: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
});
const pushPayload = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const deletePayload = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), ref_type: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
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
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, payload);
    if (result.success) {
        return result.output;
    }
    const place = valibot__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .BuJ(result.issues[0]) ?? 'the payload';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_EVENT', {
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
    const trailers = message.indexOf('\n\n');
    return found ?? (trailers === -1 ? undefined : /\nskip-checks: ?true/.exec(message.slice(trailers + 1))?.[0].trim());
}


/***/ }),

/***/ 85975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NW: () => (/* binding */ rememberConfigs),
/* harmony export */   sx: () => (/* binding */ previewsFrom),
/* harmony export */   zi: () => (/* binding */ previewOfRef)
/* harmony export */ });
/* unused harmony exports previewOfPullRequest, previewOfBranch */
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49443);
/* harmony import */ var _core_preview_preview_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41510);
/* harmony import */ var _core_preview_preview_of_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33762);
/* harmony import */ var _core_stage_decision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4660);
/* harmony import */ var _core_stage_ref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66113);





/** Binds the two questions to where they are asked. */
function previewsFrom(sources) {
    return {
        previewOfPullRequest: (pull) => previewOfPullRequest(pull, sources),
        previewOfBranch: (name) => previewOfBranch(name, sources),
    };
}
/** Asks GitHub what the preview of a pull request is to be now. Throws E_GITHUB, E_CONFIG and its kin. */
async function previewOfPullRequest(pull, { github, configs }) {
    const repository = await github.repository();
    if (pull.headRepositoryId !== repository.id) {
        return { decision: (0,_core_stage_decision_js__WEBPACK_IMPORTED_MODULE_3__/* .skip */ .i)('fork pull requests are not deployed') };
    }
    const main = await configs.ofBranch(repository.defaultBranch, pull.headSha);
    const config = await configs.ofTarget(pull.baseBranch, repository.defaultBranch, main);
    const [headSha, pullRequests] = await Promise.all([
        github.branchHead(pull.headBranch),
        github.openPullRequests(pull.headBranch),
    ]);
    const branch = { name: pull.headBranch, headSha, pullRequests };
    const decision = (0,_core_preview_preview_of_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .decidePreviewOfPullRequest */ .QE)(config, repository, branch, pull);
    return { decision, config, main, ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .onlyDefined */ .M)({ head: headSha }), pullRequests: pull.open ? [pull] : [] };
}
/** Asks the same of a branch: its pull request's preview where it has one, else by a pattern of stages. */
async function previewOfBranch(name, { github, configs }) {
    const [repository, headSha, pullRequests] = await Promise.all([
        github.repository(),
        github.branchHead(name),
        github.openPullRequests(name),
    ]);
    const main = await configs.ofBranch(repository.defaultBranch, headSha);
    const config = await configs.ofTarget(targetOf(main, repository, pullRequests) ?? repository.defaultBranch, repository.defaultBranch, main);
    const branch = { name, headSha, pullRequests };
    const decision = (0,_core_preview_preview_of_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .decidePreviewOfBranch */ .aF)(config, repository, branch);
    return { decision, config, main, ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .onlyDefined */ .M)({ head: headSha }), pullRequests };
}
function targetOf(main, repository, pulls) {
    return pulls.find((pull) => (0,_core_preview_preview_js__WEBPACK_IMPORTED_MODULE_0__/* .pullRequestObstacle */ .Ov)(main, repository, pull) === undefined)?.baseBranch;
}
/**
 * Asks the same of the ref that owns a preview (`refs/heads/NAME`, `refs/pull/NUMBER`). One that another ref's preview has
 * taken the place of (`previews.stage` was changed) is to be removed.
 */
async function previewOfRef(ref, sources) {
    const now = await ofRef(ref, sources);
    return now.config === undefined ? now : { ...now, decision: (0,_core_preview_preview_of_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .decisionOfRef */ .l$)(now.decision, ref, now.config) };
}
async function ofRef(ref, sources) {
    const number = (0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestOfRef */ .Fj)(ref);
    if (number === undefined) {
        return previewOfBranch((0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .branchOfRef */ .V4)(ref), sources);
    }
    const pull = await sources.github.pullRequest(number);
    return pull === undefined
        ? { decision: (0,_core_stage_decision_js__WEBPACK_IMPORTED_MODULE_3__/* .skip */ .i)(`GitHub knows no pull request #${number}`) }
        : previewOfPullRequest(pull, sources);
}
/** Returns a reader that asks for each branch's file once: for a run that decides about very many stages by one configuration. */
function rememberConfigs(configs) {
    const known = new Map();
    const ask = (key, read) => {
        const answer = known.get(key) ?? read();
        known.set(key, answer);
        return answer;
    };
    return {
        ...configs,
        ofBranch: (branch, ownCommit) => ask(`branch ${branch}`, () => configs.ofBranch(branch, ownCommit)),
        ofTarget: (branch, defaultBranch, main) => ask(`target ${branch}`, () => configs.ofTarget(branch, defaultBranch, main)),
    };
}


/***/ })

};
