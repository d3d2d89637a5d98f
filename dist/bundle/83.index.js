export const id = 83;
export const ids = [83];
export const modules = {

/***/ 8753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(89937);
// EXTERNAL MODULE: ./stage/open/face.js
var face = __webpack_require__(77680);
// EXTERNAL MODULE: ./stage/open/stage.js + 3 modules
var stage = __webpack_require__(64209);
;// CONCATENATED MODULE: ./stage/open/removal.js





/** Reads what a removal works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
async function openRemoval(inputs, context) {
    return (0,stage/* openStage */.j)({
        configuration: await (0,configuration/* readConfiguration */.TD)(inputs, context.workspace),
        session: await (0,profile_files/* readCredentialsFile */.dJ)(inputs['credentials-file']),
        redactor: (0,redact/* createRedactor */.lY)([]),
        workingDirectory: inputs['working-directory'],
    }, (0,face/* jobFace */.D)(inputs['github-token'], context));
}

// EXTERNAL MODULE: ./stage/tell/topics.js
var topics = __webpack_require__(44840);
;// CONCATENATED MODULE: ./actions/destroy-stage/contract.js
const contract = {
    name: 'destroy-stage',
    inputs: {
        configuration: { kind: 'text' },
        stage: { kind: 'text' },
        ref: { kind: 'text' },
        expired: { kind: 'flag', always: true },
        limit: { kind: 'integer', always: true },
        'dry-run': { kind: 'flag', always: true },
        confirm: { kind: 'text' },
        'credentials-file': { kind: 'text', always: true },
        concurrency: { kind: 'integer', always: true },
        'job-summary': { kind: 'flag', always: true },
        'github-token': { kind: 'secret', always: true },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['status', 'removed', 'result', 'error'],
    onFailure: { status: 'failed' },
};

// EXTERNAL MODULE: ./actions/destroy-stage/run.js
var run = __webpack_require__(14322);
;// CONCATENATED MODULE: ./actions/destroy-stage/main.js






const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const removal = await openRemoval(inputs, (0,context/* readRunContext */.$p)());
    return (0,topics/* tellingTopics */.m)(removal, () => (0,run/* run */.e)(inputs, removal));
});


/***/ }),

/***/ 14322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49443);
/* harmony import */ var _core_profile_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4907);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3913);
/* harmony import */ var _core_removal_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70268);
/* harmony import */ var _core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57249);
/* harmony import */ var _core_report_removal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32332);
/* harmony import */ var _core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66113);
/* harmony import */ var _core_transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59964);
/* harmony import */ var _stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16360);










/** Removes a stage, or every one that is not wanted any more, and returns what came of each. */
async function run(inputs, deps) {
    const { configuration, voice: { log }, } = deps;
    (0,_core_profile_session_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSession */ .dy)(configuration.profile, deps.session, 'destroy-stage');
    const options = { concurrency: inputs.concurrency, dryRun: inputs['dry-run'] };
    const ref = checkInputs(inputs, configuration);
    const removal = inputs.expired
        ? await (0,_stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .sweep */ .X0)({ ...deps, ...options, limit: inputs.limit })
        : await (0,_stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeOne */ .xL)({ ...deps, ...options, ref });
    const result = (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactDeep */ .KL)({
        schemaVersion: 1,
        app: configuration.app,
        status: (0,_core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__/* .removalStatus */ .FU)(removal.stages),
        dryRun: inputs['dry-run'],
        stages: removal.stages,
        more: removal.more,
        wanted: removal.wanted,
        looked: removal.looked,
        unrecorded: removal.unrecorded,
    }, deps.redactor);
    const failure = (0,_core_removal_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .removalFailure */ .r)(result.stages);
    const failed = new Set(result.stages.flatMap(({ status, stage }) => (status === 'failed' ? [stage] : [])));
    const removed = result.stages.flatMap(({ status, stage }) => status === 'removed' && !failed.has(stage) ? [stage] : []);
    log.info(describe(result));
    for (const { stack, account, region } of result.unrecorded) {
        log.warning(`the stack ${stack} (account ${account}, ${region}) looks like a preview's, and no record of "${result.app}" claims it: untouched`);
    }
    return {
        outputs: {
            status: result.status,
            removed: JSON.stringify([...new Set(removed)]),
            result: (0,_core_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeJson */ .Pr)(result),
        },
        summary: (0,_core_report_removal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderRemoval */ .dp)(result),
        ...(result.status === 'superseded' ? { notice: `superseded: ${result.stages[0]?.reason}` } : {}),
        ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ failure }),
    };
}
function describe({ status, stages, more, looked }) {
    const places = (0,_core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__/* .describePlaces */ ._g)(looked);
    const rest = more === 0 ? '' : `; ${more} more are left to the next run`;
    return stages.length === 0
        ? `nothing found to remove; looked in ${places}`
        : `${status}: ${stages.map(({ stage, status: each }) => `${stage} ${each}`).join(', ')}${rest}; looked in ${places}`;
}
/** Checks that the inputs name what may be removed, and returns the ref of the preview that they name; '' for others. */
function checkInputs(inputs, { stage, destroyAllowed }) {
    const ref = inputs.ref ?? stage.ref;
    if (inputs.expired) {
        if (inputs.ref !== undefined || inputs.confirm !== undefined) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
                what: 'the input "expired" is true, and "ref" or "confirm" is given too',
                fix: 'leave "expired" out to remove one stage, or the others to remove all that expired',
            });
        }
        return '';
    }
    if (stage.kind !== 'preview') {
        checkKeys(inputs, stage.name, destroyAllowed);
        return '';
    }
    if (!(0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__/* .isBranchRef */ ._7)(ref) && (0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestOfRef */ .Fj)(ref) === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_REF_REQUIRED', {
            what: ref === '' ? 'no preview is named' : `"${ref}" is neither a branch nor a pull request`,
            fix: 'give the input "ref" a full ref (refs/heads/NAME, refs/pull/NUMBER), or "expired: true" for all that expired',
        });
    }
    return ref;
}
/** A configured stage goes by two keys: one in the configuration, one by who starts the run. */
function checkKeys({ confirm, ref, 'dry-run': dryRun }, name, allowed) {
    if (ref !== undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `"ref" is "${ref}", and the configuration is of the configured stage "${name}"`,
            fix: 'leave "ref" out, or pass on the configuration of a preview',
        });
    }
    if (!allowed || (confirm !== name && !dryRun)) {
        const what = allowed
            ? `"confirm" is ${confirm === undefined ? 'not given' : `"${confirm}"`}`
            : `its configuration does not say \`destroy: allowed\``;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_DESTROY_FORBIDDEN', {
            what: `the stage "${name}" is a configured one, and ${what}`,
            why: 'nothing was touched',
            fix: `write \`destroy: allowed\` below stages.${name} in serverless-stages.yml, and \`confirm: ${name}\` for the action`,
        });
    }
}


