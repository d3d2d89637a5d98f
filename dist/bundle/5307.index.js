export const id = 5307;
export const ids = [5307];
export const modules = {

/***/ 83687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./core/serverless/cli.js
var cli = __webpack_require__(83738);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/foreign-record.js
var foreign_record = __webpack_require__(18323);
// EXTERNAL MODULE: ./core/stack/nested-templates.js
var nested_templates = __webpack_require__(27897);
// EXTERNAL MODULE: ./core/stack/template.js
var template = __webpack_require__(25142);
// EXTERNAL MODULE: ./core/stack/change-table.js
var change_table = __webpack_require__(75233);
;// CONCATENATED MODULE: ./core/stack/template-difference.js


/**
 * Returns what differs between two templates of a stack, resource by resource, by their texts alone: whether a change replaces a
 * resource is CloudFormation's to say, but for one of another type. `above` are the logical ids of the nested stacks that they are of.
 */
function templateChanges(before, after, above) {
    const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return ids.flatMap((logicalId) => {
        const [old, next] = [before[logicalId], after[logicalId]];
        const type = String((next ?? old)?.Type ?? '');
        if (old === undefined || next === undefined) {
            return [
                (0,change_table/* stackChange */.P8)({ action: old === undefined ? 'Add' : 'Remove', logicalId, type, properties: [], ...policyOf(old) }, above),
            ];
        }
        if ((0,template/* comparable */.Zm)(old) === (0,template/* comparable */.Zm)(next)) {
            return [];
        }
        const replacement = old.Type === next.Type ? {} : { replacement: 'True' };
        return [
            (0,change_table/* stackChange */.P8)({ action: 'Modify', logicalId, type, properties: changedKeys(old.Properties, next.Properties), ...replacement }, above),
        ];
    });
}
/** A resource that goes stays in the account if its policy says so. */
function policyOf(resource) {
    const policy = resource?.DeletionPolicy;
    return policy === 'Retain' ? { policyAction: 'Retain' } : {};
}
function changedKeys(before, after) {
    const [old, next] = [before ?? {}, after ?? {}];
    const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
    return names.filter((name) => (0,template/* comparable */.Zm)(old[name]) !== (0,template/* comparable */.Zm)(next[name]));
}

;// CONCATENATED MODULE: ./core/check/packages.js






const packages_template = (0,foreign_record/* foreignRecord */.c)(dist/* unknown */.L5J());
const packaged = dist/* object */.Ikc({
    key: dist/* string */.YjP(),
    region: dist/* string */.YjP(),
    /** The template; absent if the service could not be packaged. */
    template: dist/* exactOptional */.yqP(packages_template),
    /** Templates of nested stacks, by the names of their files. */
    nested: dist/* exactOptional */.yqP((0,foreign_record/* foreignRecord */.c)(packages_template)),
    /** Why it could not be packaged. */
    reason: dist/* exactOptional */.yqP(dist/* string */.YjP()),
});
const packages_packages = dist/* object */.Ikc({
    schemaVersion: dist/* literal */.euz(1),
    stage: dist/* string */.YjP(),
    /** The commit that was packaged. */
    commit: dist/* exactOptional */.yqP(dist/* string */.YjP()),
    services: dist/* array */.YOg(packaged),
});
/** Where packages of a file come from. */
const PACKAGES_FIX = 'pass the output "packages" of an earlier step of the same job on';
/** Reads packages that were written before; throws E_INPUT if the value is none. */
function parsePackages(value) {
    const result = dist/* safeParse */.xLC(packages_packages, value);
    if (!result.success) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the file of the input "compare-with" is not what compare-packages wrote',
            fix: PACKAGES_FIX,
        });
    }
    return result.output;
}
/** Returns what differs for each service of `after`; one that `before` does not have is added as a whole. */
function packageDifferences(before, after) {
    return after.services.map((next) => {
        const { key, region } = next;
        const old = before.services.find((one) => one.key === key && one.region === region);
        const reason = next.reason ?? (old?.reason === undefined ? undefined : `${old.reason} (as it is now)`);
        return reason === undefined
            ? { key, region, changes: changesOf(old, next), ...sectionsOf(old, next) }
            : { key, region, changes: undefined, reason };
    });
}
const SECTIONS = ['Parameters', 'Mappings', 'Conditions', 'Transform', 'Rules'];
function sectionsOf(old, next) {
    const sections = SECTIONS.filter((name) => (0,template/* comparable */.Zm)(old?.template?.[name]) !== (0,template/* comparable */.Zm)(next.template?.[name]));
    return old === undefined || sections.length === 0 ? {} : { sections };
}
function changesOf(old, next) {
    const [before, after] = [old?.template ?? {}, next.template ?? {}];
    return [
        ...templateChanges(resourcesOf(before), resourcesOf(after)),
        ...[...new Set([...(0,nested_templates/* nestedStacks */.DM)(before), ...(0,nested_templates/* nestedStacks */.DM)(after)].map(([id]) => id))].flatMap((id) => templateChanges(nestedOf(old, id), nestedOf(next, id), id)),
    ];
}
/** Resources of the nested stack with a logical id. */
function nestedOf(of, id) {
    const [, stack] = (0,nested_templates/* nestedStacks */.DM)(of?.template ?? {}).find(([one]) => one === id) ?? [];
    const name = stack === undefined ? undefined : (0,nested_templates/* templateFileOf */.EF)(stack, Object.keys(of?.nested ?? {}));
    return resourcesOf((name === undefined ? undefined : of?.nested?.[name]) ?? {});
}
function resourcesOf(of) {
    return (of['Resources'] ?? {});
}

