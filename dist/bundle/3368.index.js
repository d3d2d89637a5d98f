export const id = 3368;
export const ids = [3368];
export const modules = {

/***/ 23368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/output/names.js
var output_names = __webpack_require__(91539);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
;// CONCATENATED MODULE: ./core/deploy/publish.js



/** Checks the names of outputs before anything is deployed: `SERVICE.OUTPUT` of a service; throws E_INPUT. */
function checkOutputNames(names, keys) {
    for (const name of names) {
        const [, key] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
        if (key === undefined || !keys.includes(key)) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `"${name}" in the input "publish-outputs" is not SERVICE.OUTPUT of a service`,
                fix: `write the key of a service, a dot and the output's name – ${(0,suggest/* suggestName */.S)(key ?? name, keys)}`,
            });
        }
    }
}
/**
 * Picks the outputs that are handed on, by `SERVICE.OUTPUT`, byte for byte. Throws E_OUTPUT_MISSING, and
 * E_OUTPUT_MASKED for one that holds a secret: the runner would drop it without an error.
 */
function publishOutputs(names, services, redactor) {
    // Of several regions the first one's counts, so it comes last here.
    const known = new Map([...services]
        .reverse()
        .flatMap(({ key, outputs }) => Object.entries(outputs).map(([id, value]) => [`${key}.${(0,output_names/* outputName */.V)(id)}`, value])));
    const published = {};
    for (const name of names) {
        const value = known.get(name);
        if (value === undefined) {
            throw new errors/* UserError */.yo('E_OUTPUT_MISSING', {
                what: `"${name}" in publish-outputs is not an output of a service that was deployed`,
                fix: (0,suggest/* suggestName */.S)(name, [...known.keys()]),
            });
        }
        if (redactor.holds(value)) {
            throw new errors/* UserError */.yo('E_OUTPUT_MASKED', {
                what: `the output "${name}" holds the value of a secret parameter`,
                why: 'the runner would hand on nothing in its place',
                fix: 'do not publish it; read it in the job that needs it',
            });
        }
        published[name] = value;
    }
    return published;
}

// EXTERNAL MODULE: ./core/freeze/freeze.js
var freeze = __webpack_require__(76290);
// EXTERNAL MODULE: ./core/ledger/lock.js
var lock = __webpack_require__(58107);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/profile/session.js
var profile_session = __webpack_require__(4907);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/safeguards/catalogue.js + 25 modules
var catalogue = __webpack_require__(69878);
// EXTERNAL MODULE: ./core/safeguards/policy/policy.js
var policy = __webpack_require__(16356);
;// CONCATENATED MODULE: ./core/report/sarif.js



/** Where a finding is shown that has no place of its own. */
const NO_PLACE = 'serverless-stages.yml';
/** Most runs that code scanning takes of one file. */
const MOST_RUNS = 20;
/**
 * Renders the findings of a deploy's safeguards as SARIF 2.1.0, as code scanning takes it (docs.github.com, "SARIF support for code
 * scanning"): a run for each deployment that was checked, so that what was left alone keeps its alerts. A waived finding is
 * suppressed, and each run names the commit and the ref that it is of. Undefined if nothing was checked.
 */
function renderSarif(result, repository) {
    const checked = result.services.filter(({ safeguards }) => safeguards !== undefined);
    const runs = checked.slice(0, MOST_RUNS).map((service) => runOf(service, result, repository));
    const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
    return checked.length === 0 ? undefined : `${JSON.stringify(log, null, 2)}\n`;
}
function runOf({ key, region, safeguards = [] }, { app, stage, commit, ref }, repository) {
    const ids = [...new Set(safeguards.filter(({ findings }) => findings.length > 0).map(({ id }) => id))];
    return {
        tool: { driver: { name: 'Serverless Stages safeguards', rules: ids.map(ruleOf) } },
        automationDetails: { id: `serverless-stages/${app}/${stage}/${region}/${key}/` },
        ...(commit === undefined
            ? {}
            : { versionControlProvenance: [{ repositoryUri: repository, revisionId: commit, branch: branchOf(ref) }] }),
        originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///' } },
        results: safeguards.flatMap((safeguard) => safeguard.findings.map((finding) => resultOf(`${stage}/${region}/${key}`, key, safeguard, finding))),
    };
}
/** Code scanning knows the head of a pull request by this name. */
function branchOf(ref) {
    return /^refs\/pull\/\d+$/.test(ref) ? `${ref}/head` : ref;
}
function ruleOf(id) {
    const text = Object.hasOwn(catalogue/* POLICIES */.PQ, id)
        ? `Checks that ${catalogue/* POLICIES */.PQ[id].checks}.`
        : 'A policy of this repository.';
    return {
        id,
        name: id,
        shortDescription: { text: id },
        fullDescription: { text },
        help: { text: `${text} See docs/safeguards.md of Serverless Stages.` },
    };
}
function resultOf(of, service, { id }, finding) {
    const { what, resource = '', level, waiver, place = { file: NO_PLACE } } = finding;
    // Numbers in a text change with each deploy.
    const known = [of, id, resource, what.replace(/\d+/g, '0')].join('\n');
    const fingerprint = `${(0,external_node_crypto_.createHash)('sha256').update(known).digest('hex').slice(0, 16)}:1`;
    return {
        ruleId: id,
        level,
        message: { text: `${service}: ${(0,policy/* findingText */.NK)(finding)}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: encodeURI(place.file), uriBaseId: '%SRCROOT%' },
                    region: { startLine: place.line ?? 1 },
                },
            },
        ],
        partialFingerprints: { primaryLocationLineHash: fingerprint },
        ...(waiver === undefined || waiver.hasExpired
            ? {}
            : {
                suppressions: [
                    { kind: 'external', justification: `${waiver.owner}, until ${waiver.until}: ${waiver.reason}` },
                ],
            }),
    };
}

// EXTERNAL MODULE: ./core/serverless/cli.js
var cli = __webpack_require__(83738);
// EXTERNAL MODULE: ./core/service/choose.js
var choose = __webpack_require__(10832);
;// CONCATENATED MODULE: ./core/deploy/progress.js
/** Most names that a line has; of a large application nobody reads them all. */
const MAX_NAMES = 6;
/** Says in one line who is running and for how long, who waits for whom, and how much is done. */
function describeProgress(schedule, { label, total, started, now }) {
    const seconds = (id) => Math.round((now - (started.get(id) ?? now)) / 1000);
    const running = schedule.running.map((id) => `${label(id)}${seconds(id) > 0 ? ` (${seconds(id)} s)` : ''}`);
    const waiting = schedule.waiting();
    const forOthers = waiting.filter(({ on }) => on.length > 0);
    const names = forOthers.map(({ id, on }) => `${label(id)} for ${some(on.map(label), ', ')}`);
    const forSlots = waiting.length - forOthers.length;
    const parts = [
        running.length === 0 ? '' : `running: ${some(running, ', ')}`,
        names.length === 0 ? '' : `waiting: ${some(names, '; ')}`,
        forSlots === 0 ? '' : `${forSlots} to start`,
        `done: ${total - running.length - waiting.length} of ${total}`,
    ];
    return parts.filter((part) => part !== '').join(' · ');
}
function some(names, separator) {
    const rest = names.length - MAX_NAMES;
    return [...names.slice(0, MAX_NAMES), ...(rest > 0 ? [`${rest} more`] : [])].join(separator);
}

// EXTERNAL MODULE: ./core/deploy/task.js
var task = __webpack_require__(11180);
// EXTERNAL MODULE: ./core/graph/run.js + 1 modules
var graph_run = __webpack_require__(79597);
// EXTERNAL MODULE: ./core/source/tree.js
var tree = __webpack_require__(71207);
// EXTERNAL MODULE: ./stage/voice.js
var stage_voice = __webpack_require__(47274);
// EXTERNAL MODULE: ./core/output/api-url.js
var api_url = __webpack_require__(15027);
// EXTERNAL MODULE: ./core/removal/order.js
var order = __webpack_require__(26794);
// EXTERNAL MODULE: ./core/stack/status.js
var stack_status = __webpack_require__(47074);
// EXTERNAL MODULE: ./core/safeguards/view/resource.js
var resource = __webpack_require__(66403);
// EXTERNAL MODULE: ./core/stack/template.js
var stack_template = __webpack_require__(25142);
;// CONCATENATED MODULE: ./core/deploy/way-back.js


/** Fewest packages that the bucket has to keep, so that the one before is there: the Serverless Framework keeps five. */
const FEWEST_PACKAGES = 2;
/** Returns why a stack could not go back although it stood before: values that CloudFormation does not give, packages that are not kept. */
function wayBackFault({ template }, provider) {
    const parsed = (0,stack_template/* parseTemplate */.QC)(template);
    if (parsed === undefined) {
        return 'its template is not JSON';
    }
    const [hidden] = Object.entries((0,resource/* recordOf */.zv)(parsed['Parameters'])).filter(([, one]) => isHidden((0,resource/* recordOf */.zv)(one)));
    if (hidden !== undefined) {
        return `CloudFormation does not give the value of its parameter ${hidden[0]} back`;
    }
    const kept = (0,resource/* recordOf */.zv)(provider['deploymentBucket'])['maxPreviousDeploymentArtifacts'];
    return typeof kept === 'number' && kept < FEWEST_PACKAGES
        ? `provider.deploymentBucket.maxPreviousDeploymentArtifacts is ${kept}, so the package before is not kept`
        : undefined;
}
/** A parameter that is masked, or that is a name in SSM, whose value may be another one by now. */
function isHidden({ NoEcho: noEcho, Type: type }) {
    return String(noEcho) === 'true' || String(type).startsWith('AWS::SSM::Parameter');
}
/** Name of the template beside the code in the bucket of packages (osls 4.3, serverless 3: `getCompiledTemplateS3Suffix`). */
const TEMPLATE_FILE = 'compiled-cloudformation-template.json';
/**
 * Returns the key of the template that a stack was made from, by where its functions' code is: `folder` is where the packages of the
 * service and stage are. Undefined if it has no function there.
 */
function templateBesideCode(template, folder) {
    const resources = Object.values((0,resource/* recordOf */.zv)((0,stack_template/* parseTemplate */.QC)(template)?.['Resources'])).map(resource/* recordOf */.zv);
    const keys = resources
        .filter(({ Type: type }) => type === 'AWS::Lambda::Function')
        .map(({ Properties: properties }) => (0,resource/* recordOf */.zv)((0,resource/* recordOf */.zv)(properties)['Code'])['S3Key']);
    const folders = new Set(keys.flatMap((key) => typeof key === 'string' && key.startsWith(`${folder}/`) ? [key.slice(0, key.lastIndexOf('/'))] : []));
    const [only] = folders;
    return folders.size === 1 ? `${only}/${TEMPLATE_FILE}` : undefined;
}
/** Returns the keys of templates among those of a bucket, the newest package's first. */
function templateKeys(keys) {
    // A package's folder begins with its time, in milliseconds since 1970.
    return keys.filter((key) => key.endsWith(`/${TEMPLATE_FILE}`)).sort((a, b) => (a < b ? 1 : -1));
}

// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./core/serverless/update-settings.js
var update_settings = __webpack_require__(77441);
// EXTERNAL MODULE: ./core/stack/change-table.js
var change_table = __webpack_require__(75233);
// EXTERNAL MODULE: ./core/stack/first-failure.js
var first_failure = __webpack_require__(94807);
// EXTERNAL MODULE: ./core/stack/nested-templates.js
var nested_templates = __webpack_require__(27897);
// EXTERNAL MODULE: ./core/stack/stateful.js
var stack_stateful = __webpack_require__(43480);
// EXTERNAL MODULE: ./stage/say-wait.js
var say_wait = __webpack_require__(61257);
// EXTERNAL MODULE: ./stage/deploy/service/changes.js
var service_changes = __webpack_require__(31603);
// EXTERNAL MODULE: ./core/deploy/inputs.js
var deploy_inputs = __webpack_require__(97436);
;// CONCATENATED MODULE: ./stage/deploy/service/records.js


/** Notes that a service is being deployed, before the first call that may make its stack: what it finished last stays. */
async function recordDeploying(now, before, run, { ledger }) {
    await ledger.writeRecord(run.stage, recordOf(now, 'deploying', before, completedBefore(now, before), run));
}
/** Notes that a deploy was cancelled: CloudFormation goes on, and the next run sees what came of it. */
async function recordInterrupted(now, before, run, { ledger }) {
    await ledger.writeRecord(run.stage, recordOf(now, 'interrupted', before, completedBefore(now, before), run));
}
/**
 * Notes what came of a deploy (`completion` undefined: it failed). The verdict is CloudFormation's: a ledger that cannot
 * be written to changes nothing in it, the next run only deploys once more.
 */
async function recordVerdict(now, before, completion, run, { ledger, log, cancellation }) {
    // A cancelled step has its own word: what fails in it now only fails because it ends.
    await cancellation.unlessCancelled();
    const { stack } = completion ?? {};
    const record = stack === undefined
        ? recordOf(now, 'failed', before, completedBefore(now, before), run)
        : recordOf(now, 'deployed', before, completedBy(stack, completion, run), run);
    await ledger.writeRecord(run.stage, record).catch((error) => {
        log.warning(`${now.key}: the verdict could not be noted, so the next run deploys it again: ${error.message}`);
    });
}
/**
 * Notes that a stack went back to what it was: what was completed before counts again, without its fingerprint, so that the next run
 * deploys it.
 */
async function recordGoneBack(now, before, stack, run, { ledger, log, cancellation }) {
    await cancellation.unlessCancelled();
    const { fingerprint: _, ...last } = completedBefore(now, before) ?? completedBy(stack, undefined, { ...run, commit: undefined });
    const outputs = (0,deploy_inputs/* hashOutputs */.JO)(stack.outputs, run.stage.app);
    const completed = { ...last, stack: stack.id, changed: stack.changed, outputs };
    await ledger.writeRecord(run.stage, recordOf(now, 'failed', before, completed, run)).catch((error) => {
        log.warning(`${now.key}: that it went back could not be noted, so the next run compares it with CloudFormation: ${error.message}`);
    });
}
function completedBy(stack, completion, { commit, stage }) {
    const { fingerprint, code } = completion ?? {};
    return {
        ...(0,only_defined/* onlyDefined */.M)({ commit, fingerprint, code }),
        stack: stack.id,
        changed: stack.changed,
        outputs: (0,deploy_inputs/* hashOutputs */.JO)(stack.outputs, stage.app),
    };
}
function recordOf(now, status, before, completed, { owner, commit, recorded }) {
    return {
        schemaVersion: 1,
        ...now,
        owner,
        run: recorded,
        status,
        ...(0,only_defined/* onlyDefined */.M)({ commit, completed, removing: removingBefore(now, before) }),
    };
}
/** What was completed before, of the same stack: a service that has another one by now has completed nothing of it. */
function completedBefore(now, before) {
    return before?.stackName === now.stackName ? before.completed : undefined;
}
/** The stack whose removal left something behind: until that is removed too, only this says so. */
function removingBefore(now, before) {
    if (before?.stackName !== now.stackName) {
        return undefined;
    }
    return before.removing ?? (before.status === 'orphaned' ? before.completed?.stack : undefined);
}

;// CONCATENATED MODULE: ./stage/deploy/back/go-back.js












/** Longest time that CloudFormation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;
/** How often, and after how many milliseconds, a stack is looked at again that does not show what was begun. */
const MOST_LOOKS = 12;
const LOOK_MS = 5000;
/**
 * Takes a stack back to what it was before the run: by a change set of the template beside the code that was live, with the
 * parameters and tags that it had. Nothing is done if that would take data away. Never rejects.
 */
async function goBack(updated, edges) {
    const { before, label, packaged } = updated;
    const { voice } = edges;
    try {
        const fault = 'because' in before ? before.because : wayBackFault(before, packaged.provider);
        if ('because' in before || fault !== undefined) {
            return skipped(fault);
        }
        await edges.checkHeld();
        const url = await findTemplate(before, updated, edges.place);
        if (url === undefined) {
            return skipped('the template that was live is not in the bucket of packages any more');
        }
        voice.log.info(`${label}: going back to what it was before this run`);
        const forget = edges.cancellation.beforeCancelledExit(async () => voice.log.warning(`cancelled while ${label} went back: CloudFormation in ${edges.place.region} goes on with its stack; look at ${(0,stack_status/* consoleUrl */.B9)(before.stack.id)}, and run again when it is done`));
        try {
            const begun = await update(before, url, edges);
            if (begun === undefined) {
                // Nothing differs: the stack is what it was.
                await noteGoneBack(updated, updated.after, edges);
                await removePackage(updated, before, edges);
                return { rollback: { status: 'done' }, stack: updated.after };
            }
            return 'refused' in begun ? skipped(begun.refused) : await wait(updated, before, edges);
        }
        finally {
            forget();
        }
    }
    catch (error) {
        const { code, message } = (0,described_error.describeError)(error);
        return { rollback: { status: 'failed', reason: `${code}: ${message}` } };
    }
}
function skipped(reason = '') {
    return { rollback: { status: 'skipped', reason } };
}
/** Where the very template that was live is in the bucket of packages; never made from what GetTemplate says, which may have lost characters. */
async function findTemplate(before, { packaged }, { uploads, region }) {
    const bucket = (0,update_settings/* deploymentBucket */.m)(packaged, before.stack.outputs);
    if (bucket === undefined) {
        return undefined;
    }
    const beside = templateBesideCode(before.template, packaged.folder);
    const keys = beside === undefined
        ? templateKeys(await uploads.list(bucket, `${packaged.folder}/`)).filter((key) => !isOfFailed(key, packaged))
        : [beside];
    for (const key of keys) {
        const text = await uploads.read(bucket, key);
        if (text !== undefined && (0,stack_template/* isVeryTemplate */.DS)(before.template, (0,stack_template/* parseTemplate */.QC)(text))) {
            return `https://${(0,service_changes/* s3Host */.pu)(region)}/${bucket}/${key}`;
        }
    }
    return undefined;
}
/** Whether an object is of the package that failed. */
function isOfFailed(key, { directory }) {
    return directory !== undefined && key.startsWith(`${directory}/`);
}
/**
 * Begins the update, unless it takes data away, or is of another template than was live: `refused` says why it does not. Undefined if it
 * would change nothing.
 */
