export const id = 2407;
export const ids = [2407];
export const modules = {

/***/ 93781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./core/serverless/cli.js
var cli = __webpack_require__(83738);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./stage/open/check.js
var check = __webpack_require__(16261);
;// CONCATENATED MODULE: ./actions/check-stages/contract.js
const contract = {
    name: 'check-stages',
    inputs: {
        configuration: { kind: 'text' },
        stages: { kind: 'list' },
        services: { kind: 'list' },
        concurrency: { kind: 'integer', always: true },
        'working-directory': { kind: 'text', always: true },
        'serverless-access-key': { kind: 'secret' },
        'serverless-license-key': { kind: 'secret' },
    },
    outputs: ['status', 'result', 'error'],
    onFailure: { status: 'failed' },
};

// EXTERNAL MODULE: ./core/check/error.js
var error = __webpack_require__(81356);
// EXTERNAL MODULE: ./core/check/result.js
var check_result = __webpack_require__(6265);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/report/stage-checks.js
var stage_checks = __webpack_require__(9578);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(59964);
// EXTERNAL MODULE: ./core/check/reads.js
var reads = __webpack_require__(4639);
// EXTERNAL MODULE: ./core/service/choose.js
var choose = __webpack_require__(10832);
// EXTERNAL MODULE: ./stage/check/by-folder.js
var by_folder = __webpack_require__(67731);
// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./core/output/names.js
var names = __webpack_require__(91539);
// EXTERNAL MODULE: ./stage/deploy/service/evaluate-package.js + 4 modules
var evaluate_package = __webpack_require__(60161);
// EXTERNAL MODULE: ./stage/check/package-offline.js + 4 modules
var package_offline = __webpack_require__(4844);
;// CONCATENATED MODULE: ./stage/check/check-service.js





/** Packages a service for a stage without the cloud and checks what came out. Rejects only if the disk fails. */
async function checkService(service, around, edges) {
    const { key } = service;
    const { region } = around;
    const end = (found) => (0,check_result/* serviceCheck */.wD)({ key, region, problems: [], safeguards: [], ...found });
    try {
        const made = await (0,package_offline/* packageOffline */["if"])(service, around, edges);
        if ('reason' in made) {
            return { check: end(made), outputs: undefined };
        }
        const { packaged, problems } = made;
        const safeguards = await evaluateOffline(service, made, around, edges);
        return { check: end({ problems, safeguards }), outputs: Object.keys(packaged.outputs).map(names/* outputName */.V) };
    }
    catch (error) {
        const { code, message } = (0,described_error.describeError)(error);
        return { check: end({ problems: [{ level: 'error', message: `${code}: ${message}` }] }), outputs: undefined };
    }
}
/** Safeguards that are about the moment of a deploy, and what it would find there. */
const OF_THE_DEPLOY = ['no-stateful-replacement', 'restricted-deploy-times'];
async function evaluateOffline(service, { job, packaged, nested }, { configuration, region }, { safeguardingOf, now }) {
    const safeguarding = safeguardingOf(configuration);
    const safeguards = safeguarding.safeguards.filter(({ id }) => !OF_THE_DEPLOY.includes(id));
    const { name, kind } = configuration.stage;
    return (0,evaluate_package/* evaluatePackage */.A)(job, service, { packaged, nested, stage: { name, kind }, region, now: now(), changes: undefined }, { ...safeguarding, safeguards });
}

;// CONCATENATED MODULE: ./stage/check/check-stage.js






/**
 * Packages services for a stage without the cloud, and says what would keep them from being deployed there. `changed` are the keys
 * of the services that are checked, `named` those that a person chose; without either all that the stage has are. Throws E_SERVICE_UNKNOWN;
 * E_SERVICE_CONFIG and its kin if the services cannot be read.
 */
async function checkStage(configuration, { changed, named, }, edges) {
    const { stage, profile, only } = configuration;
    const services = await (0,package_offline/* servicesFor */.kP)(configuration, edges);
    const chosen = (0,choose/* parseChoice */.H)(services, named) ?? (changed === undefined ? undefined : new Set(changed));
    const isChecked = ({ key }) => (chosen?.has(key) ?? true) && (only?.includes(key) ?? true);
    const checks = [];
    for (const region of profile.regions) {
        const around = await (0,package_offline/* openOffline */.GA)(configuration, region, services, edges);
        // A service's regions follow each other: they have one folder.
        const done = await (0,by_folder/* byFolder */.c)(services.filter(isChecked), edges.concurrency, async (service) => ({
            service,
            ...(await checkService(service, around, edges)),
        }));
        const published = publishedBy(services, done);
        const given = new Set(Object.keys(profile.parameters));
        const scene = { ...(0,package_offline/* sceneOf */.cO)(around, published), given };
        checks.push(...done.map(({ service, check }) => (0,check_result/* withProblems */.rB)(check, (0,reads/* readProblems */.V8)(service, scene))));
    }
    return { stage: stage.name, status: (0,check_result/* overallCheck */.YA)(checks), services: checks };
}
/** What each service publishes: by its package, else by its configuration. */
function publishedBy(services, checked) {
    const packaged = checked.flatMap(({ service: { key }, outputs }) => outputs === undefined ? [] : [[key, { names: outputs, isOpen: false }]]);
    return new Map([...(0,reads/* publishedByConfiguration */.GD)(services), ...packaged]);
}

// EXTERNAL MODULE: ./stage/deploy/service/tell-findings.js
var tell_findings = __webpack_require__(17118);
;// CONCATENATED MODULE: ./stage/check/tell.js

/** Says what came of the check of a stage, each finding at its place in the repository. */
function tellCheck({ stage, status, services }, log) {
    log.info(`${stage}: ${status}`);
    for (const { key, region, reason, problems, safeguards } of services) {
        const label = `${key} for ${stage} (${region})`;
        if (reason !== undefined) {
            log.info(`${label}: not asked: ${reason}`);
        }
        for (const { level, message } of problems) {
            // The step's own error has those that fail it.
            (level === 'error' ? log.info : log.warning)(`${label}: ${message}`);
        }
        if (safeguards.length > 0) {
            (0,tell_findings/* tellFindings */.y)({ label }, safeguards, log);
        }
    }
}

;// CONCATENATED MODULE: ./actions/check-stages/run.js







/** Says for each stage whether the services would pass there; the step fails if they would not. */
async function run({ stages, services: changed, named }, edges) {
    const checks = [];
    // One after the other: a service's folder is packaged for one stage at a time.
    for (const configuration of stages) {
        const check = await checkStage(configuration, { changed, named }, edges);
        tellCheck(check, edges.log);
        checks.push(check);
    }
    const result = { schemaVersion: 1, stages: checks };
    const status = stages.length === 0 ? 'none' : (0,check_result/* overallCheck */.YA)(checks);
    return {
        outputs: { status, result: (0,transport/* encodeJson */.Pr)(result) },
        summary: (0,stage_checks/* renderChecks */.g)(result),
        ...(0,only_defined/* onlyDefined */.M)({ failure: (0,error/* checkError */.L)(checks) }),
    };
}

;// CONCATENATED MODULE: ./actions/check-stages/main.js








const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const checks = await (0,configuration/* readChecks */.wf)(inputs, context.workspace);
    return (0,private_work/* withPrivateFolder */.m)(context.tempFolder, 'serverless-stages-check', async (folder) => {
        const { concurrency, 'working-directory': workingDirectory } = inputs;
        const licence = (0,cli/* licenceOf */.v3)(inputs);
        return run(checks, await (0,check/* openCheck */.X)({ workingDirectory, licence, concurrency, folder }, context));
    });
});