// EXTERNAL MODULE: ./core/configuration/check-stages.js
var check_stages = __webpack_require__(55538);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/private.js
var files_private = __webpack_require__(93405);
;// CONCATENATED MODULE: ./io/comparison.js





/** Reads what is compared; throws E_INPUT, E_STAGE_UNKNOWN and what `readConfig` throws. */
async function readComparison({ stage, 'compare-with': path, 'working-directory': folder }, { workspace, tempFolder }) {
    const config = await (0,configuration/* readConfig */.Xg)({ 'working-directory': folder }, workspace);
    const later = path === undefined ? undefined : parsePackages(await (0,files_private/* readPrivateJson */.AG)(path, 'compare-with', PACKAGES_FIX));
    return {
        configuration: (0,check_stages/* checkedStage */.K)(config, undefined, stage),
        later,
        async keep(packages) {
            const file = (0,external_node_path_.join)(await (0,files_private/* makePrivateFolder */.I2)(tempFolder, 'serverless-stages-packages'), 'packages.json');
            await (0,files_private/* writePrivateJson */.FO)(file, packages);
            return file;
        },
    };
}

// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./io/source.js + 19 modules
var source = __webpack_require__(77700);
// EXTERNAL MODULE: ./stage/open/check.js
var check = __webpack_require__(16261);
;// CONCATENATED MODULE: ./actions/compare-packages/contract.js
const contract = {
    name: 'compare-packages',
    inputs: {
        stage: { kind: 'text', always: true },
        against: { kind: 'text' },
        services: { kind: 'list' },
        'compare-with': { kind: 'text' },
        concurrency: { kind: 'integer', always: true },
        'working-directory': { kind: 'text', always: true },
        'serverless-access-key': { kind: 'secret' },
        'serverless-license-key': { kind: 'secret' },
    },
    outputs: ['packages', 'services', 'result', 'error'],
    onFailure: {},
};

// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
// EXTERNAL MODULE: ./core/input.js
var input = __webpack_require__(62049);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/report/changes.js
var changes = __webpack_require__(80965);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
// EXTERNAL MODULE: ./core/report/truncate.js
var truncate = __webpack_require__(29060);
;// CONCATENATED MODULE: ./core/report/difference.js




/** Longest reason in a line, in characters. */
const MAX_REASON = 500;
/** Renders what a commit would change in a stage, by packages that were made without the cloud, as the Markdown of a job summary. */
function renderDifference({ stage, before, after, services }) {
    const rows = services.map(({ key, region, changes }) => ({ key, region, ...(0,only_defined/* onlyDefined */.M)({ changes }) }));
    const regions = [...new Set(services.map(({ region }) => region))];
    const count = (0,changes/* countChanges */.x)({ services: rows });
    const unknown = services.filter(({ changes }) => changes === undefined);
    const lines = [
        `## 🔎 What ${after === undefined ? 'this' : (0,markdown/* commitLink */.wn)(after)} would change in ${(0,markdown/* plain */.pj)(stage)}: ${count === '' ? 'nothing that is known' : count}`,
        '',
        ...(before === undefined ? [] : [`${(0,markdown/* plain */.pj)(stage)} has ${(0,markdown/* commitLink */.wn)(before)}.`, '']),
        ...(0,changes/* changeLines */.O)({ services: rows, regions }),
        ...services.flatMap(({ key, sections = [] }) => sections.length === 0
            ? []
            : [`⚠️ ${(0,markdown/* plain */.pj)(key)}: ${sections.join(', ')} of the template differ: other resources may change by them`, '']),
        ...unknown.flatMap(({ key, reason = '' }) => [
            `➖ not known: ${(0,markdown/* plain */.pj)(key)}: ${(0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(reason, MAX_REASON))}`,
            '',
        ]),
        'By two packages, made without the cloud: a secret or an output that changes does not show, and only CloudFormation knows whether a modified resource is replaced.',
    ];
    return (0,truncate/* truncateSummary */.X)(`${lines.join('\n')}\n`);
}

