export const id = 2198;
export const ids = [2198];
export const modules = {

/***/ 47836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ notificationOf)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);
/* harmony import */ var _report_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10448);


/** Builds what others are told of a stage; undefined where there is nothing to tell. */
function notificationOf(report, repository) {
    const { app, stage, commit, state, reason, url, run } = report;
    const { event } = (0,_report_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .wordingOf */ .O)(state);
    if (event === undefined) {
        return undefined;
    }
    const { name, kind, ref, pullRequest } = stage;
    return {
        schemaVersion: 1,
        event,
        state,
        app,
        stage: name,
        kind,
        ref,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ commit, pullRequest, reason, url }),
        repository,
        run: run.url,
        services: servicesOf(report),
    };
}
function servicesOf({ deploy, removal }) {
    const deployed = (deploy?.services ?? []).filter(({ status }) => status !== 'left-out');
    const rows = [...deployed, ...(removal?.services ?? [])];
    return rows.map(({ key, status, region, url, error }) => ({
        service: key,
        status,
        region,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ url, error: error?.code }),
    }));
}


/***/ }),

/***/ 58519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ entriesFor)
/* harmony export */ });
/* harmony import */ var _configuration_notification_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64349);
/* harmony import */ var _stage_among_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93052);


/** Statuses of services that nothing happened to. */
const QUIET = new Set(['unchanged', 'not-started', 'absent', 'kept', 'planned']);
/** Returns the entries of `notifications` that are told of a message: those whose filters let it through. */
function entriesFor(entries, message) {
    return entries.filter(({ events, stages, services }) => (events ?? _configuration_notification_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_EVENTS */ .O$).includes(message.event) &&
        (stages === undefined || (0,_stage_among_js__WEBPACK_IMPORTED_MODULE_1__/* .isStageAmong */ .d)({ name: message.stage, kind: message.kind }, stages)) &&
        (services === undefined || isOfServices(services, message)));
}
/** Before anything has happened to a service, and where nothing is known of any, it may be one of these. */
function isOfServices(wanted, { services }) {
    return (services.length === 0 || services.some(({ service, status }) => wanted.includes(service) && !QUIET.has(status)));
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

/***/ 14797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ reportOfStart),
/* harmony export */   mD: () => (/* binding */ reportsOfEnd)
/* harmony export */ });
/* unused harmony export reportOfDeploy */
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49443);

/** Says that the deploy of a stage begins. */
function reportOfStart(configuration, run) {
    return { ...about(configuration), ...commitOf(configuration), state: 'deploying', run };
}
/** Says what became of each stage that a run was about: one, but for a sweep. */
function reportsOfEnd(configuration, end, run) {
    const { result, checks } = end;
    const checked = (0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ checks });
    if (result === undefined) {
        return [{ ...about(configuration), ...commitOf(configuration), ...endWithoutResult(end), ...checked, run }];
    }
    return 'stages' in result
        ? reportsOfRemoval(configuration, result, run)
        : [{ ...reportOfDeploy(configuration, result, run), ...checked }];
}
/** Says what became of a deploy. */
function reportOfDeploy(configuration, deploy, run) {
    const { status, reason, removed, url, services } = deploy;
    const isEmpty = status === 'unchanged' && services.every((service) => service.status === 'left-out');
    return {
        ...about(configuration),
        // The result comes from a job that runs the author's code: it has no say in what it is of, where that is known.
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ commit: deploy.commit }),
        ...commitOf(configuration),
        state: isEmpty ? 'empty' : status,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ reason, url }),
        deploy,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ removal: removed }),
        run,
    };
}
const STATES = {
    removed: 'removed',
    planned: 'kept',
    wanted: 'kept',
    failed: 'failed',
};
/** Says what became of each stage of a removal; of the one that it was about also where there was nothing of it. */
function reportsOfRemoval(configuration, { stages, status, dryRun }, run) {
    if (dryRun) {
        return [];
    }
    const base = about(configuration);
    const isOfOne = base.stage.ref !== '';
    // Only a sweep is of other stages than its own, and of previews alone.
    const own = stages.filter(({ stage, kind }) => (isOfOne ? stage === base.stage.name : kind === 'preview'));
    const reports = own.map((removal) => {
        const isOwn = removal.stage === base.stage.name;
        const stage = isOwn ? base.stage : { name: removal.stage, kind: removal.kind, ref: removal.of };
        const reason = removal.error?.message ?? removal.reason;
        return { ...base, stage, state: STATES[removal.status], ...(reason === '' ? {} : { reason }), removal, run };
    });
    const isAbsent = isOfOne && status === 'nothing';
    return isAbsent ? [{ ...base, state: 'absent', reason: 'there was nothing of it', run }] : reports;
}
function endWithoutResult({ decision, error, testResult, deployResult }) {
    if (error !== undefined) {
        return { state: 'failed', reason: error };
    }
    if (testResult === 'failure') {
        return { state: 'failed', reason: 'the tests failed, so nothing was deployed' };
    }
    if (deployResult === 'failure') {
        return {
            state: 'failed',
            reason: 'the job ended before it could say what became of the services; its log says why',
        };
    }
    if (deployResult === 'success') {
        const reason = 'the job succeeded, and its result did not reach this one; its log has it';
        return { state: decision === 'deploy' ? 'deployed' : 'removed', reason };
    }
    return deployResult === 'skipped' && testResult !== 'cancelled'
        ? { state: 'failed', reason: 'the job that works on the stage was skipped' }
        : { state: 'cancelled', reason: 'the run was cancelled; what CloudFormation had begun goes on' };
}
function about({ app, stage, profile }) {
    const { name, kind, ref, pullRequest } = stage;
    return {
        app,
        stage: { name, kind, ref, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ pullRequest }) },
        environment: profile.environment,
    };
}
function commitOf({ stage: { commit } }) {
    return commit === undefined ? {} : { commit };
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

/***/ 15511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runAction)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2327);
/* harmony import */ var _core_described_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83801);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _core_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62049);
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9807);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29463);
/* harmony import */ var _files_disk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13729);