/***/ }),

/***/ 81356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ checkError),
/* harmony export */   x: () => (/* binding */ faultsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42261);
/* harmony import */ var _safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62702);



/** Most faults that the error names; the summary has them all. */
const MOST = 10;
/** Returns the error of services that would not pass in some stage; undefined if all would, as far as that was asked. */
function checkError(checks) {
    const failed = checks.filter(({ status }) => status === 'failed');
    if (failed.length === 0) {
        return undefined;
    }
    const faults = failed.flatMap(({ stage, services }) => services.flatMap((service) => faultsOf(service).map((fault) => `${stage}: ${service.key}: ${fault}`)));
    const more = faults.length - MOST;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CHECK_FAILED', {
        what: `this would not pass in ${failed.map(({ stage }) => `"${stage}"`).join(', ')}: ${faults.slice(0, MOST).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
        fix: 'mend what they say; a safeguard can be waived (docs/safeguards.md)',
    });
}
/** Returns what would keep a service from being deployed, a text each. */
function faultsOf({ problems, safeguards }) {
    return [
        ...problems.flatMap(({ level, message }) => (level === 'error' ? [message] : [])),
        ...safeguards.flatMap(({ title, findings }) => findings.filter(_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .Us).map((finding) => `${title}: ${(0,_safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_1__/* .spellFinding */ .s)(finding)}`)),
    ];
}


/***/ }),

/***/ 6265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ overallCheck),
/* harmony export */   rB: () => (/* binding */ withProblems),
/* harmony export */   tg: () => (/* binding */ parseCheckResult),
/* harmony export */   wD: () => (/* binding */ serviceCheck)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);

/** Returns the check of a service, with the status that what was found in it comes to. */
function serviceCheck(found) {
    return { ...found, status: statusOf(found) };
}
/** Adds to what is wrong with a service. */
function withProblems(check, more) {
    return more.length === 0 ? check : serviceCheck({ ...check, problems: [...check.problems, ...more] });
}
function statusOf({ problems, safeguards, reason }) {
    if (problems.some(({ level }) => level === 'error') || safeguards.some(({ status }) => status === 'failed')) {
        return 'failed';
    }
    if (problems.length > 0 || safeguards.some(({ status }) => status === 'warned')) {
        return 'warned';
    }
    return reason === undefined ? 'passed' : 'not-asked';
}
/** Sums the checks of services up: one that failed fails all, and one that was not asked makes no difference beside others. */
function overallCheck(services) {
    const order = ['failed', 'warned', 'passed'];
    return order.find((status) => services.some((one) => one.status === status)) ?? 'not-asked';
}
const status = valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'warned', 'failed', 'not-asked']);
const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    schemaVersion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    stages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        stage: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        status,
        services: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
            // Neither holds any markup: what renders them rests on it.
            key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[A-Za-z0-9_-]*$/)),
            region: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[a-z0-9-]+$/)),
            status,
            reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
            problems: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ level: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['error', 'warning']), message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
            safeguards: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
                title: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
                status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'warned', 'failed', 'waived', 'skipped']),
                findings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ what: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), fix: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), level: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['error', 'warning']) })),
            })),
        })),
    })),
});
/** Reads what check-stages gave, as far as reports show it; undefined if it is something else. */
function parseCheckResult(value) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, value).success ? value : undefined;
}


/***/ }),

/***/ 9578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ checkLines),
/* harmony export */   g: () => (/* binding */ renderChecks)
/* harmony export */ });
/* harmony import */ var _check_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81356);
/* harmony import */ var _safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42261);
/* harmony import */ var _safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62702);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29060);





/** Longest text of a fault, or of a reason, in a line, in characters. */
const MAX_TEXT = 500;
/** Most faults and warnings of a stage that are shown. */
const MOST = 20;
/** Most services of a stage whose reasons are shown, of those that were not asked. */
const MOST_OPEN = 5;
/** Longest reason of one of them, in characters. */
const MAX_REASON = 150;
/** Longest job summary that is written, in characters: of the most bytes that one may take. */
const MAX_SUMMARY = 200_000;
const HEADLINES = {
    passed: (stage) => `✅ would pass in ${stage}`,
    warned: (stage) => `⚠️ would pass in ${stage}, with warnings`,
    failed: (stage) => `❌ would not pass in ${stage}`,
    'not-asked': (stage) => `➖ not asked for ${stage}`,
};
/** Renders the checks of a pull request's services for later stages as the Markdown of a job summary; empty for none. */
function renderChecks(result) {
    return result.stages.length === 0
        ? ''
        : `${['## Would this pass?', '', ...checkLines(result, MAX_SUMMARY, 'The log has the rest.')].join('\n')}\n`;
}
/**
 * Renders a line for each stage, with what is wrong below it, in at most so many characters: every stage has its line, and `rest` says
 * where the others are. Empty for none.
 */
function checkLines({ stages }, max = Number.POSITIVE_INFINITY, rest = 'The summary of the job Test has the rest.') {
    if (stages.length === 0) {
        return [];
    }
    const heads = stages.map((check) => `- **${HEADLINES[check.status]((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(check.stage))}**${countOf(check)}`);
    let room = max - heads.join('\n').length - rest.length;
    let isWhole = true;
    const lines = stages.flatMap((check, index) => {
        const found = linesOf(check);
        const shown = [];
        for (const line of found.slice(0, MOST)) {
            if (line.length + 1 > room) {
                isWhole = false;
                break;
            }
            room -= line.length + 1;
            shown.push(line);
        }
        const more = found.length - shown.length;
        return [heads[index] ?? '', ...shown, ...(more > 0 && isWhole ? [`  - and ${more} more`] : [])];
    });
    return [...lines, '', ...(isWhole ? [] : [rest, ''])];
}
/** How many services were asked about, and which were not. */
function countOf({ services }) {
    const keysOf = (found) => [...new Set(found.map(({ key }) => key))];
    const open = services.filter(({ status }) => status === 'not-asked');
    const asked = keysOf(services.filter(({ status }) => status !== 'not-asked')).length;
    const count = asked === 0 ? '' : ` (${asked} ${asked === 1 ? 'service' : 'services'})`;
    const keys = keysOf(open);
    const reasons = keys.slice(0, MOST_OPEN).map((key) => {
        const { reason = '' } = open.find((one) => one.key === key) ?? {};
        return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(key)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_4__/* .truncateText */ .E)(reason, MAX_REASON))}`;
    });
    const more = keys.length > MOST_OPEN ? '; …' : '';
    return keys.length === 0
        ? count
        : `${count}; ${keys.length} ${keys.length === 1 ? 'service' : 'services'} not asked (${reasons.join('; ')}${more})`;
}
/** What is wrong with the services of a stage, a line each: first what fails, then what is warned of, then what was let through. */
function linesOf({ services }) {
    const regions = new Set(services.map(({ region }) => region));
    const kinds = [
        ['❌', _check_error_js__WEBPACK_IMPORTED_MODULE_0__/* .faultsOf */ .x],
        ['⚠️', warningsOf],
        ['➖', waivedOf],
    ];
    return kinds.flatMap(([icon, of]) => {
        /** The regions of each text. */
        const found = new Map();
        for (const service of services) {
            for (const text of new Set(of(service).map((one) => `${service.key}\0${one}`))) {
                found.set(text, [...(found.get(text) ?? []), service.region]);
            }
        }
        return [...found].map(([place, where]) => {
            const [key = '', text = ''] = place.split('\0');
            const region = where.length < regions.size ? ` (${where.join(', ')})` : '';
            return `  - ${icon} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(key)}${region}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_4__/* .truncateText */ .E)(text, MAX_TEXT))}`;
        });
    });
}
function warningsOf({ problems, safeguards }) {
    return [
        ...problems.flatMap(({ level, message }) => (level === 'warning' ? [message] : [])),
        ...safeguards.flatMap(({ title, findings }) => findings
            .filter((finding) => !(0,_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .Us)(finding) && finding.waiver === undefined)
            .map((finding) => `${title}: ${(0,_safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_1__/* .spellFinding */ .s)(finding)}`)),
    ];
}
function waivedOf({ safeguards }) {
    return safeguards.flatMap(({ title, findings }) => findings
        .filter((finding) => !(0,_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlocking */ .Us)(finding) && finding.waiver !== undefined)
        .map((finding) => `${title}: ${(0,_safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_1__/* .spellFinding */ .s)(finding)}`));
}