async function update(before, url, { place, voice, checkHeld }) {
    return place.changeSets.ask({ ...before.settings, name: 'serverless-stages-changes', stack: before.stack.id, template: { url } }, async (changes, read, set) => {
        // Also what stays in the account: it would be in the way of the next run, which makes it anew.
        const rows = (await (0,service_changes/* withNested */.g6)(changes, undefined, read, place)).filter((row) => (0,change_table/* losesData */.X7)(row) || (row.action === 'remove' && (0,stack_stateful/* holdsData */.VU)(row.type)));
        if (rows.length > 0) {
            const lost = rows.map(({ logicalId, type }) => `${logicalId} (${type})`);
            return { refused: `that would take ${lost.join(', ')} away, and the data in it` };
        }
        // What was read in the bucket may have been changed since: only what the change set itself has counts.
        if (!(await isOfBefore(changes, before, set))) {
            return { refused: 'another template is in the bucket of packages than the one that was live' };
        }
        await checkHeld();
        await set.execute();
        return { isBegun: true };
    }, voice.log.warning);
}
/** Whether a change set is made of the templates that were live, those of nested stacks included. */
async function isOfBefore(changes, { template, nested }, set) {
    const isSame = (live, text) => text !== undefined && (0,stack_template/* isVeryTemplate */.DS)(live, (0,stack_template/* parseTemplate */.QC)(text));
    if (!isSame(template, await set.template())) {
        return false;
    }
    for (const change of changes.filter(({ type, action }) => type === nested_templates/* NESTED_STACK */.Z4 && action !== 'Remove')) {
        const live = nested.get(change.logicalId);
        if (live === undefined || !isSame(live, await set.template(change))) {
            return false;
        }
    }
    return true;
}
/** Waits for CloudFormation's verdict, and notes it. */
async function wait(updated, before, edges) {
    const { place, voice } = edges;
    const { name } = before.stack;
    const look = () => place.stacks.settled(name, WAIT_MS, (0,say_wait/* sayWait */.L)(updated.label, place, voice));
    let stack = await look();
    // What was begun may not be seen at once.
    for (let looks = 0; looks < MOST_LOOKS && stack?.changed === updated.after.changed; looks += 1) {
        await voice.pause(LOOK_MS);
        stack = await look();
    }
    const isUntouched = stack !== undefined && stack.changed === updated.after.changed;
    if (stack === undefined || !(0,stack_status/* isSuccess */.oJ)(stack.status) || isUntouched) {
        const reason = isUntouched ? 'CloudFormation did not begin' : await reasonOf(stack, updated, place);
        return { rollback: { status: 'failed', reason }, ...(stack === undefined ? {} : { stack }) };
    }
    await noteGoneBack(updated, stack, edges);
    await removePackage(updated, before, edges);
    return { rollback: { status: 'done' }, stack };
}
async function noteGoneBack({ now, record }, stack, edges) {
    const { run, place, voice, cancellation } = edges;
    await recordGoneBack(now, record, stack, run, { ledger: place.ledger, log: voice.log, cancellation });
}
async function reasonOf(stack, { after }, { stacks }) {
    if (stack === undefined) {
        return 'the stack is gone';
    }
    const first = await (0,first_failure/* findFirstFailure */.m)(stacks, stack.id, Date.parse(after.changed)).catch(() => undefined);
    const why = first === undefined ? (stack.reason ?? '') : `${first.logicalId}: ${first.reason}`;
    return `CloudFormation could not do it: the stack ${stack.name} is ${stack.status}${why === '' ? '' : ` (${why})`}`;
}
/**
 * Removes the package that failed: the Serverless Framework keeps so many of the newest, and would remove the live one in the place of
 * one that is not used.
 */
async function removePackage({ label, packaged }, before, { place, voice }) {
    const { directory = '', folder } = packaged;
    const bucket = (0,update_settings/* deploymentBucket */.m)(packaged, before.stack.outputs);
    const isOwn = directory.startsWith(`${folder}/`) && /^[0-9]{10,}-[^/]+$/.test(directory.slice(folder.length + 1));
    if (bucket === undefined || !isOwn || templateBesideCode(before.template, folder)?.startsWith(`${directory}/`)) {
        return;
    }
    await place.leftovers.buckets.empty(bucket, `${directory}/`).catch((error) => {
        voice.log.warning(`${label}: the package that failed stays in the bucket: ${error.message}`);
    });
}

;// CONCATENATED MODULE: ./stage/deploy/back/roll-back.js






/**
 * Takes what a run has updated back if any of its services failed: each after those that need it, and not if one of those stays as it
 * is now. Returns the results with what came of that. Nothing goes back after E_TEMPLATE_CHANGED: a person has to look first. Never rejects.
 */
async function rollBack(results, { updates, needs, concurrency, checkHeld }, run, edges) {
    const { voice, cancellation } = edges;
    const all = [...results.values()];
    const isOver = all.some(({ status }) => status === 'failed') && updates.size > 0;
    if (!isOver) {
        return results;
    }
    if (all.some(({ error }) => error?.code === 'E_TEMPLATE_CHANGED')) {
        voice.log.warning('nothing goes back: something changes packages on their way, and a person has to look first');
        const rollback = { status: 'skipped', reason: 'nothing goes back after E_TEMPLATE_CHANGED' };
        return new Map([...results].map(([id, result]) => [id, updates.has(id) ? { ...result, rollback } : result]));
    }
    const names = [...updates.values()].map(({ label }) => label);
    voice.log.warning(`a service failed, so those that this run has updated go back: ${names.join(', ')}`);
    const gone = new Map();
    const tasks = (0,order/* removalTasks */.n)([...updates.keys()].map((id) => ({ id, needs: needs(id) })));
    await (0,graph_run/* runGraph */.C)(tasks, concurrency, {
        async work(id) {
            const updated = updates.get(id);
            const place = edges.placeIn(updated.region);
            const back = await goBack(updated, { run, place, voice, cancellation, checkHeld });
            gone.set(id, back);
            const { status, reason } = back.rollback;
            voice.log[status === 'done' ? 'info' : 'warning'](status === 'done' ? `${updated.label}: rolled back` : `${updated.label}: not rolled back: ${reason}`);
            return status === 'done';
        },
        notStarted(id, because) {
            const reason = `${updates.get(because)?.label ?? because} needs it and did not go back`;
            gone.set(id, { rollback: { status: 'skipped', reason } });
        },
    });
    return new Map([...results].map(([id, result]) => [id, withRollback(result, gone.get(id))]));
}
function withRollback(result, back) {
    if (back === undefined) {
        return result;
    }
    const { rollback, stack } = back;
    const isDone = rollback.status === 'done' && result.status === 'deployed';
    return {
        ...(stack === undefined ? result : withStack(result, stack)),
        status: isDone ? 'rolled-back' : result.status,
        rollback,
    };
}
function withStack({ url: _, ...result }, stack) {
    const outputs = (0,stack_status/* outputsGivenBack */.F)(stack);
    return { ...result, stackStatus: stack.status, outputs, ...(0,only_defined/* onlyDefined */.M)({ url: (0,api_url/* apiUrl */.y)(outputs) }) };
}

;// CONCATENATED MODULE: ./stage/deploy/outputs/run-memory.js
/** Builds the memory of one run. */
function createRunMemory() {
    const names = new Map();
    const stacks = new Map();
    return {
        note({ key, region, name, stack }) {
            names.set(key, name);
            stacks.set(`${region}/${name}`, stack);
        },
        named: (services) => services.map((service) => ({ ...service, name: service.name ?? names.get(service.key) })),
        finder(find, app, stage) {
            const asked = new Map();
            return async (place, service) => {
                const own = place.app === app && place.stage === stage ? stacks.get(`${place.region}/${service}`) : undefined;
                if (own !== undefined) {
                    return own;
                }
                const key = [place.app, place.stage, place.region, service].join('/');
                const answer = asked.get(key) ?? find(place, service);
                asked.set(key, answer);
                return answer;
            };
        },
    };
}

// EXTERNAL MODULE: ./core/stack/complete.js
var complete = __webpack_require__(49819);
// EXTERNAL MODULE: ./core/deploy/decide.js
var decide = __webpack_require__(58145);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/foreign-record.js
var foreign_record = __webpack_require__(18323);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(59964);
;// CONCATENATED MODULE: ./core/deploy/same-code.js




const expectedCode = dist/* object */.Ikc({
    /** The stage that proved the code. */
    stage: dist/* string */.YjP(),
    level: dist/* picklist */.KIO(['required', 'warn']),
    /** What its records say of each service's code, by the service's name; several if its regions differ. */
    services: (0,foreign_record/* foreignRecord */.c)(dist/* array */.YOg(dist/* string */.YjP())),
});
/** Reads the input `expected-code`, which `promote` wrote; throws E_INPUT. */
function parseExpectedCode(text) {
    try {
        return dist/* parse */.qgA(expectedCode, (0,transport/* decodeJson */.xO)(text));
    }
    catch {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the input "expected-code" is not what `promote` writes',
            fix: 'pass the output "expected-code" of promote on as it is, or leave it out',
        });
    }
}
/** Whether a service has the code that the other stage has; undefined if one of the two is not known. */
function isSameCode(expected, service, code) {
    const proved = expected === undefined ? undefined : Object.hasOwn(expected.services, service);
    return expected === undefined || proved !== true || code === undefined
        ? undefined
        : expected.services[service]?.includes(code);
}
/** Says that a package is not what the other stage has. */
function otherCodeError(key, { stage }) {
    return new errors/* UserError */.yo('E_OTHER_CODE', {
        what: `the package of "${key}" does not have the code that "${stage}" has, although both are of one commit`,
        why: '`promote.same-code` is `required`, so its stack was not touched',
        fix: `make the build the same in each stage (lockfile, versions, no stage or time in the code), deploy it to "${stage}", and promote again; or write \`same-code: warn\``,
    });
}

// EXTERNAL MODULE: ./core/stack/wait.js
var stack_wait = __webpack_require__(8041);
// EXTERNAL MODULE: ./core/stack/empty-stack.js
var empty_stack = __webpack_require__(62110);
// EXTERNAL MODULE: ./core/stack/retained.js
var stack_retained = __webpack_require__(91580);
;// CONCATENATED MODULE: ./stage/deploy/back/before.js





/** Reads what it takes to bring a stack back, before a deploy changes it. What cannot be read keeps nothing from being deployed. */
async function readBefore(stack, place) {
    return read(stack, place).catch((error) => {
        const { code, message } = (0,described_error.describeError)(error);
        return { because: `what it was could not be read: ${code}: ${message}` };
    });
}
async function read(stack, { stacks, changes }) {
    if (stack === undefined || (0,empty_stack/* isEmptyStack */.C)(stack)) {
        return { because: 'it is new in this stage' };
    }
    const [template, settings] = await Promise.all([stacks.template(stack.id, 'Original'), stacks.settings(stack.id)]);
    if (template === undefined) {
        return { because: 'the role may not read its template (cloudformation:GetTemplate)' };
    }
    if (settings === undefined) {
        return { because: 'its stack is gone' };
    }
    const nested = new Map();
    for (const { logicalId, physicalId } of hasNested(template) ? await nestedIn(stack.id, changes) : []) {
        const inner = await stacks.template(physicalId, 'Original');
        if (inner === undefined || hasNested(inner)) {
            return { because: `the template of its nested stack ${logicalId} cannot be compared` };
        }
        nested.set(logicalId, inner);
    }
    return { stack, template, nested, settings };
}
async function nestedIn(stack, changes) {
    return (await changes.resources(stack)).filter((one) => one.type === nested_templates/* NESTED_STACK */.Z4 && (0,stack_retained/* isStanding */.Pj)(one));
}
/** Whether a template has nested stacks; one that is no JSON may have. */
function hasNested(template) {
    const parsed = (0,stack_template/* parseTemplate */.QC)(template);
    return parsed === undefined || (0,nested_templates/* nestedStacks */.DM)(parsed).length > 0;
}

;// CONCATENATED MODULE: ./stage/deploy/back/updated.js

/**
 * Returns what a deploy has made of a stack, also if a check of it failed then; undefined if the stack is what it was. One whose end is not
 * known has no way back.
 */
async function updateOf(found, before, { stack, status }, name, { stacks }) {
    const after = status === undefined ? await stacks.find(name).catch(() => 'unknown') : stack;
    if (after === 'unknown' || (after !== undefined && !(0,stack_status/* isTerminal */.Hd)(after.status))) {
        const known = after === 'unknown' ? (stack ?? found) : after;
        return known === undefined
            ? undefined
            : { before: { because: 'it is not known how its deploy ended' }, after: known };
    }
    const isOther = after !== undefined && (found?.id !== after.id || found.changed !== after.changed);
    return isOther && (0,stack_status/* isSuccess */.oJ)(after.status) ? { before, after } : undefined;
}

// EXTERNAL MODULE: ./stage/deploy/service/check-safeguards.js
var check_safeguards = __webpack_require__(27756);
// EXTERNAL MODULE: ./core/child-exit.js
var child_exit = __webpack_require__(27972);
;// CONCATENATED MODULE: ./core/serverless/cli-output.js

/** Whether a CLI failed because AWS did not answer it any more (a throttled last look, say), and not by its own doing. */
function lostSight(output) {
    return /Rate exceeded|Throttl|TooManyRequests|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up/i.test((0,child_exit/* lastWords */.a)(output));
}
/** Whether CloudFormation refused what a CLI asked because another operation was under way: nothing of ours was begun. */
function metAnother(output) {
    return /is in \w+_IN_PROGRESS state and can ?not be/i.test((0,child_exit/* lastWords */.a)(output));
}

// EXTERNAL MODULE: ./core/stack/output-text.js
var output_text = __webpack_require__(80409);
// EXTERNAL MODULE: ./core/serverless/shared-objects.js
var shared_objects = __webpack_require__(53210);
;// CONCATENATED MODULE: ./core/serverless/ascii-outputs.js


/** Returns the text of a package's state file whose outputs are such as CloudFormation gives back (core/stack/output-text.ts). */
function withAsciiOutputs(text) {
    const root = JSON.parse(text);
    const path = ['service', 'provider', 'compiledCloudFormationTemplate', 'Outputs'];
    const outputs = (0,shared_objects/* resolveShared */.O)(root, path);
    const changes = Object.keys(outputs ?? {}).flatMap((id) => {
        const whole = (0,shared_objects/* restoreSharedObjects */.m)((0,shared_objects/* resolveShared */.O)(root, [...path, id]));
        const changed = typeof whole === 'object' && whole !== null ? (0,output_text/* asciiOutput */.lY)(whole) : undefined;
        return changed === undefined ? [] : [[id, changed]];
    });
    if (outputs === undefined || changes.length === 0) {
        return text;
    }
    for (const [id, changed] of changes) {
        outputs[id] = changed;
    }
    return JSON.stringify(root);
}

;// CONCATENATED MODULE: ./core/serverless/package-resources.js

/**
 * Returns the text of a package's state file with the properties that `change` gives the resources of some of its templates
 * (undefined: they stay). The text is one that `readPackagedService` reads.
 */
function withProperties(text, templates, change) {
    const root = JSON.parse(text);
    // All are looked at before one is changed, and a changed one is a copy: resources may point at each other.
    const changes = templates.flatMap((template) => {
        const path = ['service', 'provider', template, 'Resources'];
        const resources = ((0,shared_objects/* resolveShared */.O)(root, path) ?? {});
        return Object.keys(resources).map((id) => {
            const resource = ((0,shared_objects/* resolveShared */.O)(root, [...path, id]) ?? {});
            const properties = ((0,shared_objects/* resolveShared */.O)(root, [...path, id, 'Properties']) ?? {});
            const changed = change(id, { type: resource.Type ?? '', properties });
            return { resources, id, changed: changed && { ...resource, Properties: { ...properties, ...changed } } };
        });
    });
    for (const { resources, id, changed } of changes) {
        if (changed !== undefined) {
            resources[id] = changed;
        }
    }
    return JSON.stringify(root);
}

;// CONCATENATED MODULE: ./core/serverless/boundary.js

/** Resources that act with rights of their own. */
const PRINCIPALS = new Set(['AWS::IAM::Role', 'AWS::IAM::User']);
/**
 * Returns the text of a package's state file with a permissions boundary in every role and user of its template, whatever
 * boundary they had.
 */