/**
 * The one way every action goes: read all inputs, run, write the outputs; or fail the step with one annotation.
 * Never rejects.
 */
async function runAction(contract, run) {
    const forget = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .onCancel */ .Ao)(() => setOutputs(contract.onFailure));
    try {
        const inputs = readInputs(contract);
        const outcome = await run(inputs);
        const outputs = outcome.outputs;
        for (const name of contract.outputs) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, outputs[name] ?? '');
        }
        // An action that has the input `job-summary` writes none where it is false.
        if (Reflect.get(inputs, 'job-summary') !== false) {
            await writeSummary(outcome.summary);
        }
        if (outcome.notice !== undefined) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__.visible)(outcome.notice));
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
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(`the outputs could not be written: ${fault.message}`);
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
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__.describeError)((0,_files_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .diskError */ .w)(error) ?? error);
    return contract.outputs.includes('error') ? { error: `${code}: ${message}`.slice(0, MAX_ERROR) } : {};
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
    }
}
/** Reads all inputs of a contract; throws E_INPUT for the first that is missing or is not of its kind. */
function readInputs(contract) {
    const values = {};
    for (const [name, { kind, always }] of Object.entries(contract.inputs)) {
        const value = (0,_core_input_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInput */ .CU)(name, kind, _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name, { trimWhitespace: kind !== 'flag' }));
        if (value === undefined && always === true) {
            throw (0,_core_input_js__WEBPACK_IMPORTED_MODULE_3__/* .missingInput */ .fV)(name);
        }
        if (kind === 'secret' && typeof value === 'string' && value.length >= 8) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value);
        }
        values[name] = value;
    }
    return values;
}
/** Adds to the job summary; a summary that cannot be written does not undo what was done. */
async function writeSummary(summary) {
    if (summary !== undefined && (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '') {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z
            .addRaw(summary)
            .write()
            .catch((error) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`the job summary could not be written: ${error.message}`));
    }
}
/** Fails the step with one annotation, `CODE: what – why – what to do`; the stack goes to the debug log alone. */
function failStep(error) {
    process.exitCode = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .ExitCode */ .yU.Failure;
    const known = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo ? error : (0,_files_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .diskError */ .w)(error);
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__.describeError)(known ?? error);
    const position = known?.position;
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__.visible)(`${code}: ${message}`), position === undefined ? {} : { file: position.file, startLine: position.line, startColumn: position.column });
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(cause.stack ?? cause.message);
    }
}


/***/ }),

/***/ 44840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ tellingTopics)
/* harmony export */ });
/* harmony import */ var _core_described_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83801);
/* harmony import */ var _core_notify_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47836);
/* harmony import */ var _core_notify_select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58519);
/* harmony import */ var _core_report_stage_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14797);
/* harmony import */ var _core_transport_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59964);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46365);






/**
 * Does the work of a job that has the role, and tells the SNS topics of `notifications` what came of it, also if it
 * failed. That somebody could not be told is a warning.
 */
async function tellingTopics(edges, work) {
    if (!(edges.configuration.notifications ?? []).some(({ sns }) => sns !== undefined)) {
        return work();
    }
    let done;
    try {
        done = await work();
    }
    catch (error) {
        const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_0__.describeError)(error);
        await tellTopics({ error: edges.redactor.redact(`${code}: ${message}`) }, edges);
        throw error;
    }
    const { result } = done.outputs;
    if (result !== undefined) {
        await tellTopics({ result: (0,_core_transport_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeJson */ .xO)(result) }, edges);
    }
    return done;
}
/** Never rejects. */
async function tellTopics(end, edges) {
    await publishEnd(end, edges).catch((error) => edges.voice.log.warning(`no topic could be told: ${error.message}`));
}
async function publishEnd(end, { configuration, attempt, publishToTopic, voice: { log } }) {
    const ended = {
        decision: 'deploy',
        result: undefined,
        error: undefined,
        testResult: '',
        deployResult: '',
        ...end,
    };
    const messages = (0,_core_report_stage_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportsOfEnd */ .mD)(configuration, ended, (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .recordedRun */ .i)(attempt)).map((one) => (0,_core_notify_message_js__WEBPACK_IMPORTED_MODULE_1__/* .notificationOf */ .t)(one, attempt.repository));
    for (const message of messages.filter((one) => one !== undefined)) {
        for (const { sns } of (0,_core_notify_select_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesFor */ .a)(configuration.notifications ?? [], message)) {
            if (sns !== undefined) {
                await publishToTopic(sns, message).catch((error) => log.warning(`${sns} could not be told of "${message.event}" of ${message.stage}: ${error.message}`));
            }
        }
    }
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