/***/ }),

/***/ 42261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ blockedError),
/* harmony export */   s: () => (/* binding */ spellFinding)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62702);
/* harmony import */ var _policy_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16356);



/** Most findings that an error names; the summary has them all. */
const MOST = 10;
/** Returns the error of a service that safeguards keep from being deployed; undefined if they let it through. */
function blockedError(key, results) {
    const failed = results.filter(({ status }) => status === 'failed');
    const [first] = failed;
    if (first === undefined) {
        return undefined;
    }
    const lines = failed.flatMap(({ id, title, findings }) => findings.filter(_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us).map((finding) => `${title}: ${spellFinding(finding)}${waiverHint(id, key, finding)}`));
    const more = lines.length - MOST;
    const isUnresolved = first.id === 'no-unresolved-variables';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(isUnresolved ? 'E_UNRESOLVED_VARIABLE' : 'E_SAFEGUARD', {
        what: `the service "${key}" is not deployed, because of ${lines.length} ${lines.length === 1 ? 'finding' : 'findings'} of safeguards: ${lines.slice(0, MOST).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
        why: 'a safeguard of the level error blocks',
        fix: 'mend what they say, or waive it (docs/safeguards.md)',
    });
}
/** Says what was found and what to change, and who let it through. */
function spellFinding(finding) {
    const { waiver } = finding;
    const text = (0,_policy_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .findingText */ .NK)(finding);
    if (waiver === undefined) {
        return text;
    }
    const { owner, reason, until, hasExpired } = waiver;
    return hasExpired
        ? `${text} (the waiver of ${owner} ended on ${until})`
        : `${text} (waived by ${owner} until ${until}: ${reason})`;
}
/** The waiver that a user would write. */
function waiverHint(id, service, { resource, function: key, waiver, isFinal }) {
    const lacksResource = id === 'no-stateful-replacement' && resource === undefined;
    if (isFinal === true || lacksResource || waiver !== undefined) {
        return '';
    }
    const of = resource ?? key;
    const parts = [
        `safeguard: ${id}`,
        `service: ${service}`,
        ...(of === undefined ? [] : [`resource: ${of}`]),
        'owner: …',
        'reason: …',
        'until: YYYY-MM-DD',
    ];
    return ` (or write \`waivers: [{ ${parts.join(', ')} }]\`)`;
}


/***/ }),

/***/ 33931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ knownVariables)
/* harmony export */ });
/** Knows the variables whose values are settled before the Serverless Framework runs: stage, region, parameters. */
function knownVariables({ stage, region }, parameters) {
    return (source, address) => {
        switch (`${source}:${address}`) {
            case 'sls:stage':
            case 'opt:stage':
                return stage;
            case 'opt:region':
                return region;
            default:
                return source === 'param' ? parameters.get(address) : undefined;
        }
    };
}