function withBoundary(text, policy) {
    return withProperties(text, ['compiledCloudFormationTemplate'], (_id, { type }) => PRINCIPALS.has(type) ? { PermissionsBoundary: policy } : undefined);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./core/serverless/code.js


/** Functions that the Serverless Framework adds by itself have its own code. */
const FRAMEWORK_ZIP = 'custom-resources.zip';
/**
 * Returns where the code of each function in a package is told, by logical id: the digest of an image, the SHA-256 that a
 * version of the function names, else the function's zip. Undefined if that of one of them cannot be told (an image by its tag,
 * a zip that somebody else uploaded).
 */
function functionCodes({ resources }) {
    const versions = versionHashes(resources);
    const codes = [];
    for (const [id, { Type, Properties }] of Object.entries(resources)) {
        if (Type !== 'AWS::Lambda::Function') {
            continue;
        }
        const code = (Properties?.['Code'] ?? {});
        const key = code['S3Key'];
        const file = typeof key === 'string' ? external_node_path_.posix.basename(key) : undefined;
        if (file === FRAMEWORK_ZIP) {
            continue;
        }
        const hash = versions.get(id) ?? imageDigest(code['ImageUri']) ?? inlineHash(code['ZipFile']);
        if (hash !== undefined) {
            codes.push({ id, hash });
        }
        else if (file !== undefined) {
            codes.push({ id, file });
        }
        else {
            return undefined;
        }
    }
    return codes;
}
/** Returns one hash over the code of all functions: the same for the same code, whatever the stage, account and region. */
function joinCodes(codes) {
    const lines = codes.map(({ id, hash }) => `${id} ${hash}\n`).sort();
    return (0,external_node_crypto_.createHash)('sha256').update(lines.join('')).digest('hex').slice(0, 32);
}
/** What the versions in a template say of their functions' zips (CodeSha256: base64 of the SHA-256). */
function versionHashes(resources) {
    const hashes = new Map();
    for (const { Type, Properties } of Object.values(resources)) {
        const id = Properties?.['FunctionName']?.Ref;
        const hash = Properties?.['CodeSha256'];
        if (Type === 'AWS::Lambda::Version' && typeof id === 'string' && typeof hash === 'string') {
            hashes.set(id, hash);
        }
    }
    return hashes;
}
/** An image is in another registry in each account; its digest is the same everywhere. */
function imageDigest(uri) {
    return typeof uri === 'string' ? /@(sha256:[0-9a-f]{64})$/.exec(uri)?.[1] : undefined;
}
function inlineHash(text) {
    return text === undefined ? undefined : (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(text)).digest('base64');
}

// EXTERNAL MODULE: ./core/serverless/names.js
var names = __webpack_require__(27044);
;// CONCATENATED MODULE: ./core/serverless/own-names.js



/**
 * Types whose names rights go by. CloudFormation cuts the stack's part of a name that it makes to some 24 characters, and the
 * stage is at its end: nothing tells the role of previews any more whose the bucket is.
 */
const NAMED = {
    'AWS::IAM::Role': { property: 'RoleName', max: 64 },
    'AWS::S3::Bucket': { property: 'BucketName', max: 63 },
};
/** Length of the random end of a name; CloudFormation's own has 12. */
const END_LENGTH = 8;
/**
 * Returns the text of a package's state file in which each bucket and role without a name of its own has one that begins with
 * the stage, in the template that makes the stack and in the one that updates it. So has the role that the CLI names, if that name
 * is too long. What stands under a name that CloudFormation made keeps it: another name would replace the resource.
 */
function withOwnNames(text, parts) {
    return withProperties(text, ['coreCloudFormationTemplate', 'compiledCloudFormationTemplate'], (id, { type, properties }) => {
        const naming = NAMED[type];
        const given = properties[naming?.property ?? ''];
        if (naming === undefined || !(given === undefined || (0,names/* isLongRoleName */.yg)(given, parts.region))) {
            return undefined;
        }
        const name = nameOf(id, naming, parts);
        return name === undefined ? undefined : { [naming.property]: name };
    });
}
/** The name that a resource gets; undefined where it stands under one that CloudFormation made. */
function nameOf(id, { max }, { stage, standing, nonce }) {
    const present = standing.get(id);
    if (present !== undefined) {
        return present.startsWith(`${stage}-`) && OWN_END.test(present) ? present : undefined;
    }
    const end = (0,external_node_crypto_.createHash)('sha256').update(`${nonce} ${id}`).digest().readBigUInt64BE().toString(36).slice(-END_LENGTH);
    const middle = id.toLowerCase().slice(0, Math.max(0, max - stage.length - END_LENGTH - 2));
    return [stage, ...(middle === '' ? [] : [middle]), end.padStart(END_LENGTH, '0')].join('-');
}
const OWN_END = new RegExp(`-[0-9a-z]{${END_LENGTH}}$`);

// EXTERNAL MODULE: ./core/serverless/state.js
var state = __webpack_require__(13433);
// EXTERNAL MODULE: ./core/stack/template-text.js
var template_text = __webpack_require__(44484);
;// CONCATENATED MODULE: ./core/serverless/imports.js


const IMPORT = 'Fn::ImportValue';
/** Returns the names of the exports that a template imports, each once; `${?}` stands for what is not known of one. */
function importsOf(template, pseudo) {
    const names = new Set();
    replaceImports(template, parametersOf(template, pseudo), (name) => {
        names.add(name);
        return undefined;
    });
    return [...names];
}
/** Returns the text of a package's state file with the values in place of the imports in its template. */
function withImports(text, values, pseudo) {
    const root = JSON.parse(text);
    const restored = (0,shared_objects/* restoreSharedObjects */.m)(root);
    const template = restored.service.provider.compiledCloudFormationTemplate;
    root.service.provider.compiledCloudFormationTemplate = templateWithValues(template, values, pseudo);
    return JSON.stringify(root);
}
/** Returns the text of a template of its own, a nested stack's say, with the values in place of its imports. */
function templateTextWithImports(text, values, pseudo) {
    return JSON.stringify(templateWithValues(JSON.parse(text), values, pseudo));
}
function templateWithValues(template, values, pseudo) {
    return replaceImports(template, parametersOf(template, pseudo), (name) => values.get(name));
}
/** The template's own parameters have the values that they have by default: the Serverless Framework gives them no others. */
function parametersOf(template, pseudo) {
    const { Parameters = {} } = (template ?? {});
    const defaults = Object.entries(Parameters).flatMap(([name, { Default: value } = {}]) => typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []);
    return { ...Object.fromEntries(defaults), ...pseudo };
}
function replaceImports(value, pseudo, find) {
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    if (Array.isArray(value)) {
        return value.map((item) => replaceImports(item, pseudo, find));
    }
    const entries = Object.entries(value);
    const [[key, inner] = []] = entries;
    const taken = entries.length === 1 && key === IMPORT ? find((0,template_text/* templateText */.uO)(inner, pseudo)) : undefined;
    return taken ?? Object.fromEntries(entries.map(([name, item]) => [name, replaceImports(item, pseudo, find)]));
}

;// CONCATENATED MODULE: ./stage/deploy/service/take-imports.js




/**
 * Puts values in place of the imports in a package, nested stacks included, so that the preview holds on to no configured stage.
 * Throws E_IMPORT_UNKNOWN for an import of which it cannot be told what it imports.
 */
async function takeImports(job, { readImport, region }, runner, log) {
    const { stack, template } = await runner.packaged(job);
    const pseudo = { 'AWS::StackName': stack, 'AWS::Region': region };
    const nested = await runner.templates(job);
    const templates = [template, ...nested.map(({ text }) => JSON.parse(text))];
    const names = [...new Set(templates.flatMap((each) => importsOf(each, pseudo)))];
    const values = new Map();
    for (const name of names) {
        if (!(0,template_text/* isWhole */.wP)(name)) {
            throw new errors/* UserError */.yo('E_IMPORT_UNKNOWN', {
                what: `the package of the service "${job.key}" imports an export whose name is not known before (${name})`,
                why: 'a preview that imports an export of a configured stage would keep that stage from being changed',
                fix: 'write its name with texts, variables of the Serverless Framework and pseudo parameters',
            });
        }
        const found = await readImport(name);
        if (found?.isLost === true) {
            throw new errors/* UserError */.yo('E_IMPORT_UNKNOWN', {
                what: `the package of the service "${job.key}" imports ${name}, of "${found.from.stage}" (${found.from.service})`,
                why: 'its value has characters that are not ASCII, for which CloudFormation gives "?"',
                fix: 'keep to ASCII in it, or hand the value over as a parameter',
            });
        }
        if (found !== undefined) {
            log.info(`${job.label}: the import ${name} is a value of "${found.from.stage}" (${found.from.service})`);
            values.set(name, found.value);
        }
    }
    if (values.size === 0) {
        return;
    }
    await runner.rewrite(job, state/* STATE_FILE */.b, (text) => withImports(text, values, pseudo));
    for (const { name } of nested) {
        await runner.rewrite(job, name, (text) => templateTextWithImports(text, values, pseudo));
    }
}

;// CONCATENATED MODULE: ./stage/deploy/service/package-service.js











/** Packages a service and checks what came out. Throws E_PACKAGE_FAILED, E_PACKAGE_CHANGED, E_CLI_LICENSE,
 * E_OUTPUT_MISSING, E_IMPORT_UNKNOWN, E_STACK_COLLISION and what the checks throw. */
async function packageService(job, { missing, region, boundary, naming, readImport, claimStack }, runner, log) {
    const result = await runner.package(job);
    if (result.code !== 0) {
        log.foreign(`${job.label}: ${job.cli.product} package`, result.output);
        throw ((0,cli/* licenceFailure */.gw)(job.cli, result.output) ??
            missing[0] ??
            new errors/* UserError */.yo('E_PACKAGE_FAILED', {
                what: `the service "${job.key}" could not be packaged (${(0,child_exit/* describeExit */.K)(result)})`,
                why: (0,child_exit/* lastWords */.a)(result.output),
                fix: /Unrecognized configuration variable sources:.*output/.test(result.output)
                    ? 'add the plugin that reads ${output:…}: `plugins: [serverless-stages/plugin]` (docs/plugin.md)'
                    : 'mend what it says; nothing of this service was deployed',
            }));
    }
    if (boundary !== undefined) {
        await runner.rewrite(job, state/* STATE_FILE */.b, (text) => withBoundary(text, boundary));
    }
    if (naming !== undefined) {
        const parts = await naming((await runner.packaged(job)).stack);
        await runner.rewrite(job, state/* STATE_FILE */.b, (text) => withOwnNames(text, parts));
    }
    if (readImport !== undefined) {
        await takeImports(job, { readImport, region }, runner, log);
    }
    const packaged = await withOutputsGivenBack(job, await runner.packaged(job), runner, log);
    claimStack(packaged.stack, job.key);
    (0,names/* checkTemplateNames */.XA)(packaged.stack, packaged.resources, region);
    return { ...packaged, hash: await hashPackage(job, runner), code: await codeOf(job, packaged, runner) };
}
/** Has CloudFormation give the outputs of a package back as they are, and tells of those that it will not. */
async function withOutputsGivenBack(job, packaged, runner, log) {
    if (!Object.values(packaged.outputs).some((output) => (0,output_text/* asciiOutput */.lY)(output) !== undefined)) {
        return packaged;
    }
    await runner.rewrite(job, state/* STATE_FILE */.b, withAsciiOutputs);
    const changed = await runner.packaged(job);
    const lost = Object.entries(changed.outputs).flatMap(([id, output]) => ((0,output_text/* isLostOutput */.OV)(output) ? [id] : []));
    for (const id of lost) {
        log.warning(`${job.label}: CloudFormation gives the output ${id} back with "?" for what is not ASCII; no service can read it`);
    }
    return changed;
}
/** Returns the hash over the code of a package's functions; undefined if that of one of them is not in the package. */
async function codeOf(job, packaged, runner) {
    const codes = await Promise.all((functionCodes(packaged) ?? [undefined]).map(async (code) => {
        const hash = code === undefined ? undefined : 'hash' in code ? code.hash : await runner.fileHash(job, code.file);
        return code === undefined || hash === undefined ? undefined : { id: code.id, hash };
    }));
    const known = codes.filter((code) => code !== undefined);
    return known.length === codes.length ? joinCodes(known) : undefined;
}
/** Throws E_PACKAGE_CHANGED if a package is not the one that was checked any more. */
async function checkUnchangedPackage(job, hash, runner) {
    if ((await hashPackage(job, runner)) !== hash) {
        throw packageChanged(job);
    }
}
/** Returns the package's hash; throws E_PACKAGE_CHANGED if files come and go while it is read. */
async function hashPackage(job, runner) {
    return runner.hash(job).catch((cause) => {
        throw packageChanged(job, cause);
    });
}
function packageChanged(job, cause) {
    return new errors/* UserError */.yo('E_PACKAGE_CHANGED', {
        what: `the package of the service "${job.key}" is not the one that was checked`,
        why: 'something wrote into it in the meantime, so it was not deployed',
        fix: 'find out what runs beside the deploy (a plugin that leaves a process behind, say)',
        cause,
    });
}

// EXTERNAL MODULE: ./core/stack/explain.js
var explain = __webpack_require__(66169);
;// CONCATENATED MODULE: ./stage/deploy/service/verdict.js








/** CloudFormation has the verdict; the CLI's exit code only tells apart what CloudFormation cannot. */
async function verdictOfDeploy(job, result, { before, after, since, isLive }, { stacks, region, log }) {
    const untouched = after !== undefined && before?.id === after.id && before.changed === after.changed;
    const isNew = before === undefined || (0,empty_stack/* isEmptyStack */.C)(before);
    // One that was made empty, and got the bucket for packages at most.
    const isEmpty = after !== undefined && (0,empty_stack/* isEmptyStack */.C)(after);
    if (result.code === 0 && after !== undefined && (0,stack_status/* isSuccess */.oJ)(after.status) && !isEmpty) {
        return untouched ? 'unchanged' : 'deployed';
    }
    if (result.code === 0 && untouched && after.status.endsWith('_ROLLBACK_COMPLETE') && (await isLive())) {
        // An update failed and was taken back since; what it was taken back to is what is wanted.
        return 'unchanged';
    }
    if (after?.status === 'UPDATE_COMPLETE' && !untouched && !isEmpty && lostSight(result.output)) {
        log.warning(`${job.key}: CloudFormation completed the update, but ${job.cli.product} lost sight of it (${(0,child_exit/* describeExit */.K)(result)}): ${(0,child_exit/* lastWords */.a)(result.output)}`);
        return 'deployed';
    }
    const first = after === undefined || untouched ? undefined : await (0,first_failure/* findFirstFailure */.m)(stacks, after.id, since);
    const licence = after === undefined ? (0,cli/* licenceFailure */.gw)(job.cli, result.output) : undefined;
    throw (licence ??
        (0,explain/* explainFailure */.SP)({
            service: job.key,
            region,
            ...(0,only_defined/* onlyDefined */.M)({ stack: after }),
            untouched: after === undefined || untouched,
            isNew,
            first,
            ending: (0,child_exit/* describeExit */.K)(result),
            lastWords: (0,child_exit/* lastWords */.a)(result.output),
        }));
}

;// CONCATENATED MODULE: ./stage/deploy/service/watchdog.js

/** How often the stack is looked at while the CLI works on it, in milliseconds. */
const watchdog_LOOK_MS = 10_000;
/** How often in a row a stack has to be found failed before the CLI is ended: it ends by itself within seconds. */
const LOOKS = 4;
/**
 * Watches a stack while the CLI deploys it and calls `end` where the CLI goes on although CloudFormation has failed for
 * good: some versions poll for ever then. A stack that is complete ends nobody: plugins may still be at work. Returns the
 * way to stop watching.
 */
function watchCli(stacks, name, before, end, lookMs = watchdog_LOOK_MS) {
    let failed = 0;
    const timer = setInterval(() => {
        stacks.find(name).then((stack) => {
            failed = stack !== undefined && hasFailed(stack, before) ? failed + 1 : 0;
            if (stack !== undefined && failed === LOOKS) {
                end(stack);
            }
        }, 
        // AWS does not answer just now: the next look tells.
        () => undefined);
    }, lookMs);
    return () => clearInterval(timer);
}
/** Whether an operation that began after `before` has come to a bad end. */
function hasFailed(stack, before) {
    const isOurs = before?.id !== stack.id || before.changed !== stack.changed;
    const isBegun = stack.status !== 'REVIEW_IN_PROGRESS';
    return isOurs && isBegun && (0,stack_status/* isTerminal */.Hd)(stack.status) && !(0,stack_status/* isSuccess */.oJ)(stack.status);
}

;// CONCATENATED MODULE: ./stage/deploy/service/deploy-package.js








/** Longest time that one operation of CloudFormation is waited for, in milliseconds. */
const deploy_package_WAIT_MS = 60 * 60_000;
/**
 * Deploys a checked package over the stack as it was found, and returns CloudFormation's verdict; its error is
 * E_DEPLOY_FAILED, E_PACKAGE_CHANGED, E_CLI_LICENSE, E_STACK_STATE or what AWS said. Never rejects.
 */
async function deployPackage(job, packaged, before, edges) {
    const { place, voice } = edges;
    let seen = before;
    /** Runs the CLI once, and once more if CloudFormation refused because another operation was under way. */
    const deployUnlessBusy = async (force, since) => {
        let attempt = await deployOnce(job, packaged, { before, force }, edges);
        seen = attempt.after;
        if (attempt.result.code !== 0 && metAnother(attempt.result.output)) {
            voice.log.info(`${job.label}: another operation was under way and has ended by now, so it is deployed again`);
            attempt = await deployOnce(job, packaged, { before, force: true }, edges);
            seen = attempt.after;
        }
        const { result, after } = attempt;
        const isLive = async () => !(await isOtherVersion(after, packaged.template, place));
        const { stacks, region } = place;
        return verdictOfDeploy(job, result, { before, after, since, isLive }, { stacks, region, log: voice.log });
    };
    try {
        voice.log.info(`${job.label}: deploying the stack ${packaged.stack}`);
        const hasFailed = before !== undefined && !(0,stack_status/* isSuccess */.oJ)(before.status);
        if (hasFailed) {
            const why = `its last update failed (${before.status})`;
            voice.log.info(`${job.label}: ${why}, so it is deployed whatever the CLI thinks`);
        }
        const since = before === undefined ? 0 : ((await place.stacks.newestEvent(before.id))?.time ?? 0);
        const status = await deployUnlessBusy(hasFailed || (before !== undefined && (0,empty_stack/* isEmptyStack */.C)(before)), since);
        if (status !== 'unchanged' || !(await isOtherVersion(seen, packaged.template, place))) {
            return { stack: seen, status };
        }
        voice.log.info(`${job.label}: the CLI saw no change, but another template is live, so it is deployed`);
        const again = await deployUnlessBusy(true, since);
        return { stack: seen, status: again };
    }
    catch (error) {
        return { stack: seen, error };
    }
}
/** Runs the CLI once, and returns what it said and the stack as it stands when CloudFormation is done. */
async function deployOnce(job, packaged, attempt, edges) {
    const { runner, place, voice, checkHeld } = edges;
    await checkUnchangedPackage(job, packaged.hash, runner);
    await checkHeld();
    const result = await deployWatched(job, packaged.stack, attempt, edges);
    voice.log.foreign(`${job.label}: ${job.cli.product} deploy`, result.output);
    const after = await place.stacks.settled(packaged.stack, deploy_package_WAIT_MS, (0,say_wait/* sayWait */.L)(job.label, place, voice));
    return { result, after };
}
/** Runs the CLI, and ends it if it goes on although CloudFormation has failed for good. */
async function deployWatched(job, stack, { before, force }, { runner, place, voice }) {
    const abort = new AbortController();
    const address = before === undefined ? (0,stack_status/* stacksUrl */.Rs)(place.region, stack) : (0,stack_status/* consoleUrl */.B9)(before.id);
    const stop = watchCli(place.stacks, stack, before, ({ status }) => {
        voice.log.warning(`${job.label}: ${job.cli.product} went on although the stack is ${status}, and was ended`);
        abort.abort();
    });
    try {
        return await runner.deploy(job, { force, abort: abort.signal, console: address });
    }
    finally {
        stop();
    }
}
/** The CLI compares with what was uploaded last, not with what is live (a rollback by hand, a run that was cut off). */
async function isOtherVersion(stack, template, place) {
    const live = stack === undefined ? undefined : await place.stacks.template(stack.id);
    return live !== undefined && !(0,stack_template/* sameTemplate */.N_)(live, template);
}

;// CONCATENATED MODULE: ./stage/deploy/service/first-stack.js






/**
 * Makes the stack that a service is deployed into for the first time, with nothing in it and under termination protection.
 * The role of a stage may not change that protection: allowing to switch it on would allow to switch it off. What the first
 * deploy adds and cannot make is taken back, and the stack stays one that can be deployed over. Returns undefined if the
 * service decides about its protection itself, or the role may not make the stack so: then the CLI makes it. Throws
 * E_STACK_PROTECTED if the stack is not complete.
 */
async function makeProtectedStack({ label, cli }, packaged, edges) {
    const { place, voice } = edges;
    // Of osls alone: other CLIs read over the key.
    if (packaged.decidesProtection && cli.product === 'osls') {
        return undefined;
    }
    const id = await begin(label, packaged, edges);
    const made = id === undefined ? undefined : await place.stacks.settled(id, stack_wait/* LONG_WAIT_MS */.M, (0,say_wait/* sayWait */.L)(label, place, voice));
    if (made === undefined) {
        return undefined;
    }
    if (!(0,stack_status/* isSuccess */.oJ)(made.status)) {
        throw (0,explain/* explainProtection */.f4)(made, place.region, `it could not be made (${made.status}): ${made.reason ?? 'no reason given'}`);
    }
    voice.log.info(`${label}: the stack ${made.name} is made with termination protection`);
    return made;
}
/** Returns the ARN of the stack; undefined, with a warning, if AWS refuses the role to make it so. */
async function begin(label, { stack: name, stackTags: tags }, { place: { changes, region }, voice: { log } }) {
    try {
        return await changes.beginProtected(name, { template: empty_stack/* EMPTY_STACK */.R, tags });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error.code !== 'E_AWS_DENIED') {
            throw error;
        }
        const reason = error.cause instanceof Error ? error.cause.message : error.message;
        log.warning(`${label}: AWS refused the role to make the stack ${name} with termination protection, so it is made without: ${reason}. An administrator can switch it on: ${(0,explain/* protectionCommand */.RX)('enable', name, region)}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./stage/deploy/service/own-commands.js
var own_commands = __webpack_require__(64825);
;// CONCATENATED MODULE: ./stage/deploy/service/deploy-recorded.js






/** Returns what the record says of a deploy. */
function deployingOf({ job: { key, cli }, needs }, { service, stack }) {
    return { key, service, stackName: stack, needs: [...needs], cli: `${cli.product} ${cli.version}` };
}
/** Deploys a package with its record around it: `deploying` before the first call that can make a stack, then the verdict. */
async function deployRecorded(service, packaged, { stack: before, record }, edges) {
    const { fingerprint } = service;
    const { run, place, voice, cancellation } = edges;
    const now = deployingOf(service, packaged);
    const book = { ledger: place.ledger, log: voice.log, cancellation };
    // What is begun from here on is taken back by a step that is cancelled: one that is already begins nothing.
    await cancellation.unlessCancelled();
    const begun = recordDeploying(now, record, run, book);
    const forget = cancellation.beforeCancelledExit(() => begun.catch(() => undefined).then(() => recordInterrupted(now, record, run, book)));
    let deployed;
    try {
        await begun;
        deployed = await deployAndCheck(service, packaged, before, edges);
        if (deployed.status === undefined) {
            await recordVerdict(now, record, undefined, run, book);
        }
    }
    finally {
        forget();
    }
    if (deployed.status !== undefined) {
        await recordVerdict(now, record, { stack: deployed.stack, fingerprint, code: packaged.code }, run, book);
    }
    return deployed;
}
/** Deploys a package, and runs the hook and the check that come after it; both are a part of the verdict. */
async function deployAndCheck({ job, commands }, packaged, found, edges) {
    const { run, place, voice, runner } = edges;
    let before = found;
    try {
        before ??= run.protectsStacks ? await makeProtectedStack(job, packaged, edges) : undefined;
    }
    catch (error) {
        return { stack: undefined, error };
    }
    const deployed = await deployPackage(job, packaged, before, edges);
    if (deployed.status === undefined) {
        return deployed;
    }
    const facts = { run, region: place.region, outputs: deployed.stack?.outputs ?? {} };
    try {
        await checkDeployedTemplate(job, packaged, deployed, edges);
        await (0,own_commands/* runAfterDeploy */.vg)(job, commands, facts, { runner, log: voice.log });
        return deployed;
    }
    catch (error) {
        return { stack: deployed.stack, error };
    }
}
/**
 * Compares what was deployed with what was checked; throws E_TEMPLATE_CHANGED if they differ. Not if nothing was deployed, or the
 * role may not read the template.
 */
async function checkDeployedTemplate({ key, label }, { template }, { stack, status }, { place: { stacks }, voice: { log } }) {
    if (stack === undefined || status !== 'deployed') {
        return;
    }
    const live = await stacks.template(stack.id, 'Original');
    if (live === undefined) {
        log.info(`${label}: the role may not read the template, so it is not compared with the one that was checked`);
        return;
    }
    if (!(0,stack_template/* isVeryTemplate */.DS)(live, template)) {
        throw new errors/* UserError */.yo('E_TEMPLATE_CHANGED', {
            what: `the stack ${stack.name} of "${key}" has another template than the package that was checked`,
            why: 'something changed it on its way (a plugin that works on deploy, say), so no safeguard saw what is deployed now; nothing was undone',
            fix: 'find out what changes it (aws cloudformation get-template --template-stage Original), and have it do so when the service is packaged',
        });
    }
}

;// CONCATENATED MODULE: ./stage/deploy/service/make-package.js



/** Runs the hook before the deploy (not in a dry run), packages the service, and checks what came out; `reason` is why it is deployed. */
async function makePackage({ job, planned, inputs }, reason, { run, place, voice, runner, claimStack }) {
    const facts = { run, region: place.region };
    if (!run.isDryRun) {
        await (0,own_commands/* runBeforeDeploy */.UY)(job, planned.service.commands, facts, { runner, log: voice.log });
    }
    voice.log.info(`${job.label}: packaging with ${job.cli.product} ${job.cli.version}: ${reason}`);
    return packageService(job, {
        missing: inputs.missing,
        region: place.region,
        boundary: run.boundary,
        naming: run.stage.kind === 'configured' ? undefined : (stack) => namingOf(stack, run, place),
        readImport: inputs.readImport,
        claimStack,
    }, runner, voice.log);
}
/** The roles of previews and of personal stages know what is theirs by its name; a configured stage's resources keep those that they have. */
async function namingOf(stackName, { stage, recorded }, place) {
    const { stacks, changes, account, region } = place;
    const stack = await stacks.find(stackName);
    const resources = stack === undefined ? [] : await changes.resources(stack.id);
    return {
        stage: stage.name,
        region,
        standing: new Map(resources.filter(stack_retained/* isStanding */.Pj).map(({ logicalId, physicalId }) => [logicalId, physicalId])),
        nonce: [account, region, stackName, recorded.id, recorded.attempt].join(' '),
    };
}

// EXTERNAL MODULE: ./core/ledger/keys.js
var keys = __webpack_require__(88063);
// EXTERNAL MODULE: ./core/ledger/owner.js
var ledger_owner = __webpack_require__(34088);
;// CONCATENATED MODULE: ./core/stack/before-deploy.js
/** Decides what a deploy does about a stack's status, as CloudFormation says it; undefined: there is no stack. */
function beforeDeploy(status, kind) {
    const known = status;
    switch (known) {
        case undefined:
        case 'DELETE_COMPLETE':
        case 'CREATE_COMPLETE':
        case 'UPDATE_COMPLETE':
        case 'IMPORT_COMPLETE':
        case 'UPDATE_ROLLBACK_COMPLETE':
        case 'IMPORT_ROLLBACK_COMPLETE':
            return 'deploy';
        case 'CREATE_IN_PROGRESS':
        case 'ROLLBACK_IN_PROGRESS':
        case 'DELETE_IN_PROGRESS':
        case 'UPDATE_IN_PROGRESS':
        case 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS':
        case 'UPDATE_ROLLBACK_IN_PROGRESS':
        case 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS':
        case 'IMPORT_IN_PROGRESS':
        case 'IMPORT_ROLLBACK_IN_PROGRESS':
            return 'wait';
        case 'REVIEW_IN_PROGRESS':
            return 'discard';
        case 'CREATE_FAILED':
        case 'ROLLBACK_COMPLETE':
        case 'ROLLBACK_FAILED':
            return 'recreate';
        case 'UPDATE_FAILED':
            return 'roll-back';
        case 'UPDATE_ROLLBACK_FAILED':
            return 'continue-rollback';
        case 'DELETE_FAILED':
            return kind === 'configured' ? 'refuse' : 'recreate';
        case 'IMPORT_ROLLBACK_FAILED':
            return 'refuse';
        default:
            return unknownStatus(known);
    }
}
/** A status that CloudFormation did not have when this was written: a person has to look. */
function unknownStatus(_status) {
    return 'refuse';
}

;// CONCATENATED MODULE: ./stage/deploy/service/recover-stack.js





/**
 * Brings a stack that no operation is under way on into a state that can be deployed over (undefined: it is made anew).
 * Throws E_STACK_STATE if only a person can do that, with the command; E_STAGE_BUSY if the run has lost the stage's lock.
 */
async function recoverStack(label, stack, kind, { place, voice, checkHeld }) {
    const onWait = (0,say_wait/* sayWait */.L)(label, place, voice);
    const action = beforeDeploy(stack.status, kind);
    if (action !== 'deploy') {
        await checkHeld();
    }
    switch (action) {
        case 'deploy':
            return stack;
        case 'recreate':
            return recreate(stack, kind, place, voice.log, onWait);
        case 'discard':
            return discard(stack, place, voice.log, onWait);
        case 'roll-back':
        case 'continue-rollback':
            return recover_stack_rollBack(stack, { action, kind }, place, voice.log, onWait);
        case 'wait':
        case 'refuse':
            throw (0,explain/* explainState */.nH)(stack, place.region);
    }
}
/** Removes a stack that never worked, after saying what went wrong with it. */
async function recreate(stack, kind, place, log, onWait) {
    const { changes, stacks, region } = place;
    if (stack.isProtected) {
        throw (0,explain/* explainProtection */.f4)(stack, region, `it never worked (${stack.status}) and has to be made anew`);
    }
    if (kind === 'configured') {
        const retained = (0,stack_retained/* retainedResources */.Gn)(await changes.resources(stack.id), await stacks.template(stack.id));
        if (retained.length > 0) {
            throw (0,explain/* explainRetained */.Ex)(stack, retained, region);
        }
    }
    const first = await (0,first_failure/* findFirstFailure */.m)(stacks, stack.id, 0);
    const why = first === undefined ? '' : `: ${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
    log.notice(`the stack ${stack.name} never worked (${stack.status}) and is made anew${why}`);
    return remove(stack, place, onWait);
}
/** Removes a stack that holds nothing but the change set of a CLI that was cut off. */
async function discard(stack, place, log, onWait) {
    const { changes, region } = place;
    const [resources, changeSets] = await Promise.all([changes.resources(stack.id), changes.changeSets(stack.id)]);
    if (resources.length > 0 || changeSets.some((name) => name !== `${stack.name}-change-set`)) {
        throw (0,explain/* explainState */.nH)(stack, region);
    }
    log.info(`the stack ${stack.name} holds nothing but a change set and is made anew`);
    return remove(stack, place, onWait);
}
async function remove(stack, place, onWait) {
    const after = await place.changes.remove(stack.id, onWait);
    if (after !== undefined) {
        throw (0,explain/* explainState */.nH)(after, place.region);
    }
    return undefined;
}
/** Rolls back what stopped half-way, once; a rollback that stops again is a person's. */
async function recover_stack_rollBack(stack, { action, kind, }, place, log, onWait) {
    const { changes, region } = place;
    log.notice(`the stack ${stack.name} is ${stack.status} and is rolled back first`);
    const change = action === 'roll-back' ? changes.rollBack : changes.continueRollback;
    const after = await change(stack.id, onWait);
    if (after === undefined || beforeDeploy(after.status, kind) === 'deploy') {
        return after;
    }
    const failed = (await changes.resources(stack.id)).filter(({ status }) => status.endsWith('_FAILED'));
    throw (0,explain/* explainState */.nH)(after, region, failed.map(({ logicalId }) => logicalId));
}

;// CONCATENATED MODULE: ./stage/deploy/service/ready-stack.js







/** Longest time that somebody else's operation is waited for before ours, in milliseconds. */
const BUSY_WAIT_MS = 30 * 60_000;
/**
 * Returns the stack that a package goes into, brought into a state that can be deployed over, and what is recorded of it. Throws
 * E_STACK_FOREIGN if it is somebody else's, or nobody's and the stage is no configured one; E_STACK_COLLISION if it
 * is another service's of ours; E_STACK_STATE if it cannot be deployed over.
 */
async function readyStack(label, packaged, { run, place, voice, records, checkHeld, }) {
    const { kind, name: stageName } = run.stage;
    const record = records.get(packaged.service);
    if (record !== undefined) {
        (0,ledger_owner/* checkOwner */.AA)(`the deployment of "${packaged.service}" in the stage "${stageName}"`, record.owner, run.owner);
    }
    checkClaims(packaged, records, run);
    const found = await place.stacks.find(packaged.stack);
    const stack = beforeDeploy(found?.status, kind) === 'wait'
        ? await place.stacks.settled(packaged.stack, BUSY_WAIT_MS, (0,say_wait/* sayWait */.L)(label, place, voice, record?.run.url))
        : found;
    if (stack === undefined) {
        return { stack, record };
    }
    const foreign = (0,explain/* foreignStack */.fF)(stack, stageName, kind);
    if (foreign !== undefined) {
        throw foreign;
    }
    if (record?.stackName !== stack.name) {
        adopt(stack, run, voice.log);
    }
    if (record !== undefined && record.stackName !== packaged.stack) {
        voice.log.warning(`${label}: its stack was ${record.stackName} before, which is left over and not removed`);
    }
    return { stack: await recoverStack(label, stack, kind, { place, voice, checkHeld }), record };
}
/** A stack that the record of another service names is that service's, whatever this one calls its own. */
function checkClaims({ service, stack }, records, { owner, stage }) {
    const other = [...records.values()].find((record) => record.stackName === stack && record.service !== service);
    if (other === undefined) {
        return;
    }
    (0,ledger_owner/* checkOwner */.AA)(`the stack ${stack}, of the service "${other.service}",`, other.owner, owner);
    throw new errors/* UserError */.yo('E_STACK_COLLISION', {
        what: `the stack ${stack} is that of the service "${other.service}", and now "${service}" has it too`,
        fix: 'give one of them another stack; where the service was renamed, remove the old record: ' +
            `aws ssm delete-parameter --name ${(0,keys/* recordName */.xD)(stage, other.service)}`,
    });
}
/** A configured stage takes over what was deployed before it had a record; a preview never began that way. */
function adopt(stack, { stage }, log) {
    if (stage.kind !== 'configured') {
        throw new errors/* UserError */.yo('E_STACK_FOREIGN', {
            what: `the stack ${stack.name} is there, and the ledger has no record that this product made it`,
            why: 'it was left untouched: only a configured stage takes a stack over',
            fix: `remove it if nobody needs it (aws cloudformation delete-stack --stack-name ${stack.name}), and run again`,
        });
    }
    log.notice(`the stack ${stack.name} was deployed without this product; the stage "${stage.name}" takes it over`);
}

;// CONCATENATED MODULE: ./stage/deploy/service/stateful.js

/** Throws E_STATEFUL_REMOVAL if a package lacks what the stack has and holds data: an earlier commit knew nothing of it. */
async function checkKeepsData(key, packaged, stack, place) {
    const removed = await removedFrom(stack.id, packaged.resources, place);
    if (removed.length > 0) {
        throw (0,stack_stateful/* statefulRemovalError */.LE)(key, stack.name, removed);
    }
}
/** A nested stack that goes takes all that is in it. */
async function removedFrom(id, next, place) {
    const [resources, template] = await Promise.all([place.changes.resources(id), place.stacks.template(id)]);
    const { stateful, nested } = (0,stack_stateful/* statefulRemovals */.eM)({ resources, template }, next);
    const inner = await Promise.all(nested.map(({ physicalId }) => removedFrom(physicalId, {}, place)));
    return [...stateful, ...inner.flat()];
}

// EXTERNAL MODULE: ./stage/deploy/service/tell-findings.js
var tell_findings = __webpack_require__(17118);
;// CONCATENATED MODULE: ./stage/deploy/deploy-service.js















/** How often a service at work says so, in milliseconds. */
const HEARTBEAT_MS = 30_000;
/** Brings one service up to date and returns what CloudFormation says came of it. Never rejects. */
async function deployService(ready, edges) {
    const { job, planned } = ready;
    const { run, place, voice, note } = edges;
    const start = voice.clock();
    let known = { name: planned.service.name ?? '', reason: planned.why };
    const heartbeat = setInterval(async () => {
        const seconds = Math.round((voice.clock() - start) / 1000);
        voice.say(`${job.label}: at work for ${seconds} s${await lastEvent(known.stackName, place)}`);
    }, HEARTBEAT_MS);
    const result = (rest) => {
        const { name, reason, stackName, stack, code, checked } = known;
        const outputs = stack === undefined ? {} : (0,stack_status/* outputsGivenBack */.F)(stack);
        const sameCode = isSameCode(run.expectedCode, name, code);
        return {
            key: job.key,
            name,
            region: place.region,
            reason,
            reads: ready.inputs.reads,
            ...(0,only_defined/* onlyDefined */.M)({ stack: stackName, stackStatus: stack?.status, url: (0,api_url/* apiUrl */.y)(outputs), sameCode }),
            outputs,
            seconds: Math.round((voice.clock() - start) / 100) / 10,
            ...(0,only_defined/* onlyDefined */.M)({ safeguards: checked?.safeguards, changes: checked?.changes }),
            ...rest,
        };
    };
    try {
        known = { ...known, ...(0,only_defined/* onlyDefined */.M)({ stackName: stackNameOf(ready, run) }) };
        known = deploy_service_withStack(known, await lookAt(known, place));
        const { deploy, reason } = (0,decide/* decideDeployment */.I)({ ...ready, forced: planned.forced, stack: known.stack });
        known = { ...known, reason: isNewInPreview(ready, known, edges) ? planned.why : reason };
        tellReads(ready, voice);
        if (!deploy) {
            voice.log.info(`${job.label}: left alone, ${reason}`);
            known = { ...known, ...(0,only_defined/* onlyDefined */.M)({ code: ready.record?.completed?.code }) };
            remember(known, job, note);
            return result({ status: 'unchanged' });
        }
        const packaged = await makePackage(ready, known.reason, edges);
        known = { ...known, name: packaged.service, stackName: packaged.stack, ...(0,only_defined/* onlyDefined */.M)({ code: packaged.code }) };
        checkCode(job, packaged, edges);
        // A dry run takes a stack as it stands.
        const before = run.isDryRun
            ? { stack: await place.stacks.find(packaged.stack), record: edges.records.get(packaged.service) }
            : await readyStack(job.label, packaged, edges);
        known = deploy_service_withStack(known, before.stack);
        if (run.goesBack && before.stack !== undefined) {
            await checkKeepsData(job.key, packaged, before.stack, place);
        }
        const checked = await (0,check_safeguards/* checkSafeguards */.y)(job, planned.service, packaged, { ...before, isDoubtful: ready.doubt !== undefined }, edges);
        known = { ...known, checked };
        (0,tell_findings/* tellFindings */.y)(job, checked.safeguards, voice.log);
        (0,tell_findings/* throwIfBlocked */.c)(job.key, checked.safeguards);
        if (run.isDryRun) {
            return result({ status: 'planned' });
        }
        await edges.checkHeld();
        const recorded = { ...ready, commands: planned.service.commands };
        const way = run.rollsBack ? await readBefore(before.stack, place) : undefined;
        const deployed = await deployRecorded(recorded, packaged, before, edges);
        known = deploy_service_withStack(known, deployed.stack);
        const update = way === undefined ? undefined : await updateOf(before.stack, way, deployed, packaged.stack, place);
        if (update !== undefined) {
            edges.updated({ packaged, ...update, now: deployingOf(recorded, packaged), record: before.record });
        }
        if (deployed.status === undefined) {
            throw deployed.error;
        }
        remember(known, job, note);
        return result({ status: deployed.status });
    }
    catch (error) {
        voice.log.debug((0,described_error.stackTrace)(error));
        return result({ status: 'failed', error: (0,described_error.describeError)(error) });
    }
    finally {
        clearInterval(heartbeat);
    }
}
function deploy_service_withStack({ stack: _, ...known }, stack) {
    return { ...known, ...(0,only_defined/* onlyDefined */.M)({ stack }) };
}
/** The stack that the service's record names, or that its name and the stage give. */
function stackNameOf({ record, planned: { service } }, { stage }) {
    const byName = service.name === undefined ? undefined : `${service.name}-${stage.name}`;
    return record?.stackName ?? service.stackName ?? byName;
}
async function lookAt({ stackName }, { stacks }) {
    return stackName === undefined ? undefined : stacks.find(stackName);
}
/** A preview's new service has the reason why it is in the preview; others have the reason for their deploy. */
function isNewInPreview({ record }, { stack }, { run }) {
    return record === undefined && stack === undefined && run.stage.kind === 'preview';
}
function tellReads({ job, inputs }, { log }) {
    for (const { service, stage } of inputs.reads) {
        log.info(`${job.label}: ${service} from ${stage}`);
    }
}
function remember({ name, stack }, { key }, note) {
    if (stack !== undefined) {
        note({ key, name, stack });
    }
}
/** Compares a package with the code that the stage before has; throws E_OTHER_CODE if it has to be the same. */
function checkCode({ key, label }, { service, code }, { run, voice }) {
    const { expectedCode: expected } = run;
    const isSame = isSameCode(expected, service, code);
    if (expected === undefined || isSame === true) {
        return;
    }
    if (isSame === false && expected.level === 'required') {
        throw otherCodeError(key, expected);
    }
    const what = isSame === false ? 'its code is not' : 'it is not known whether its code is';
    voice.log.warning(`${label}: ${what} the code that "${expected.stage}" has`);
}
/** What CloudFormation did last, for people who wonder whether anything happens. */
async function lastEvent(stackName, { stacks, ledger }) {
    const stack = stackName === undefined ? undefined : await stacks.find(stackName).catch(() => undefined);
    const newest = stack === undefined ? undefined : await stacks.newestEvent(stack.id).catch(() => undefined);
    return stack === undefined ? '' : `; ${(0,stack_wait/* describeWait */.N)(stack, newest, ledger.now())}`;
}

// EXTERNAL MODULE: ./core/output/address.js
var address = __webpack_require__(54275);
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(42653);
// EXTERNAL MODULE: ./core/service/compose.js
var compose = __webpack_require__(83029);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(38668);
;// CONCATENATED MODULE: ./stage/deploy/outputs/import-reads.js


/**
 * Returns the way to exports for a stage that is not a configured one. An import of a configured stage's export would keep that
 * stage from being changed for as long as the preview is there, so its value is taken.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
function createImportReader(parts) {
    const { reader, services, find, planned, present, recordedIn } = parts;
    const { app, stage, region, baseStage, account, accounts } = reader;
    const names = services.flatMap(({ name }) => name ?? []);
    const isHere = (name) => planned.some((each) => each === name || (0,template_text/* mayBe */.H)(each, name));
    const stages = [
        ...(baseStage === undefined ? [] : [baseStage]),
        ...Object.keys(accounts).filter((each) => each !== stage && each !== baseStage && accounts[each] === account),
    ];
    const own = (0,once/* once */.O)(async () => {
        const stacks = await Promise.all([...present].map((name) => find({ app, stage, kinds: [reader.kind], region }, name)));
        return new Set(stacks.flatMap((stack) => Object.keys(stack?.exports ?? {})));
    });
    const exportsOf = new Map(stages.map((each) => [each, (0,once/* once */.O)(() => exportsIn(each))]));
    return async (name) => {
        if (isHere(name) || (await own()).has(name)) {
            return undefined;
        }
        for (const [other, read] of exportsOf) {
            const exported = await read();
            const spelled = other === baseStage ? name.replaceAll(stage, other) : name;
            const found = exported.get(name) ?? exported.get(spelled);
            if (found !== undefined) {
                return found;
            }
        }
        return undefined;
    };
    async function exportsIn(other) {
        const all = new Set([...names, ...(await recordedIn(other))]);
        const found = await Promise.all([...all].map(async (name) => [
            name,
            await find({ app, stage: other, kinds: ['configured'], region }, name),
        ]));
        return new Map(found.flatMap(([name, stack]) => {
            const service = services.find((each) => each.name === name)?.key ?? name;
            const from = { service, stage: other };
            return Object.entries(stack?.exports ?? {}).map(([id, value]) => [
                id,
                { value, from, isLost: stack?.lostExports?.includes(id) === true },
            ]);
        }));
    }
}