/***/ }),

/***/ 15027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ apiUrl)
/* harmony export */ });
/** Outputs that the Serverless Framework gives the address of an API. */
const URL_OUTPUTS = ['HttpApiUrl', 'ServiceEndpoint', 'ServiceEndpointWebsocket'];
/** Returns the address at which a stack's API answers, where it has one. */
function apiUrl(outputs) {
    return URL_OUTPUTS.map((name) => outputs[name]).find((url) => url !== undefined && url !== '');
}


/***/ }),

/***/ 91539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ outputId),
/* harmony export */   V: () => (/* binding */ outputName)
/* harmony export */ });
/** What begins an encoded byte; `0x` of a name itself is encoded too, so that the way back is plain. */
const MARK = '0x';
/**
 * Returns the id of the stack output that an output of any name is published as. CloudFormation takes letters and digits
 * alone, so every other character stands as `0x` and two hex digits for each of its UTF-8 bytes.
 */
function outputId(name) {
    const encode = (text) => [...Buffer.from(text)].map((byte) => MARK + byte.toString(16).padStart(2, '0')).join('');
    return name.replace(/0(?=x)|[^A-Za-z0-9]+/g, encode);
}
/** Returns the name that an output was published under: the way back from `outputId`. */
function outputName(id) {
    return id.replace(/(?:0x[0-9a-f]{2})+/g, (encoded) => Buffer.from(encoded.replaceAll(MARK, ''), 'hex').toString());
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

/***/ 95765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ awsEnvironment),
/* harmony export */   Ud: () => (/* binding */ plainEnvironment),
/* harmony export */   YO: () => (/* binding */ PLUGIN_CONTEXT),
/* harmony export */   m9: () => (/* binding */ cliEnvironment),
/* harmony export */   uk: () => (/* binding */ factVariables)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49443);
/* harmony import */ var _output_api_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15027);
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91539);



/**
 * Variables that a child may have from ours. All else stays behind: the runner's tokens and command files (`ACTIONS_*`,
 * `GITHUB_*`, `INPUT_*`, `STATE_*`, most of `RUNNER_*`), stray AWS profiles and keys, the user's secrets.
 */