/***/ }),

/***/ 17118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ throwIfBlocked),
/* harmony export */   y: () => (/* binding */ tellFindings)
/* harmony export */ });
/* harmony import */ var _core_safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42261);
/* harmony import */ var _core_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62702);


/** Most annotations of errors for a service: GitHub shows ten for a step, and one of them says why it failed. */
const MOST_ERRORS = 3;
/** Says how many safeguards passed, and each finding at its place in the repository. */
function tellFindings({ label }, results, log) {
    const counts = new Map();
    for (const { status } of results) {
        counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    log.info(`${label}: safeguards: ${[...counts].map(([status, count]) => `${count} ${status}`).join(', ')}`);
    const findings = results.flatMap(({ title, findings: found }) => found.map((finding) => ({ title, finding })));
    // The step's own error names them all: a second annotation is for a line.
    const placed = findings.filter(({ finding }) => (0,_core_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us)(finding) && finding.place?.line !== undefined);
    for (const { title, finding } of findings) {
        const text = `${label}: ${title}: ${(0,_core_safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_0__/* .spellFinding */ .s)(finding)}`;
        if ((0,_core_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us)(finding)) {
            const isShown = placed.slice(0, MOST_ERRORS).some((one) => one.finding === finding);
            (isShown ? log.error : log.info)(text, finding.place);
        }
        else if (finding.waiver === undefined) {
            log.warning(text, finding.place);
        }
        else {
            log.notice(text, finding.place);
        }
    }
}
/** Throws E_SAFEGUARD, E_UNRESOLVED_VARIABLE if safeguards keep a service from being deployed. */
function throwIfBlocked(key, results) {
    const error = (0,_core_safeguards_blocked_js__WEBPACK_IMPORTED_MODULE_0__/* .blockedError */ .f)(key, results);
    if (error !== undefined) {
        throw error;
    }
}


/***/ })

};