// EXTERNAL MODULE: ./core/output/lookup.js
var lookup = __webpack_require__(19877);
// EXTERNAL MODULE: ./core/service/parameter-outputs.js
var parameter_outputs = __webpack_require__(90813);
;// CONCATENATED MODULE: ./stage/deploy/outputs/output-reads.js




/** Builds the reads of one service. */
function createOutputReads(reader, services, find) {
    const values = [];
    const problems = [];
    const reads = new Map();
    const keys = services.map(({ key }) => key);
    const names = services.flatMap(({ name }) => name ?? []);
    const keyOf = (name) => services.find((service) => service.name === name)?.key ?? name;
    const fail = (problem) => {
        problems.push(problem);
        return { found: false, problem };
    };
    const byAddress = async (address, text) => {
        const output = await (0,lookup/* lookUpOutput */.C)(address, reader, find);
        if (!output.found) {
            const near = (0,suggest/* nearestName */.q)(address.service, names);
            const isOurs = names.includes(address.service) || near === undefined;
            return fail(isOurs ? output.problem : misspelt(text, `${near}.${address.path.join('.')}`));
        }
        values.push({ address: text, value: output.value });
        const service = keyOf(address.service);
        reads.set(`${service} ${output.stage}`, { service, stage: output.stage });
        return output;
    };
    return {
        byAddress,
        async byKey(name, text) {
            const place = (0,parameter_outputs/* outputOfParameter */.Y)(name, keys);
            if (place === undefined) {
                // It may have a fallback, or be a parameter of the service's own `params:`.
                const [key = '', ...rest] = name.split('.');
                const near = rest.length === 0 ? undefined : (0,suggest/* nearestName */.q)(key, keys);
                return near === undefined ? undefined : fail(misspelt(name, `${near}.${rest.join('.')}`));
            }
            const service = services.find(({ key }) => key === place.key)?.name;
            if (service === undefined) {
                return fail(noName(name, place.key));
            }
            const output = await byAddress({ service, path: place.path }, text);
            if (!output.found) {
                return output;
            }
            const { value, stage } = output;
            return typeof value === 'string' ? { found: true, value, stage } : fail(notText(name, value));
        },
        values,
        problems,
        from: () => [...reads.values()],
    };
}
function misspelt(name, near) {
    return new errors/* UserError */.yo('E_OUTPUT_MISSING', {
        what: `"${name}" is no output of a service that is known`,
        fix: `did you mean "${near}"?`,
    });
}
function noName(name, key) {
    return new errors/* UserError */.yo('E_OUTPUT_MISSING', {
        what: `"${name}" cannot be read: the name of the service "${key}" is not known`,
        why: 'its configuration is a program or has a variable in "service:", and it has not been deployed into this stage',
        fix: `deploy "${key}" first, or write its "service:" as a plain text`,
    });
}
function notText(name, value) {
    const parts = Object.keys(value).map((part) => `${name}.${part}`);
    return new errors/* UserError */.yo('E_OUTPUT_MISSING', {
        what: `the output "${name}" is ${Array.isArray(value) ? 'a list' : 'a mapping'}, and a parameter is a text`,
        fix: `name one of its parts: ${parts.join(', ')}`,
    });
}