const ALLOWED = [
    'PATH',
    'Path',
    'HOME',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'SystemRoot',
    'ComSpec',
    'PATHEXT',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    // By this the runner finds and ends, when the job is over, what outlived its step. It is a number, no secret.
    'RUNNER_TRACKING_ID',
];
/** Variables that say where AWS is, not who we are. */
const ALLOWED_AWS = /^AWS_(ENDPOINT_URL(_[A-Z0-9_]+)?|CA_BUNDLE|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT|STS_REGIONAL_ENDPOINTS|RETRY_MODE|MAX_ATTEMPTS)$/;
/** Returns what any child gets: a plain environment without tokens, credentials or command files. */
function plainEnvironment(own) {
    const picked = ALLOWED.flatMap((name) => pick(own, name));
    return { ...Object.fromEntries(picked), CI: 'true' };
}
function pick(own, name) {
    const value = own[name];
    return value === undefined ? [] : [[name, value]];
}
/**
 * Returns the variables that tell a service's own commands of its deployment: STAGE, REGION, SERVICE, COMMIT, SERVICE_URL,
 * and OUTPUT_<name> for each output, with `_` for what cannot stand in the name of a variable.
 */
function factVariables({ stage, region, key, commit, outputs }) {
    const named = Object.entries(outputs).map(([id, value]) => [
        `OUTPUT_${(0,_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .outputName */ .V)(id).replace(/[^A-Za-z0-9_]/g, '_')}`,
        value,
    ]);
    const url = (0,_output_api_url_js__WEBPACK_IMPORTED_MODULE_1__/* .apiUrl */ .y)(outputs);
    return {
        ...Object.fromEntries(named),
        STAGE: stage,
        REGION: region,
        SERVICE: key,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ COMMIT: commit, SERVICE_URL: url }),
    };
}
/** Name of the variable that tells our Serverless plugin where the deploy's context is. */
const PLUGIN_CONTEXT = 'SERVERLESS_STAGES_CONTEXT';
/** How often the CLI looks at CloudFormation, in milliseconds: its own 5,000 would dominate a short deploy. */
const MONITORING_MS = '1000';
/** Returns the environment of a child that works with AWS: the plain one, the role's session, and the exported parameters. */
function awsEnvironment({ own, session, emptyFile, exported }) {
    const aws = Object.keys(own).filter((name) => ALLOWED_AWS.test(name));
    return {
        ...plainEnvironment(own),
        ...Object.fromEntries(aws.flatMap((name) => pick(own, name))),
        ...Object.fromEntries(exported.map(({ name, value }) => [name, value])),
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({
            AWS_ACCESS_KEY_ID: session.accessKeyId,
            AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
            AWS_SESSION_TOKEN: session.sessionToken,
        }),
        AWS_REGION: session.region,
        AWS_DEFAULT_REGION: session.region,
        AWS_CONFIG_FILE: emptyFile,
        AWS_SHARED_CREDENTIALS_FILE: emptyFile,
        AWS_EC2_METADATA_DISABLED: 'true',
    };
}
/** Returns the environment of the Serverless CLI: that of a child that works with AWS, and what the CLI itself reads. */
function cliEnvironment(parts) {
    const { own, licence } = parts;
    return {
        ...awsEnvironment(parts),
        SLS_SCHEMA_CACHE_BASE_DIR: parts.schemaCache,
        SLS_AWS_MONITORING_FREQUENCY: own['SLS_AWS_MONITORING_FREQUENCY'] ?? MONITORING_MS,
        [PLUGIN_CONTEXT]: parts.pluginContext,
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ SERVERLESS_ACCESS_KEY: licence?.accessKey, SERVERLESS_LICENSE_KEY: licence?.licenseKey }),
    };
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

/***/ 89937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ readParametersFile),
/* harmony export */   dJ: () => (/* binding */ readCredentialsFile),
/* harmony export */   mG: () => (/* binding */ writeProfileFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37728);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93405);




const sessionSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    accessKeyId: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    secretAccessKey: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    sessionToken: valibot__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    expiration: valibot__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    account: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    region: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    arn: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
const parametersSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), value: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), source: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }));
/** Writes a profile's credentials and parameters into a folder of their own (0700, files 0600) and returns the paths. */
async function writeProfileFiles(tempFolder, session, parameters, remember) {
    const folder = await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .makePrivateFolder */ .I2)(tempFolder, 'serverless-stages-profile');
    remember(folder);
    const paths = { credentials: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'credentials.json'), parameters: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'parameters.json') };
    await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .writePrivateJson */ .FO)(paths.credentials, session);
    await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .writePrivateJson */ .FO)(paths.parameters, parameters);
    return paths;
}
/** Reads the credentials that load-profile wrote; throws E_INPUT where the file is not one of its. */
async function readCredentialsFile(path) {
    return checked(sessionSchema, await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateJson */ .AG)(path, 'credentials-file'), 'credentials-file');
}
/** Reads the parameters that load-profile wrote; throws E_INPUT where the file is not one of its. */
async function readParametersFile(path) {
    return checked(parametersSchema, await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateJson */ .AG)(path, 'parameters-file'), 'parameters-file');
}
function checked(schema, value, input) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(schema, value);
    if (!result.success) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" is not one that load-profile wrote`,
            fix: `pass load-profile's output "${input}" on, in the same job`,
        });
    }
    return result.output;
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
        const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error);
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