// EXTERNAL MODULE: ./core/source/tree.js
var tree = __webpack_require__(71207);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(59964);
// EXTERNAL MODULE: ./stage/check/package-offline.js + 4 modules
var package_offline = __webpack_require__(4844);
// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./stage/check/by-folder.js
var by_folder = __webpack_require__(67731);
;// CONCATENATED MODULE: ./stage/check/package-stage.js



/** Packages services for a stage without the cloud, in each of its regions; one that cannot be packaged says why. */
async function packageStage(configuration, { all, chosen }, edges) {
    const packages = [];
    for (const region of configuration.profile.regions) {
        const around = await (0,package_offline/* openOffline */.GA)(configuration, region, all, edges);
        packages.push(...(await (0,by_folder/* byFolder */.c)(chosen, edges.concurrency, (service) => templatesOf(service, around, edges))));
    }
    return packages;
}
async function templatesOf(service, around, edges) {
    const of = { key: service.key, region: around.region };
    try {
        const made = await (0,package_offline/* packageOffline */["if"])(service, around, edges);
        if ('reason' in made) {
            return { ...of, reason: made.reason };
        }
        const nested = Object.fromEntries(made.nested.map(({ name, template }) => [name, template]));
        return { ...of, template: made.packaged.template, nested };
    }
    catch (error) {
        const { code, message } = (0,described_error.describeError)(error);
        return { ...of, reason: `${code}: ${message}` };
    }
}

;// CONCATENATED MODULE: ./actions/compare-packages/run.js









/** Packages what a stage would get, or has, and compares the two. */
async function run(inputs, deps) {
    const { configuration, edges, source, later } = deps;
    const all = await (0,package_offline/* servicesFor */.kP)(configuration, edges);
    const ofStage = all.filter(({ key }) => configuration.only?.includes(key) ?? true);
    const chosen = inputs.services === undefined
        ? await changedSince(inputs.against, ofStage, deps)
        : ofStage.filter(({ key }) => inputs.services?.includes(key));
    const packages = {
        schemaVersion: 1,
        stage: configuration.stage.name,
        ...(0,only_defined/* onlyDefined */.M)({ commit: source?.head }),
        services: await packageStage(configuration, { all, chosen }, edges),
    };
    const services = chosen.map(({ key }) => key).join(',') || input/* NONE */.x3;
    const outputs = { packages: await deps.keep(packages), services };
    if (later === undefined) {
        return { outputs };
    }
    const differences = packageDifferences(packages, later);
    const difference = { stage: packages.stage, before: packages.commit, after: later.commit, services: differences };
    return {
        outputs: { ...outputs, result: (0,transport/* encodeJson */.Pr)({ schemaVersion: 1, ...difference }) },
        summary: renderDifference(difference),
    };
}
/** Whether serverless-stages.yml, which has parameters, differs from that of a commit. */
async function hasOtherConfiguration(commit, source) {
    const path = (0,tree/* inTree */._Z)(source?.prefix ?? '', parse/* CONFIG_FILE */.g2);
    const texts = [commit ?? '', source?.head ?? ''].map(async (one) => (await (await source?.tree(one))?.read([path]))?.get(path));
    const [before, now] = await Promise.all(texts);
    return before === undefined || before !== now;
}
/** The services whose files differ from a commit; all if that cannot be told. */
async function changedSince(commit, services, { source, log }) {
    const before = commit === undefined ? undefined : await source?.atCommit(commit, services);
    const now = before === undefined ? undefined : await source?.inWorkTree(services);
    if (before === undefined || now === undefined || (await hasOtherConfiguration(commit, source))) {
        log.info('what differs from the commit that the stage has is not known by files alone, so all services are packaged');
        return services;
    }
    return services.filter(({ key }) => before.get(key)?.hash !== now.get(key)?.hash);
}

;// CONCATENATED MODULE: ./actions/compare-packages/main.js










const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const { workspace, tempFolder } = context;
    const comparison = await readComparison(inputs, context);
    return (0,private_work/* withPrivateFolder */.m)(tempFolder, 'serverless-stages-check', async (folder) => {
        const { concurrency, 'working-directory': workingDirectory } = inputs;
        const licence = (0,cli/* licenceOf */.v3)(inputs);
        const edges = await (0,check/* openCheck */.X)({ workingDirectory, licence, concurrency, folder }, context);
        return (0,source/* withSource */.g)(workspace, workingDirectory, (source) => run(inputs, { ...comparison, edges, source, log: log/* runnerLog */.t }));
    });
});


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

/***/ 99341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ shortCommit)
/* harmony export */ });
/** Returns the first seven digits of a commit, as GitHub shows it. */
function shortCommit(sha) {
    return sha.slice(0, 7);
}


/***/ })

};