// EXTERNAL MODULE: ./core/service/stack-address.js
var stack_address = __webpack_require__(23792);
;// CONCATENATED MODULE: ./stage/deploy/outputs/stack-reads.js



/**
 * Reads the outputs that addresses of stacks name (`References.stacks`), all variables replaced. A stack that the stage does not
 * have is read where the base stage has it.
 */
async function readStacks(addresses, parts) {
    const values = [];
    const reads = new Map();
    const redirects = {};
    const problems = [];
    const unresolved = [];
    for (const text of addresses) {
        const address = (0,stack_address/* parseStackAddress */.y)(text);
        // A stack that may not be looked at is the Serverless Framework's to tell of.
        const found = (0,template_text/* isWhole */.wP)(text) ? await findStack(address, parts).catch(() => undefined) : undefined;
        if (found === undefined) {
            unresolved.push(`cf:${text}`);
            continue;
        }
        if (found === 'missing') {
            problems.push(noStack(text, address, parts));
            values.push({ address: `cf:${text}`, value: null });
            continue;
        }
        const { stack, from } = found;
        const value = stack.outputs[address.output];
        if (value === undefined) {
            problems.push(noOutput(text, address, stack, parts));
        }
        values.push({ address: `cf:${text}`, value: value ?? null });
        reads.set(`${from.service} ${from.stage}`, from);
        if (stack.name !== address.stack) {
            const prefix = address.region === undefined ? '' : `${address.region}:`;
            redirects[`${prefix}${address.stack}`] = stack.name;
        }
    }
    return { values, reads: [...reads.values()], redirects, problems, unresolved };
}
async function findStack(address, parts) {
    const service = serviceOf(address, parts);
    return service?.name === undefined
        ? findForeign(address, parts)
        : findDeployment({ ...service, name: service.name }, address, parts);
}
function serviceOf({ stack }, { services }) {
    return services.find(({ stackName }) => stackName === stack);
}
/** A service of the application: its own deployment, else the base stage's. */
async function findDeployment({ key, name }, { region }, { reader, find }) {
    const at = { app: reader.app, region: region ?? reader.region };
    const places = [{ ...at, stage: reader.stage, kinds: [reader.kind] }];
    if (reader.baseStage !== undefined) {
        places.push({ ...at, stage: reader.baseStage, kinds: ['configured'] });
    }
    for (const place of places) {
        const stack = await find(place, name);
        if (stack !== undefined) {
            return { stack, from: { service: key, stage: place.stage } };
        }
    }
    return 'missing';
}
/** A stack that no service of the application has: the one with that name, else the one that the base stage would have. */
async function findForeign({ stack: name, region: named }, { reader, stackIn }) {
    const region = named ?? reader.region;
    const own = await stackIn(region, name);
    if (own !== undefined) {
        return { stack: own, from: { service: name, stage: own.stage ?? name } };
    }
    const { stage, baseStage } = reader;
    const base = baseStage === undefined || !name.includes(stage)
        ? undefined
        : await stackIn(region, name.replaceAll(stage, baseStage));
    return base === undefined ? 'missing' : { stack: base, from: { service: base.name, stage: baseStage ?? '' } };
}
function noStack(text, { stack, output }, parts) {
    const { stage, baseStage } = parts.reader;
    const key = serviceOf({ region: undefined, stack, output }, parts)?.key;
    const base = baseStage === undefined ? '' : `, and the stage "${baseStage}" has none in its place`;
    return new errors/* UserError */.yo('E_OUTPUT_MISSING', {
        what: `"\${cf:${text}}" cannot be read: there is no stack "${stack}"${base}`,
        fix: key === undefined
            ? `deploy it first, or give a fallback: \${cf:${text}, 'VALUE'}`
            : `deploy "${key}" into "${baseStage ?? stage}" first; \${param:${key}.${output}} reads the same value`,
    });
}
function noOutput(text, { output }, stack, parts) {
    const key = parts.services.find(({ stackName }) => stackName === stack.name)?.key;
    return new errors/* UserError */.yo('E_OUTPUT_MISSING', {
        what: `"\${cf:${text}}" cannot be read: the stack "${stack.name}" has no output "${output}"`,
        fix: `it has ${Object.keys(stack.outputs).join(', ') || 'none'}${key === undefined ? '' : `; deploy "${key}" to add one`}`,
    });
}

;// CONCATENATED MODULE: ./stage/deploy/outputs/read-outputs.js









/**
 * Reads the outputs that a service's configuration names, from the stacks as they are now. Throws E_OUTPUT_ADDRESS,
 * E_OUTPUT_ACCOUNT; E_OUTPUT_MISSING where Compose's configuration names one that is not there, which knows no fallback.
 */
async function readOutputs(service, parts) {
    const reader = readerOf(parts);
    const reads = createOutputReads(reader, parts.services, parts.find);
    const named = new Map(parts.parameters.map((parameter) => [parameter.name, parameter]));
    for (const parameter of await composeParameters(service, parts, reads)) {
        named.set(parameter.name, parameter);
    }
    const fromOutputs = await outputParameters(service.reads.params.filter((name) => !named.has(name)), reads);
    const { resolved, unresolved } = await pluginOutputs(service.reads.outputs, parts.lookup, reads);
    const stacks = await readStacks(service.reads.stacks.map((written) => (0,variables/* substitute */.V)(written, parts.lookup)), { reader, ...parts });
    const readImport = reader.kind === 'configured' ? undefined : createImportReader({ reader, ...parts });
    const imports = await readImports(service, readImport);
    return {
        parameters: [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
        fromOutputs,
        values: [...reads.values, ...stacks.values, ...imports.values],
        reads: distinct([...reads.from(), ...stacks.reads, ...imports.reads]),
        pluginContext: { schemaVersion: 1, reader, resolved, stacks: stacks.redirects },
        missing: [...reads.problems, ...stacks.problems],
        unresolved: [...unresolved.map((address) => `output:${address}`), ...stacks.unresolved],
        readImport,
    };
}
/** What its configuration imports, as far as that is known before it is packaged. */
async function readImports({ reads: { imports } }, readImport) {
    const values = [];
    const reads = [];
    for (const name of readImport === undefined ? [] : imports.filter(template_text/* isWhole */.wP)) {
        const found = await readImport?.(name);
        if (found !== undefined) {
            values.push({ address: `import:${name}`, value: found.value });
            reads.push(found.from);
        }
    }
    return { values, reads };
}
function distinct(reads) {
    return [...new Map(reads.map((read) => [`${read.service} ${read.stage}`, read])).values()];
}
function readerOf({ configuration, region, account }) {
    const { app, stage, baseStage, accounts } = configuration;
    const base = (0,only_defined/* onlyDefined */.M)({ baseStage });
    return { app, stage: stage.name, kind: stage.kind, region, account, accounts, ...base };
}
/** The parameters that Compose's configuration gives a service. */
async function composeParameters(service, { lookup, parameters: known }, reads) {
    const parameters = [];
    for (const [name, template] of Object.entries(service.composeParams)) {
        const needed = (0,compose/* composeVariables */.OU)(template).map((variable) => {
            const parameter = known.find((each) => each.name === variable);
            if (parameter === undefined) {
                throw noVariable(service.key, name, variable);
            }
            return parameter;
        });
        let value = (0,variables/* substitute */.V)(template, lookup);
        for (const [key, output] of (0,compose/* composeReferences */.rd)(template)) {
            const found = await reads.byKey(`${key}.${output}`, `compose:${key}.${output}`);
            if (found?.found === false) {
                throw found.problem;
            }
            value = value.replaceAll(`\${${key}.${output}}`, () => found?.value ?? '');
        }
        // Last of all: what a parameter holds is no reference.
        value = (0,compose/* withComposeVariables */.ai)(value, (variable) => needed.find((each) => each.name === variable)?.value ?? '');
        const secret = needed.some((each) => each.secret);
        parameters.push({ name, value, secret, source: 'serverless-compose.yml' });
    }
    return parameters;
}
function noVariable(key, name, variable) {
    return new errors/* UserError */.yo('E_PARAMETER', {
        what: `the parameter "${name}" of "${key}" reads \${env:${variable}}, and the profile has no parameter "${variable}"`,
        why: 'the Serverless Framework gets no variables of the job; parameters of the profile stand for them in Compose',
        fix: `add "${variable}" to the profile's \`parameters:\` or below its \`parameters-path:\``,
    });
}
/** The outputs that `${param:KEY.OUTPUT}` names, as parameters. */
async function outputParameters(names, reads) {
    const parameters = [];
    for (const name of names) {
        const output = await reads.byKey(name, `param:${name}`);
        if (output?.found === true) {
            parameters.push({ name, value: output.value, secret: false, source: `output in ${output.stage}` });
        }
    }
    return parameters;
}
/** What `${output:…}` comes to, for our Serverless plugin. */
async function pluginOutputs(addresses, lookup, reads) {
    const resolved = {};
    const unresolved = [];
    for (const written of addresses) {
        const text = (0,variables/* substitute */.V)(written, lookup);
        if (text.includes('${')) {
            unresolved.push(written);
            continue;
        }
        const output = await reads.byAddress((0,address/* parseOutputAddress */.Z)(text), text);
        resolved[text] = output.found ? { value: output.value } : { problem: output.problem.message };
    }
    return { resolved, unresolved };
}

// EXTERNAL MODULE: ./stage/deploy/plan/stage-plan.js + 4 modules
var stage_plan = __webpack_require__(66250);
;// CONCATENATED MODULE: ./stage/deploy/ready-service.js








/**
 * Deploys one service when all that it needs is done: only now the outputs that it reads are what they will be. Never
 * rejects.
 */
async function deployWhenReady(planned, target, shared, edges) {
    const { key, name = '' } = planned.service;
    const { region, label, claimStack, checkHeld } = target;
    const { plan, run, memory } = shared;
    try {
        const runner = await target.runner();
        const before = run.isDryRun ? planned.needs.filter((needed) => target.resultOf(needed)?.status === 'planned') : [];
        const ready = await readyService(planned, { ...target, runner }, shared, edges).catch((error) => {
            // Compose knows no fallback: what it hands over is asked for at once.
            if (before.length > 0 && error instanceof errors/* UserError */.yo && error.code === 'E_OUTPUT_MISSING') {
                return undefined;
            }
            throw error;
        });
        const awaited = ready === undefined ? before : awaitedBy(ready, before, run.stage.name);
        if (ready === undefined || awaited.length > 0) {
            return awaitingResult(planned.service, ready?.inputs.reads ?? [], awaited, { region, stage: run.stage.name });
        }
        return await deployService(ready, {
            run,
            place: edges.placeIn(region),
            voice: edges.voice,
            cancellation: edges.cancellation,
            safeguarding: edges.safeguarding,
            runner,
            records: plan.records.get(region) ?? new Map(),
            claimStack,
            checkHeld,
            updated: (one) => target.updated({ ...one, label, region }),
            note: (deployment) => memory.note({ ...deployment, region }),
        });
    }
    catch (error) {
        edges.voice.log.debug((0,described_error.stackTrace)(error));
        const failed = { status: 'failed', reason: 'it could not be prepared', error: (0,described_error.describeError)(error) };
        return { key, name, region, reads: [], outputs: {}, seconds: 0, ...failed };
    }
}
/**
 * The services whose outputs a dry run cannot know, of those that are `planned` before it: the deploy changes them first, and until then they are missing, or the
 * base stage's are read.
 */
function awaitedBy({ inputs }, before, stage) {
    const isElsewhere = (key) => inputs.reads.some((read) => read.service === key && read.stage !== stage);
    return before.filter((key) => inputs.missing.length > 0 || isElsewhere(key));
}
/** What a dry run says of a service whose package rests on what is not deployed yet. */
function awaitingResult(service, known, awaited, { region, stage }) {
    const others = known.filter((read) => !awaited.includes(read.service));
    const reads = [...awaited.map((key) => ({ service: key, stage })), ...others];
    const reason = `it reads outputs of ${awaited.join(', ')}, deployed first: what changes here is known then`;
    return {
        key: service.key,
        name: service.name ?? '',
        region,
        status: 'planned',
        reason,
        reads,
        outputs: {},
        seconds: 0,
    };
}
/** Reads what a service reads, and puts together what its deploy needs. */
async function readyService(planned, { region, label, runner }, { plan, memory }, edges) {
    const { service, cli, needs, records, source } = planned;
    const { configuration, parameters: known, live, find, folderOf, placeIn } = edges;
    const named = memory.named(plan.services);
    const inputs = await readOutputs(service, {
        configuration,
        region,
        account: live.account,
        services: named,
        parameters: known,
        lookup: (0,stage_plan/* lookupOf */._H)(configuration, known, region),
        find: memory.finder(find, configuration.app, configuration.stage.name),
        stackIn: async (other, name) => (0,complete/* completeStack */.K)(await placeIn(other).stacks.find(name)),
        planned: plan.planned.flatMap((one) => one.service.exports),
        present: presentIn(region, named, plan),
        recordedIn: (stage) => recordedIn({ app: configuration.app, kind: 'configured', name: stage }, region, edges),
    });
    const { pluginContext } = inputs;
    const isRedirected = Object.keys(pluginContext.stacks).length > 0;
    const parameters = [...inputs.parameters, ...inputs.fromOutputs];
    return {
        job: {
            key: service.key,
            label,
            ...(0,only_defined/* onlyDefined */.M)({ config: service.config }),
            folder: folderOf(service),
            cli,
            parameters,
            pluginContext,
            isRedirected,
        },
        planned,
        needs: named.flatMap(({ key, name }) => (needs.includes(key) && name !== undefined ? [name] : [])),
        record: records.get(region),
        inputs,
        fingerprint: fingerprintOf(planned, await runner.nodeVersion(), inputs, edges),
        doubt: (0,deploy_inputs/* doubtOf */.kv)(withoutStacks(service)) ?? doubtOfOutputs(inputs) ?? (source === undefined ? NOT_COMPARED : source.doubt),
    };
}
const NOT_COMPARED = 'the workspace is no clone of a repository, so it is not known what changed';
function doubtOfOutputs({ unresolved }) {
    return unresolved.length === 0
        ? undefined
        : `it reads \${${unresolved.join('}, ${')}}, which only the Serverless Framework resolves`;
}
/** Outputs of stacks are read by their values, as far as their addresses are known. */
function withoutStacks(service) {
    const unknown = service.reads.unknown.filter((source) => source !== 'cf');
    return { ...service, reads: { ...service.reads, unknown } };
}
/** Names of the services that the stage has in a region, by its records, or gets. */
function presentIn(region, named, { records, planned }) {
    const keys = new Set(planned.map(({ service }) => service.key));
    const got = named.flatMap(({ key, name }) => (keys.has(key) && name !== undefined ? [name] : []));
    return new Set([...(records.get(region)?.keys() ?? []), ...got]);
}
/** Names of the services that are recorded in a stage; none if its records may not be looked at. */
async function recordedIn(stage, region, { placeIn, voice }) {
    const told = (error) => voice.log.debug(`the records of "${stage.name}": ${error.message}`);
    const records = await placeIn(region)
        .ledger.records(stage, told)
        .catch((error) => {
        told(error);
        return new Map();
    });
    return [...records.keys()];
}
function fingerprintOf({ service, source, cli }, nodeVersion, { parameters, values: outputs }, { configuration: { app: salt, profile, boundary } }) {
    if (source === undefined) {
        return undefined;
    }
    const { exportEnv } = profile;
    const { commands } = service;
    const hashes = (0,deploy_inputs/* hashInputs */._4)({
        reads: readsOf(service),
        parameters,
        exportEnv,
        outputs,
        cli,
        nodeVersion,
        boundary,
        commands,
        salt,
    });
    return { source: source.hash, ...hashes };
}
/** What a service reads, Compose's parameters included. */
function readsOf({ reads, composeParams }) {
    return { ...reads, params: [...reads.params, ...Object.keys(composeParams)] };
}

// EXTERNAL MODULE: ./stage/deploy/service/stack-claims.js
var stack_claims = __webpack_require__(74934);
;// CONCATENATED MODULE: ./stage/deploy/deploy-graph.js









/** Deploys all that is planned, each as soon as what it needs is done, and returns what came of each. Never rejects. */
async function deployGraph(plan, run, { concurrency, licence, checkHeld }, edges) {
    const { regions } = edges.configuration.profile;
    const { voice } = edges;
    const planned = new Map(plan.planned.map((one) => [one.service.key, one]));
    const deployments = new Map((0,task/* deploymentsOf */.o)([...planned.keys()], regions).map((one) => [one.id, one]));
    const results = new Map();
    const started = new Map();
    const updates = new Map();
    const memory = createRunMemory();
    const runnerOf = runnersByRegion(licence, edges);
    const claims = new Map(regions.map((region) => [region, (0,stack_claims/* createStackClaims */.W)()]));
    const deploymentOf = (id) => deployments.get(id);
    const label = (id) => (0,task/* labelOf */.Wy)(deploymentOf(id), regions);
    let hasFailed = false;
    const leaveOut = (id, reason) => {
        const { key, region } = deploymentOf(id);
        results.set(id, { key, name: '', region, status: 'not-started', reason, reads: [], outputs: {}, seconds: 0 });
        voice.log.info(`${label(id)}: ${reason}`);
    };
    const folderOf = (key) => (0,tree/* inTree */._Z)('', planned.get(key)?.service.path ?? key);
    await (0,graph_run/* runGraph */.C)((0,task/* tasksOf */.a4)([...deployments.values()], plan.graph, folderOf), concurrency, {
        async work(id) {
            const { key, region } = deploymentOf(id);
            // What is not updated has not to go back.
            if (run.rollsBack && hasFailed) {
                leaveOut(id, 'not started, because a service failed and the others go back');
                return false;
            }
            started.set(id, voice.clock());
            const own = (0,stage_voice/* keptVoice */.j)(voice);
            const result = await deployWhenReady(planned.get(key), {
                region,
                label: label(id),
                runner: () => runnerOf(region),
                claimStack: claims.get(region) ?? (0,stack_claims/* createStackClaims */.W)(),
                checkHeld,
                resultOf: (other) => results.get((0,task/* deploymentId */.dP)(other, region)),
                updated: (one) => updates.set(id, one),
            }, { plan, run, memory }, { ...edges, voice: own });
            results.set(id, result);
            hasFailed ||= result.status === 'failed';
            const url = result.url === undefined ? '' : `, ${result.url}`;
            own.flush(`${label(id)}: ${result.status} in ${result.seconds} s${url}`);
            // Of a dry run all is told, whatever would fail.
            return run.isDryRun || result.status !== 'failed';
        },
        notStarted(id, because) {
            leaveOut(id, `not started, because ${label(because)} failed`);
        },
        changed(schedule) {
            if (deployments.size > 1) {
                voice.log.info(describeProgress(schedule, { label, total: deployments.size, started, now: voice.clock() }));
            }
        },
    });
    const needs = (id) => (plan.graph.get(deploymentOf(id).key) ?? []).map(({ on }) => (0,task/* deploymentId */.dP)(on, deploymentOf(id).region));
    const ended = await rollBack(results, { updates, needs, concurrency, checkHeld }, run, edges);
    return [...deployments.keys()].flatMap((id) => ended.get(id) ?? []);
}
/** One runner a region, made when the first service of it starts. */
function runnersByRegion(licence, { configuration, live, redactor, createRunner }) {
    const runners = new Map();
    return (region) => {
        const known = runners.get(region);
        const { exportEnv } = configuration.profile;
        const target = { stage: configuration.stage.name, region };
        const runner = known ?? createRunner({ target, keys: live.inRegion(region).keys, exportEnv, licence, redactor });
        runners.set(region, runner);
        return runner;
    };
}

// EXTERNAL MODULE: ./stage/deploy/plan/find-clis.js
var find_clis = __webpack_require__(33933);
;// CONCATENATED MODULE: ./stage/deploy/plan/left-out.js


/** Returns the services that the stage does not get; those whose outputs are handed on have what the base stage has. */
async function leftOutResults({ leftOut }, published, { configuration, find, voice }) {
    const { app, baseStage: stage, profile } = configuration;
    const { region } = profile;
    return Promise.all(leftOut.map(async ({ key, reason, service: { name = '' } }) => {
        const isPublished = published.some((each) => each.startsWith(`${key}.`));
        const stack = stage === undefined || name === '' || !isPublished
            ? undefined
            : await find({ app, stage, kinds: ['configured'], region }, name).catch((error) => {
                voice.log.warning(`the outputs of "${key}" in "${stage}" could not be read: ${error.message}`);
                return undefined;
            });
        const outputs = stack?.outputs ?? {};
        const row = { key, name, region, status: 'left-out', reason, reads: [], outputs, seconds: 0 };
        return { ...row, ...(0,only_defined/* onlyDefined */.M)({ url: (0,api_url/* apiUrl */.y)(outputs) }) };
    }));
}

// EXTERNAL MODULE: ./stage/hold/locked-stage.js
var locked_stage = __webpack_require__(34427);
// EXTERNAL MODULE: ./core/ledger/wish.js
var ledger_wish = __webpack_require__(19432);
;// CONCATENATED MODULE: ./stage/hold/wish.js



/**
 * Reads what this repository wanted in a stage. It is in every region that was deployed to, so that it is found again
 * if a profile gains, loses or reorders regions; the newest run's counts. Throws E_LEDGER.
 */
async function readWish(stage, { configuration, attempt: { repositoryId }, placeIn }) {
    const { regions } = configuration.profile;
    const found = await Promise.all(regions.map((region) => placeIn(region).ledger.wish(stage, repositoryId)));
    return (0,ledger_wish/* newestWish */.g9)(found.flatMap((wish) => wish ?? []));
}
/**
 * Writes what a run wants in its stage into every region of the profile, behind what was wanted before; a preview lives on
 * from now. `complete`: the whole plan of the run's commit was completed.
 */
async function writeWish({ stage, owner, commit, recorded, tests }, { before, complete }, { configuration, attempt: { repositoryId }, placeIn }) {
    const { stage: identity, profile, expiresAfter } = configuration;
    const now = placeIn((0,lock/* lockRegion */.qx)(profile.regions)).ledger.now();
    const staysComplete = before?.completedCommit === commit && before?.commit === commit;
    const wish = {
        schemaVersion: 1,
        owner,
        run: recorded,
        regions: [...profile.regions],
        complete,
        ...(0,only_defined/* onlyDefined */.M)({
            pullRequests: (0,ledger_wish/* rememberPullRequest */.id)(before?.pullRequests, identity.pullRequest),
            commit,
            completedCommit: complete ? commit : before?.completedCommit,
            completedSince: !complete || staysComplete ? before?.completedSince : isoTime(now),
            tests: complete ? tests : before?.tests,
            expires: expiresAfter === undefined ? undefined : isoTime(now + expiresAfter * 1000),
        }),
    };
    const writes = profile.regions.map((region) => placeIn(region).ledger.writeWish(stage, repositoryId, wish));
    // All have ended before the lock is given back, and one that failed is told.
    const failed = (await Promise.allSettled(writes)).find((write) => write.status === 'rejected');
    if (failed !== undefined) {
        throw failed.reason;
    }
}
const isoTime = (milliseconds) => new Date(milliseconds).toISOString();

// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(99341);
;// CONCATENATED MODULE: ./core/deploy/order.js


/**
 * Decides whether a configured stage's commit may be deployed over the one that it has: it must follow it. Returns why
 * the run is superseded (a success that changes nothing), or undefined where it goes on. Throws E_STAGE_DIVERGED where
 * the commit does not follow, or where neither it nor what the stage has is what the branch has now.
 */
function supersededBy(parts) {
    const { stage, commit, completed, comparison, head } = parts;
    if (comparison === 'identical' || comparison === 'ahead') {
        return undefined;
    }
    if (comparison === 'behind' && (head === undefined || head === completed)) {
        return `the stage "${stage}" has ${(0,short_commit/* shortCommit */.A)(completed)} already, which ${(0,short_commit/* shortCommit */.A)(commit)} is an ancestor of`;
    }
    if (comparison === 'behind' && head === commit) {
        throw new errors/* UserError */.yo('E_STAGE_DIVERGED', {
            what: `the stage "${stage}" has ${(0,short_commit/* shortCommit */.A)(completed)}, and its branch was set back to ${(0,short_commit/* shortCommit */.A)(commit)}, an ancestor of it`,
            fix: 'start the workflow with redeploy: true to bring the stage back too',
        });
    }
    if (comparison === 'behind') {
        throw new errors/* UserError */.yo('E_STAGE_DIVERGED', {
            what: `the stage "${stage}" has ${(0,short_commit/* shortCommit */.A)(completed)}, which is newer than ${(0,short_commit/* shortCommit */.A)(commit)}`,
            why: `its branch is at ${(0,short_commit/* shortCommit */.A)(head ?? '')} by now, which the stage does not have`,
            fix: `start the workflow for the commit ${head}, or with redeploy: true for this one`,
        });
    }
    throw new errors/* UserError */.yo('E_STAGE_DIVERGED', {
        what: `${(0,short_commit/* shortCommit */.A)(commit)} does not follow ${(0,short_commit/* shortCommit */.A)(completed)}, which the stage "${stage}" has`,
        why: 'the history of the branch was rewritten, or the two are on different branches',
        fix: 'bring the branch to a commit that follows it, or start the workflow with redeploy: true to deploy this one all the same',
    });
}

// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(66113);
;// CONCATENATED MODULE: ./stage/wanted/still-wanted.js



/**
 * Asks whether the pull request, or the branch, that a preview's run was decided for still has the run's commit as its head;
 * undefined if it has. Whether the stage is to go if not is decided by who removes it (preview-now.ts). Throws E_GITHUB.
 */
async function askOfPreview({ configuration, commit, github }) {
    const { pullRequest, ref } = configuration.stage;
    if (pullRequest !== undefined) {
        const pull = await github.pullRequest(pullRequest);
        return pull?.open === true
            ? movedOn(`the head of pull request #${pullRequest}`, commit, pull.headSha)
            : { reason: `pull request #${pullRequest} is closed`, mayGo: true };
    }
    const branch = (0,stage_ref/* branchOfRef */.V4)(ref);
    const head = await github.branchHead(branch);
    return head === undefined
        ? { reason: `the branch "${branch}" is gone`, mayGo: true }
        : movedOn(`the branch "${branch}"`, commit, head);
}
function movedOn(what, from, to) {
    const reason = `${what} has moved on from ${(0,short_commit/* shortCommit */.A)(from)} to ${(0,short_commit/* shortCommit */.A)(to)}`;
    return from === to ? undefined : { reason, mayGo: false };
}
/**
 * Asks the same of a configured stage, whose commit a run has decided when it began: undefined unless the stage completed
 * a newer one meanwhile. `redeploy`: a person wants just this commit. Throws E_STAGE_DIVERGED, E_GITHUB.
 */
async function askOfConfigured({ configuration, commit, github }, { wish, redeploy }) {
    const completed = wish?.completedCommit;
    if (completed === undefined || completed === commit || redeploy) {
        return undefined;
    }
    const { name: stage, ref } = configuration.stage;
    const [comparison, head] = await Promise.all([
        github.compare(completed, commit),
        ref === '' ? undefined : github.branchHead((0,stage_ref/* branchOfRef */.V4)(ref)),
    ]);
    const reason = supersededBy({ stage, commit, completed, comparison: comparison?.status, head });
    return reason === undefined ? undefined : { reason, mayGo: false };
}

;// CONCATENATED MODULE: ./core/deploy/result.js
/** Sums services up: one failure fails all, and only where nothing changed it is `unchanged`. */
function overallStatus(services) {
    if (services.some(({ status }) => ['failed', 'not-started', 'rolled-back'].includes(status))) {
        return 'failed';
    }
    const has = (wanted) => services.some(({ status }) => status === wanted);
    return has('deployed') ? 'deployed' : has('planned') ? 'planned' : 'unchanged';
}

// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./core/removal/failure.js
var removal_failure = __webpack_require__(70268);
// EXTERNAL MODULE: ./core/report/summary.js + 1 modules
var summary = __webpack_require__(92693);
;// CONCATENATED MODULE: ./actions/deploy-service/outcome.js









/** Sums up a run that changed nothing, because another commit is wanted or there. */
function supersededOutcome(reason, run) {
    const result = { ...head(run), status: 'superseded', reason, services: [], leftOver: [] };
    return {
        result,
        outputs: { status: 'superseded', result: (0,transport/* encodeJson */.Pr)(result), outputs: '{}' },
        summary: (0,summary/* renderSummary */.B)(result),
        notice: `superseded: ${reason}`,
    };
}
function head({ configuration, session, commit }) {
    const { app, stage, profile } = configuration;
    return {
        schemaVersion: 1,
        app,
        stage: stage.name,
        kind: stage.kind,
        ref: stage.ref,
        ...(0,only_defined/* onlyDefined */.M)({ commit }),
        account: session.account,
        regions: profile.regions,
    };
}
/** Sums up a run that removed its stage, or could not, before it deployed anything. */
function removedOutcome(removed, run) {
    return summarise({ services: [], plan: { leftOver: [], graph: new Map() } }, run, { removed });
}
/**
 * Sums up what became of the services: outputs without secrets, the job summary, and one error for all that failed. What
 * failed of a stage that is gone again fails nobody.
 */
function outcome(inputs, deployed, run, overtaken = {}) {
    const summed = summarise(deployed, run, overtaken);
    if (summed.failure !== undefined || overtaken.removed !== undefined) {
        return summed;
    }
    const published = tryPublish(inputs['publish-outputs'] ?? [], deployed.services, run.redactor);
    return published instanceof errors/* UserError */.yo
        ? { ...summed, outputs: { ...summed.outputs, status: 'failed' }, failure: published }
        : { ...summed, outputs: { ...summed.outputs, outputs: JSON.stringify(published) } };
}
function summarise({ services, plan }, run, overtaken) {
    const { removed } = overtaken;
    const failure = removed === undefined
        ? (0,described_error.joinErrors)(services.flatMap(({ error }) => (error === undefined ? [] : [error])))
        : (0,removal_failure/* removalFailure */.r)([removed]);
    const status = statusOf(services, overtaken, failure);
    const isOver = status === 'superseded' || status === 'removed';
    const reason = removed?.reason ?? (isOver ? overtaken.superseded : undefined);
    const url = removed === undefined ? services.find((service) => service.url !== undefined)?.url : undefined;
    const result = (0,redact/* redactDeep */.KL)({
        ...head(run),
        status,
        ...(0,only_defined/* onlyDefined */.M)({ reason, removed, url }),
        services,
        ...(0,only_defined/* onlyDefined */.M)({ codeOf: run.codeOf }),
        ...(services.length === 0 ? {} : { dependsOn: dependenciesOf(plan) }),
        leftOver: plan.leftOver,
    }, run.redactor);
    return {
        result,
        outputs: { status, url: result.url, result: (0,transport/* encodeJson */.Pr)(result), outputs: '{}' },
        summary: (0,summary/* renderSummary */.B)(result),
        ...(isOver ? { notice: `${status}: ${result.reason}` } : {}),
        ...(failure === undefined ? {} : { failure: redacted(failure, run.redactor) }),
    };
}
function dependenciesOf({ graph }) {
    return Object.fromEntries([...graph].map(([key, needs]) => [key, needs.map(({ on }) => on)]));
}
function statusOf(services, overtaken, failure) {
    if (failure !== undefined) {
        return 'failed';
    }
    if (overtaken.removed !== undefined) {
        return 'removed';
    }
    return overtaken.superseded === undefined ? overallStatus(services) : 'superseded';
}
function redacted({ code, message }, redactor) {
    return new errors/* UserError */.yo(code, { what: redactor.redact(message), fix: '' });
}
function tryPublish(names, services, redactor) {
    try {
        return publishOutputs(names, services, redactor);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo) {
            return error;
        }
        throw error;
    }
}

// EXTERNAL MODULE: ./stage/remove/remove.js + 14 modules
var remove_remove = __webpack_require__(16360);
;// CONCATENATED MODULE: ./actions/deploy-service/overtaken.js





/** Ends a run whose commit is not wanted before anything was deployed: the stage is left alone, or goes. */
async function endUnwanted(notWanted, held, deps) {
    const removed = await removeUnwanted(notWanted, held, deps);
    return removed === undefined ? supersededOutcome(notWanted.reason, held.facts) : removedOutcome(removed, held.facts);
}
/**
 * Asks once more when a preview was deployed, and removes it if it is to go: its pull request may have been closed meanwhile,
 * whose own run may have come and gone, or its head may have moved on. Undefined if the commit is still wanted; what cannot
 * be asked is left to the next run and to the sweep.
 */
async function askWhetherOvertaken(held, deps) {
    const { stage, commit } = held.run;
    if (stage.kind !== 'preview' || commit === undefined) {
        return undefined;
    }
    try {
        const notWanted = await askOfPreview({ ...deps, commit });
        return notWanted === undefined
            ? undefined
            : { superseded: notWanted.reason, ...(0,only_defined/* onlyDefined */.M)({ removed: await removeUnwanted(notWanted, held, deps) }) };
    }
    catch (error) {
        const { message } = (0,described_error.describeError)(error);
        const what = 'it could not be asked whether the preview is still wanted, the next run will see';
        deps.voice.log.warning(`${what}: ${message}`);
        return undefined;
    }
}
/** Removes the stage if GitHub says that it is to go; undefined if it stays, or nothing of it is there. */
async function removeUnwanted({ mayGo }, { run, lock }, deps) {
    return mayGo ? (0,remove_remove/* removeHeld */.gI)(run, lock, deps) : undefined;
}

// EXTERNAL MODULE: ./stage/run.js
var run = __webpack_require__(46365);
;// CONCATENATED MODULE: ./actions/deploy-service/run-of.js




/** Returns what a run brings its stage to; throws E_WRONG_CHECKOUT, E_INPUT. */
async function run_of_runOf(inputs, { configuration, attempt, source, isRollback }) {
    const { redeploy, rollback, 'expected-code': expected } = inputs;
    const { app, stage, boundary, destroyAllowed, onFailure } = configuration;
    const commit = commitOf(stage.commit, source?.head);
    const isConfigured = stage.kind === 'configured';
    return {
        stage: { app, kind: stage.kind, name: stage.name },
        owner: (0,ledger_owner/* ownerOfRun */.iz)(attempt, stage),
        commit,
        recorded: (0,run/* recordedRun */.i)(attempt),
        boundary,
        goesBack: redeploy || rollback || (isConfigured && commit !== undefined && (await isRollback(commit))),
        tests: testsOf(inputs['test-result']),
        expectedCode: expected === undefined ? undefined : parseExpectedCode(expected),
        isDryRun: inputs['dry-run'],
        // A dry run changes nothing that would go back.
        rollsBack: onFailure === 'rollback' && !inputs['dry-run'],
        protectsStacks: isConfigured && !destroyAllowed,
    };
}
/** What the result of the job that tests says; throws E_INPUT. */
function testsOf(result) {
    switch (result) {
        case undefined:
            return undefined;
        case 'success':
            return 'passed';
        case 'skipped':
            return 'none';
        default:
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `the input "test-result" is "${result}", and only what passed its tests is deployed`,
                fix: 'pass the result of the job that tests on (`success`, or `skipped` if there are no tests), or leave it out',
            });
    }
}
/** The commit that is deployed: what was decided has to be what is checked out. Throws E_WRONG_CHECKOUT. */
function commitOf(decided, checkedOut) {
    if (decided !== undefined && checkedOut !== undefined && checkedOut !== decided) {
        throw new errors/* UserError */.yo('E_WRONG_CHECKOUT', {
            what: `the commit ${decided} is to be deployed, and ${checkedOut} is checked out`,
            fix: 'give actions/checkout the output "commit" of resolve-stage: `ref: ${{ … outputs.commit }}`',
        });
    }
    return decided ?? checkedOut;
}

;// CONCATENATED MODULE: ./actions/deploy-service/run.js


















/** Brings a stage to the commit that is wanted and returns what CloudFormation says came of each service. */
async function run_run(inputs, deps) {
    const { configuration, session, parameters, redactor } = deps;
    const licence = (0,cli/* licenceOf */.v3)(inputs);
    for (const secret of Object.values(licence)) {
        redactor.learn(secret);
    }
    (0,profile_session/* checkSession */.dy)(configuration.profile, session, 'deploy-service');
    const services = await deps.discover(configuration.services, (0,stage_plan/* lookupOf */._H)(configuration, parameters));
    const clis = await (0,find_clis/* findClis */.f)(services, Object.keys(licence).length > 0, deps);
    (0,stage_plan/* graphOf */.cQ)(services, deps);
    (0,choose/* parseChoice */.H)(services, inputs.services);
    checkOutputNames(inputs['publish-outputs'] ?? [], services.map(({ key }) => key));
    const own = await run_of_runOf(inputs, deps);
    const facts = { configuration, session, redactor, commit: own.commit, codeOf: own.expectedCode?.stage };
    const place = deps.placeIn((0,lock/* lockRegion */.qx)(configuration.profile.regions));
    const application = { services, clis, licence };
    const done = own.isDryRun
        ? await foresee(inputs, application, { run: own, facts }, deps)
        : await (0,locked_stage/* whileLocked */.a)(own.stage, place, deps, (lock) => deployHeld(inputs, application, { run: own, lock, facts }, deps));
    return { ...done, outputs: { ...done.outputs, ...(0,only_defined/* onlyDefined */.M)({ sarif: await keepSarif(done.result, deps) }) } };
}
/** Writes what the safeguards found into a file for code scanning; returns its path, undefined for none. */
async function keepSarif(result, { attempt, keep, voice }) {
    if (keep === undefined) {
        return undefined;
    }
    const [server = ''] = attempt.url.split(`/${attempt.repository}/`);
    const sarif = renderSarif(result, `${server}/${attempt.repository}`);
    try {
        return sarif === undefined ? undefined : await keep(`safeguards-${result.stage}.sarif`, sarif);
    }
    catch (error) {
        // What was deployed stands, and the summary has it too.
        voice.log.warning(`the SARIF file could not be written: ${error.message}`);
        return undefined;
    }
}
/** Says what a deploy would do now; nobody's lock is waited for, and nothing is written. */
async function foresee(inputs, { services, clis, licence }, { run: own, facts }, deps) {
    const plan = await (0,stage_plan/* planStage */.cJ)({ services, clis, named: inputs.services, regionsBefore: [] }, own, deps);
    const { concurrency } = inputs;
    const results = await deployGraph(plan, own, { concurrency, licence, checkHeld: async () => undefined }, deps);
    const leftOut = await leftOutResults(plan, [], deps);
    return outcome({ ...inputs, 'publish-outputs': undefined }, { services: [...results, ...leftOut], plan }, facts);
}
async function deployHeld(inputs, { services, clis, licence }, held, deps) {
    const { run: own, facts, lock } = held;
    checkFreeze(inputs, deps);
    const wish = await readWish(own.stage, deps);
    const notWanted = await askWhetherWanted(inputs, own, wish, deps);
    if (notWanted !== undefined) {
        return endUnwanted(notWanted, held, deps);
    }
    const named = inputs.services;
    const plan = await (0,stage_plan/* planStage */.cJ)({ services, clis, named, regionsBefore: wish?.regions ?? [] }, own, deps);
    await writeWish(own, { before: wish, complete: false }, deps);
    const results = await deployGraph(plan, own, { concurrency: inputs.concurrency, licence, checkHeld: lock.check }, deps);
    const leftOut = await leftOutResults(plan, inputs['publish-outputs'] ?? [], deps);
    const deployed = { services: [...results, ...leftOut], plan };
    const done = outcome(inputs, deployed, facts);
    const isWhole = named === undefined || named.includes('all');
    if (done.failure === undefined && isWhole) {
        // What was deployed stands; the next run compares once more.
        const note = () => writeWish(own, { before: wish, complete: true }, deps);
        await lock
            .check()
            .then(note)
            .catch((error) => deps.voice.log.warning(`the completed commit could not be noted: ${error.message}`));
    }
    const overtaken = await askWhetherOvertaken(held, deps);
    return overtaken === undefined ? done : outcome(inputs, deployed, facts, overtaken);
}
/** A freeze may have begun while the run waited. Throws E_FROZEN unless somebody lifted it for this run. */
function checkFreeze({ freeze: variable = '', 'lift-freeze': lift }, { configuration, placeIn, voice }) {
    const { stage, configured, freeze: windows = [], profile } = configuration;
    const { ledger } = placeIn(profile.region);
    const now = ledger.now();
    const parts = { stage: stage.name, stages: configured, windows, variable, now };
    const frozen = stage.kind === 'configured' ? (0,freeze/* frozenNow */.nx)(parts) : undefined;
    if (frozen === undefined) {
        return;
    }
    const lifted = (0,freeze/* readLift */.gn)(lift, now);
    if (lifted === undefined) {
        throw (0,freeze/* frozenError */.Nh)(stage.name, frozen);
    }
    voice.log.notice((0,freeze/* tellLifted */.Or)(stage.name, frozen, lifted));
}
/** Asks again, now that the run holds the stage, whether its commit is what the stage is to have. */
async function askWhetherWanted({ redeploy }, { stage, commit }, wish, deps) {
    // A person's stage is what the person wants.
    if (commit === undefined || stage.kind === 'personal') {
        return undefined;
    }
    const parts = { ...deps, commit };
    return stage.kind === 'preview' ? askOfPreview(parts) : askOfConfigured(parts, { wish, redeploy });
}


/***/ }),

/***/ 11180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   a4: () => (/* binding */ tasksOf),
/* harmony export */   dP: () => (/* binding */ deploymentId),
/* harmony export */   o: () => (/* binding */ deploymentsOf)
/* harmony export */ });
/** What a deployment is known by in a run. */
function deploymentId(key, region) {
    return `${key}@${region}`;
}
/** Returns the deployments of some services in some regions; every service in the first region comes before the second. */
function deploymentsOf(keys, regions) {
    return regions.flatMap((region) => keys.map((key) => ({ id: deploymentId(key, region), key, region })));
}
/**
 * Returns the deployments as tasks: each after those that it needs in its own region; and one after the other for one folder,
 * which the Serverless Framework uses for one package at a time.
 */
function tasksOf(deployments, graph, folderOf) {
    const ids = new Set(deployments.map(({ id }) => id));
    return deployments.map(({ id, key, region }) => ({
        id,
        group: folderOf(key),
        after: (graph.get(key) ?? []).map(({ on }) => deploymentId(on, region)).filter((other) => ids.has(other)),
    }));
}
/** How people are told of a deployment: by its service, and by its region where there are several. */
function labelOf({ key, region }, regions) {
    return regions.length > 1 ? `${key} (${region})` : key;
}


/***/ }),

/***/ 80965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ changeLines),
/* harmony export */   x: () => (/* binding */ countChanges)
/* harmony export */ });
/* harmony import */ var _deploy_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11180);
/* harmony import */ var _stack_change_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75233);
/* harmony import */ var _stack_stateful_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43480);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87875);




/** Most rows of one service: what is lost stands first. */
const MOST = 100;
const WORDS = {
    add: ['add', 'add'],
    modify: ['modify', 'may modify'],
    replace: ['replace', 'may replace'],
    remove: ['remove', 'may remove'],
};
/** Renders what a deploy changes in its stacks, a row for each resource, without any value. Empty where nothing is known of it. */
function changeLines({ services, regions, }) {
    const rows = services.flatMap(({ changes = [], ...of }) => {
        const name = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)((0,_deploy_task_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(of, regions));
        const sorted = [...changes].sort((a, b) => rank(a) - rank(b));
        const shown = sorted.slice(0, MOST).map((change) => row(name, change));
        const more = changes.length - MOST;
        return more > 0 ? [...shown, `| ${name} | … | ${more} more | | |`] : shown;
    });
    return rows.length === 0
        ? []
        : ['| service | change | resource | type | note |', '|---|---|---|---|---|', ...rows, ''];
}
/** Counts what a deploy changes, for a heading: `2 to add, 1 to replace`. Empty for nothing. */
function countChanges({ services }) {
    const changes = services.flatMap((service) => service.changes ?? []);
    const counts = ['add', 'modify', 'replace', 'remove'].map((action) => ({
        action,
        count: changes.filter((change) => change.action === action).length,
    }));
    return counts
        .filter(({ count }) => count > 0)
        .map(({ action, count }) => `${count} to ${action}`)
        .join(', ');
}
function row(service, change) {
    const { action, logicalId, type, stack, isCertain } = change;
    const name = stack === undefined ? logicalId : `${stack}/${logicalId}`;
    return `| ${service} | ${WORDS[action][isCertain ? 0 : 1]} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(name)} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(type)} | ${notesOf(change).join('; ')} |`;
}
function notesOf(change) {
    return [
        ...(change.action !== 'add' && (0,_stack_stateful_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsData */ .VU)(change.type) ? ['⚠️ holds data'] : []),
        ...(change.rights === true ? ['🔑 changes rights'] : []),
        ...(change.keeps ? ['what was there is kept'] : []),
    ];
}
function rank(change) {
    const order = ['remove', 'replace', 'modify', 'add'].indexOf(change.action);
    return ((0,_stack_change_table_js__WEBPACK_IMPORTED_MODULE_0__/* .losesData */ .X7)(change) ? 0 : 10) + (change.rights === true ? 0 : 5) + order;
}


/***/ }),

/***/ 58760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ folded)
/* harmony export */ });
/** Renders lines that are shown on a click; nothing for none. */
function folded(title, lines) {
    return lines.length === 0 ? [] : [`<details><summary>${title}</summary>`, '', ...lines, '</details>', ''];
}


/***/ }),

/***/ 40204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ renderGraph)
/* harmony export */ });
const ICONS = {
    failed: '❌',
    'not-started': '⏸️',
    'rolled-back': '↩️',
    planned: '🔎',
    deployed: '✅',
    unchanged: '✔️',
    'left-out': '➖',
};
/** Statuses from the one that matters most, for a service of several regions. */
const BY_WEIGHT = Object.keys(ICONS);
/** Most services that a picture shows: a larger one is not read, and Mermaid has limits of its own. */
const MAX_SHOWN = 60;
/**
 * Renders the services and what each needs as a Mermaid flowchart: an arrow goes from a service to the one that reads it.
 * Empty where there are no two services, or too many.
 */
function renderGraph({ services, dependsOn = {} }) {
    const keys = [...new Set(services.map(({ key }) => key))];
    if (keys.length < 2 || keys.length > MAX_SHOWN) {
        return [];
    }
    const node = (key) => `s${keys.indexOf(key)}`;
    const boxes = keys.map((key) => `  ${node(key)}["${label(services.filter((service) => service.key === key))}"]`);
    const arrows = keys.flatMap((key) => (dependsOn[key] ?? []).filter((on) => keys.includes(on)).map((on) => `  ${node(on)} --> ${node(key)}`));
    return ['```mermaid', 'flowchart LR', ...boxes, ...arrows, '```', ''];
}
/** A key has letters, digits, - and _ alone, here and in a result of another job (result-schema.ts): nothing in it is markup. */
function label(regions) {
    const status = BY_WEIGHT.find((each) => regions.some((region) => region.status === each)) ?? 'left-out';
    return `${ICONS[status]} ${regions[0]?.key ?? ''}`;
}


/***/ }),

/***/ 45997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ safeguardLines)
/* harmony export */ });
/* harmony import */ var _deploy_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11180);
/* harmony import */ var _safeguards_policy_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16356);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29060);




/** Longest text of a finding in a row, in characters. */
const MAX_TEXT = 500;
/**
 * Renders what came of the safeguards: those that let everything through in a line, each finding in a row of a table. Empty if
 * nothing was checked.
 */
function safeguardLines({ services, regions }) {
    const rows = services.flatMap((service) => rowsOf(service, (0,_deploy_task_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(service, regions)));
    if (rows.length === 0) {
        return [];
    }
    const found = rows.flatMap(findingRows);
    return [
        ...listed('✅ safeguards passed', rows, 'passed'),
        ...listed('⏭️ safeguards skipped', rows, 'skipped'),
        ...(found.length === 0 ? [] : ['| safeguard | result | service | finding |', '|---|---|---|---|', ...found, '']),
    ];
}
function rowsOf({ safeguards = [] }, service) {
    return safeguards.map((result) => ({ ...result, service }));
}
/** The titles that have results of a status and no findings; the reason why they were skipped. */
function listed(what, rows, status) {
    const of = new Map(rows.filter((row) => row.status === status).map(({ title, reason }) => [title, reason]));
    const clean = [...of].filter(([title]) => rows.every((row) => row.title !== title || row.findings.length === 0));
    const spelled = clean.map(([title, reason]) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(title)}${reason === undefined ? '' : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(reason)})`}`);
    return clean.length === 0 ? [] : [`${what}: ${spelled.join(', ')}`, ''];
}
function findingRows({ title, service, findings }) {
    return findings.map((finding) => {
        const { place } = finding;
        const at = place?.line === undefined ? '' : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(place.file)}:${place.line})`;
        const text = (0,_truncate_js__WEBPACK_IMPORTED_MODULE_2__/* .truncateText */ .E)((0,_safeguards_policy_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .findingText */ .NK)(finding), MAX_TEXT);
        return `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(title)} | ${resultOf(finding)} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(service)} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text)}${at} |`;
    });
}
function resultOf({ level, waiver }) {
    if (waiver === undefined) {
        return level === 'error' ? '❌ failed' : '⚠️ warned';
    }
    const { owner, reason, until, hasExpired } = waiver;
    return hasExpired
        ? `❌ failed: the waiver of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(owner)} ended on ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(until)}`
        : `🕓 waived until ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(until)} by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(owner)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_2__/* .truncateText */ .E)(reason, MAX_TEXT))}`;
}


/***/ }),

/***/ 70979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ HEADLINES),
/* harmony export */   l: () => (/* binding */ servicesTable)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29060);


/** Longest reason in a row, in characters. */
const MAX_REASON = 500;
/** How the status of a service or of a run is shown. */
const HEADLINES = {
    deployed: '✅ deployed',
    planned: '🔎 would be deployed',
    'rolled-back': '↩️ rolled back',
    unchanged: '✅ unchanged',
    failed: '❌ failed',
    superseded: '⏭️ superseded',
    removed: '🗑️ removed',
    'not-started': '⏸️ not started',
    'left-out': '➖ not in this stage',
};
/** Renders the services, or some of them, as a table, a line each; empty where there are none. */
function servicesTable({ services, regions }, isShown = () => true) {
    const rows = services.filter(isShown).map((service) => row(service, regions.length > 1));
    return rows.length === 0 ? [] : ['| service | status | time | URL | why |', '|---|---|---|---|---|', ...rows, ''];
}
function row(service, withRegion) {
    const url = service.url === undefined ? '–' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(service.url);
    const name = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(service.key)}${withRegion && service.status !== 'left-out' ? ` (${service.region})` : ''}`;
    const reads = service.reads.map(({ service: other, stage }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(other)} from ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(stage)}`);
    const why = [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_1__/* .truncateText */ .E)(service.reason, MAX_REASON)),
        ...(reads.length === 0 ? [] : [`reads ${reads.join(', ')}`]),
    ].join('; ');
    const time = service.seconds === 0 ? '–' : `${Math.round(service.seconds)} s`;
    return `| ${name} | ${HEADLINES[service.status]} | ${time} | ${url} | ${why} |`;
}


/***/ }),

/***/ 92693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./core/output/names.js
var names = __webpack_require__(91539);
// EXTERNAL MODULE: ./core/report/changes.js
var changes = __webpack_require__(80965);
// EXTERNAL MODULE: ./core/report/failure-lines.js
var failure_lines = __webpack_require__(44268);
// EXTERNAL MODULE: ./core/report/folded.js
var folded = __webpack_require__(58760);
// EXTERNAL MODULE: ./core/report/graph.js
var graph = __webpack_require__(40204);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
// EXTERNAL MODULE: ./core/report/removal.js
var removal = __webpack_require__(32332);
// EXTERNAL MODULE: ./core/deploy/task.js
var task = __webpack_require__(11180);
// EXTERNAL MODULE: ./core/report/truncate.js
var truncate = __webpack_require__(29060);
;// CONCATENATED MODULE: ./core/report/rollback.js



/** Longest reason in a line, in characters. */
const MAX_REASON = 500;
/** Renders which services went back because another one failed, and which did not. Empty if nobody tried. */
function rollbackLines({ services, regions }) {
    const tried = services.flatMap((service) => service.rollback === undefined ? [] : [{ name: (0,markdown/* plain */.pj)((0,task/* labelOf */.Wy)(service, regions)), ...service.rollback }]);
    if (tried.length === 0) {
        return [];
    }
    const done = tried.filter(({ status }) => status === 'done').map(({ name }) => name);
    const others = tried.filter(({ status }) => status !== 'done');
    return [
        ...(done.length === 0
            ? []
            : [
                `↩️ rolled back, because a service failed: ${done.join(', ')}. Data and migrations of schemas are not undone.`,
                '',
            ]),
        ...others
            .map(({ name, reason = '' }) => `⚠️ not rolled back: ${name}: ${(0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(reason, MAX_REASON))}`)
            .flatMap((line) => [line, '']),
    ];
}

// EXTERNAL MODULE: ./core/report/safeguards.js
var safeguards = __webpack_require__(45997);
// EXTERNAL MODULE: ./core/report/services-table.js
var services_table = __webpack_require__(70979);
;// CONCATENATED MODULE: ./core/report/summary.js











/** Renders a (redacted) result as the Markdown of the job summary. */
function renderSummary(result) {
    const commit = result.commit === undefined ? '' : ` at ${(0,markdown/* commitLink */.wn)(result.commit)}`;
    const lines = [
        `## ${services_table/* HEADLINES */.O[result.status]}: ${(0,markdown/* plain */.pj)(result.app)} in stage ${(0,markdown/* plain */.pj)(result.stage)}`,
        '',
        `${result.kind} stage of ${(0,markdown/* plain */.pj)(result.ref)}${commit}, account ${result.account}, ${result.regions.length > 1 ? 'regions' : 'region'} ${result.regions.join(', ')}`,
        '',
        ...(result.reason === undefined ? [] : [(0,markdown/* plain */.pj)(result.reason), '']),
        ...(result.removed === undefined ? [] : (0,removal/* removedStages */.Oc)([result.removed])),
        ...(0,graph/* renderGraph */.D)(result),
        ...(0,services_table/* servicesTable */.l)(result),
        ...rollbackLines(result),
        ...sameCodeLines(result),
        ...(0,safeguards/* safeguardLines */.e)(result),
        ...summary_changes(result),
        ...result.leftOver.map((each) => `⚠️ left over, and not removed by a deploy: ${(0,markdown/* plain */.pj)(each)}\n`),
        ...detailsThatFit(result.services),
    ];
    return (0,truncate/* truncateSummary */.X)(`${lines.join('\n')}\n`);
}
/** What changes, folded away if it is long. */
function summary_changes(result) {
    const lines = (0,changes/* changeLines */.O)(result);
    return lines.length > MAX_OPEN_CHANGES ? (0,folded/* folded */.T)(`What changes: ${(0,changes/* countChanges */.x)(result)}`, lines) : lines;
}
/** Most lines of changes that are shown without a click. */
const MAX_OPEN_CHANGES = 30;
/** Says whether the code is the code of the stage before, as far as that was asked and is known. */
function sameCodeLines({ services, codeOf }) {
    if (codeOf === undefined) {
        return [];
    }
    const keysOf = (wanted) => [
        ...new Set(services.flatMap(({ key, sameCode }) => (sameCode === wanted ? [(0,markdown/* plain */.pj)(key)] : []))),
    ];
    const [others, unknown] = [keysOf(false), keysOf(undefined)];
    const stage = (0,markdown/* plain */.pj)(codeOf);
    return [
        ...(others.length === 0 ? [] : [`⚠️ not the code that ${stage} has: ${others.join(', ')}`, '']),
        ...(unknown.length === 0
            ? []
            : [`➖ not known whether it is the code that ${stage} has: ${unknown.join(', ')}`, '']),
        ...(others.length === 0 && unknown.length === 0 ? [`✅ same code as ${stage}`, ''] : []),
    ];
}
/** Most bytes of what is folded away: the table comes first. */
const MAX_DETAILS = 700 * 1024;
function detailsThatFit(services) {
    const lines = [];
    let size = 0;
    for (const [index, service] of services.entries()) {
        const more = details(service);
        size += Buffer.byteLength(more.join('\n'));
        if (size > MAX_DETAILS) {
            return [...lines, `The outputs of ${services.length - index} more services are too long to be shown here.`, ''];
        }
        lines.push(...more);
    }
    return lines;
}
function details(service) {
    const { key, error, stack, stackStatus = 'absent' } = service;
    const failure = (0,failure_lines/* failureLines */.w)(key, error);
    const outputs = Object.entries(service.outputs);
    if (stack === undefined && outputs.length === 0) {
        return failure;
    }
    const rows = [
        ...(stack === undefined ? [] : [`| stack | ${(0,markdown/* plain */.pj)(stack)} (${stackStatus}) |`]),
        ...outputs.map(([id, value]) => `| ${(0,markdown/* plain */.pj)((0,names/* outputName */.V)(id))} | ${(0,markdown/* plain */.pj)(value)} |`),
    ];
    const title = `<details><summary>Stack and outputs of ${(0,markdown/* plain */.pj)(key)}</summary>`;
    return [...failure, title, '', '| output | value |', '|---|---|', ...rows, '', '</details>', ''];
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
