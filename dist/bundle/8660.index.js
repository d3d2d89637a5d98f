export const id = 8660;
export const ids = [8660];
export const modules = {

/***/ 77441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ updateSettings),
/* harmony export */   m: () => (/* binding */ deploymentBucket)
/* harmony export */ });
/** Reads them from a package. */
function updateSettings({ provider, template, stackTags }) {
    const parameters = Array.isArray(provider['stackParameters']) ? provider['stackParameters'] : [];
    const arns = Array.isArray(provider['notificationArns']) ? provider['notificationArns'] : [];
    const role = provider['iam']?.deploymentRole ?? provider['cfnRole'];
    return {
        capabilities: [
            'CAPABILITY_IAM',
            'CAPABILITY_NAMED_IAM',
            ...(template['Transform'] === undefined ? [] : ['CAPABILITY_AUTO_EXPAND']),
        ],
        tags: stackTags,
        parameters: parameters.flatMap((one) => {
            const { ParameterKey: key, ParameterValue: value } = (one ?? {});
            return typeof key === 'string' ? [{ key, ...(value === undefined ? {} : { value: String(value) }) }] : [];
        }),
        notificationArns: arns.map(String),
        ...(typeof role === 'string' ? { role } : {}),
    };
}
/** Returns the bucket that packages of a service go to; `outputs` are those of the stack that stands. Undefined if it is not known. */
function deploymentBucket({ provider }, outputs) {
    const configured = provider['deploymentBucket'];
    const named = typeof configured === 'string' ? configured : configured?.name;
    return typeof named === 'string' && named !== '' ? named : outputs['ServerlessDeploymentBucketName'];
}


/***/ }),

/***/ 10832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseChoice),
/* harmony export */   f: () => (/* binding */ checkDistinctNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51335);


/**
 * Reads the input that names services: undefined where the run decides (no input), all keys for `all`, else those that are
 * named. Throws E_SERVICE_UNKNOWN with the nearest key.
 */
function parseChoice(services, wanted) {
    const keys = services.map((service) => service.key);
    if (wanted === undefined || wanted.includes('all')) {
        return wanted === undefined ? undefined : new Set(keys);
    }
    for (const key of wanted) {
        if (!keys.includes(key)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_SERVICE_UNKNOWN', { what: `"${key}" is not a service`, fix: (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(key, keys) });
        }
    }
    return new Set(wanted);
}
/**
 * Checks that no two services have one name, which stacks, records and `${output:NAME.KEY}` go by, and so do exports of the
 * Serverless Framework's own (`sls-<service>-<stage>-…`, osls 4.3, serverless 3): CloudFormation lets only one stack of a region
 * have such a one. Throws E_STACK_COLLISION.
 */
function checkDistinctNames(services) {
    const byName = new Map();
    for (const service of services) {
        const twin = service.name === undefined ? undefined : byName.get(service.name);
        if (twin !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_COLLISION', {
                what: `the services in ${twin.path} and ${service.path} are both called "${service.name}"`,
                why: service.stackName === twin.stackName
                    ? 'they would share one stack in every stage'
                    : `their stacks differ, but both would export sls-${service.name}-STAGE-ServerlessDeploymentBucketName, which CloudFormation takes once, and \${output:NAME.KEY} tells services apart by their names`,
                fix: 'give each its own `service:`',
            });
        }
        if (service.name !== undefined) {
            byName.set(service.name, service);
        }
    }
}


/***/ }),

/***/ 23792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ parseStackAddress)
/* harmony export */ });
/* harmony import */ var _stack_template_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44484);

/** Reads the address of a stack's output, `[REGION:]STACK.OUTPUT`. It may hold variables that are not known, with any signs. */
function parseStackAddress(address) {
    const [, region, rest = address] = /^([a-z]{2}(?:-[a-z]+)+-\d):([\s\S]*)$/.exec(address) ?? [];
    // An output's name has no point, nor has a stack's; a variable in it may.
    const at = (0,_stack_template_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)(rest) ? rest.indexOf('.') : rest.lastIndexOf('.');
    const isCut = at !== -1 && !rest.includes('}', at);
    return { region, stack: isCut ? rest.slice(0, at) : rest, output: isCut ? rest.slice(at + 1) : '' };
}


/***/ }),

/***/ 25142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ isVeryTemplate),
/* harmony export */   N_: () => (/* binding */ sameTemplate),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   Zm: () => (/* binding */ comparable)
/* harmony export */ });
/* harmony import */ var _literally_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54413);

/** Reads a template's JSON; undefined if it is none. */
function parseTemplate(text) {
    try {
        const template = JSON.parse(text);
        return typeof template === 'object' && template !== null ? template : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Whether a live template and a packaged one would make the same stack. What differs from packaging to packaging is left
 * out: where in the bucket code and layers are (their versions hold the hash), and the suffix of deployments of APIs. GetTemplate
 * gives a `?` for each character that is not ASCII, so a `?` stands for any of those.
 */
function sameTemplate(live, packaged) {
    try {
        return comparable(JSON.parse(live)) === comparable(packaged);
    }
    catch {
        return false;
    }
}
/**
 * Whether a stack's template as it was sent is the very one of a package. The Serverless Framework changes nothing of it on the way
 * (osls 4.3, serverless 3): places of code and suffixes of deployments are of the package, too.
 */
function isVeryTemplate(live, packaged) {
    try {
        return isSame(JSON.parse(live), packaged);
    }
    catch {
        return false;
    }
}
/** Whether two values are the same, but for one `?` or more in the live one for each run of characters that are not ASCII. */
function isSame(live, packaged) {
    if (typeof live === 'string' && typeof packaged === 'string') {
        return live === packaged || asPattern(packaged).test(live);
    }
    if (typeof live !== 'object' || typeof packaged !== 'object' || live === null || packaged === null) {
        return live === packaged;
    }
    const [own, others] = [Object.entries(live), Object.entries(packaged).filter(([, value]) => value !== undefined)];
    return (Array.isArray(live) === Array.isArray(packaged) &&
        own.length === others.length &&
        own.every(([key, value]) => {
            const other = others.find(([one]) => one === key) ?? others.find(([one]) => isSame(key, one));
            return other !== undefined && isSame(value, other[1]);
        }));
}
function asPattern(text) {
    const parts = text.split(/[\u0080-\uffff]+/).map(_literally_js__WEBPACK_IMPORTED_MODULE_0__/* .literally */ .D);
    return new RegExp(`^${parts.join('\\?+')}$`);
}
/** Returns a text that is the same for two templates, or parts of them, that would make the same stack. */
function comparable(template) {
    return (JSON.stringify(ordered(template)) ?? '').replace(/"((?:ApiGateway|Websockets)Deployment)[0-9A-Za-z]{5,}"/g, '"$1"');
}
/** A copy with its keys in order, without the keys of packages. */
function ordered(value) {
    if (Array.isArray(value)) {
        return value.map(ordered);
    }
    if (typeof value === 'string') {
        return asAscii(value);
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const entries = Object.entries(value).flatMap(([key, item]) => key === 'S3Key' ? [] : [[asAscii(key), item]]);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, ordered(item)]));
}
/** A text with one `?` for each run of characters that are `?` or not ASCII. */
function asAscii(text) {
    return text.replace(/[^ -~\n\r\t]+|\?+/g, '?').replace(/\?+/g, '?');
}


/***/ }),

/***/ 33933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ checkNames),
/* harmony export */   f: () => (/* binding */ findClis)
/* harmony export */ });
/* harmony import */ var _core_serverless_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83738);
/* harmony import */ var _core_serverless_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27044);
/* harmony import */ var _core_serverless_parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11258);
/* harmony import */ var _core_service_choose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10832);




/**
 * Checks the services that may be deployed, before anything is asked of AWS, and finds the CLI of each. Throws
 * E_STACK_COLLISION, E_NAME_TOO_LONG, E_CLI_MISSING, E_CLI_VERSION, E_CLI_LICENSE.
 */
async function findClis(services, hasLicence, { configuration, parameters, folderOf, findCli, }) {
    (0,_core_service_choose_js__WEBPACK_IMPORTED_MODULE_3__/* .checkDistinctNames */ .f)(services);
    for (const service of services.filter(({ key }) => configuration.only?.includes(key) ?? true)) {
        checkNames(service, configuration);
    }
    const clis = new Map();
    for (const service of services) {
        const cli = await findCli(folderOf(service));
        (0,_core_serverless_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCli */ .dT)(cli, hasLicence);
        if ((0,_core_serverless_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .needsLicence */ .nR)(cli)) {
            (0,_core_serverless_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .checkServerless4Values */ .j)(parameters);
        }
        clis.set(service.key, cli);
    }
    return clis;
}
/** Checks that the names which the Serverless Framework makes for a service fit in a stage; throws E_NAME_TOO_LONG. */
function checkNames(service, { stage: { name: stage, kind }, profile }) {
    (0,_core_serverless_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkFunctionNames */ .hu)(service.key, service.functionNames, stage);
    const isNamed = service.makesRole && service.name !== undefined && kind === 'configured';
    for (const region of isNamed ? profile.regions : []) {
        (0,_core_serverless_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRoleName */ .Ko)({ service: service.name ?? '', stage, region });
    }
}


/***/ }),

/***/ 66250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cQ: () => (/* binding */ graphOf),
  _H: () => (/* binding */ lookupOf),
  cJ: () => (/* binding */ planStage)
});

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
;// CONCATENATED MODULE: ./core/deploy/selection.js

/**
 * Decides which services a stage is to have. A configured or personal stage has all; a preview those that its changes
 * are in and those that are there already, and what these need where neither it nor the base stage has it. Throws
 * E_OUTPUT_MISSING where a service is needed that previews never get.
 */
function selectServices(parts) {
    const { services, named } = parts;
    const chosen = new Map();
    for (const service of services) {
        const { key } = service;
        if (named !== undefined) {
            if (named.has(key) && !(parts.kind === 'preview' && service.shared === 'always')) {
                chosen.set(key, { key, forced: true, reason: 'asked for by name' });
            }
            continue;
        }
        const reason = parts.kind === 'preview' ? reasonInPreview(service, parts) : 'the stage has every service';
        if (reason !== undefined) {
            chosen.set(key, { key, forced: false, reason });
        }
    }
    addNeeded(chosen, parts);
    const selected = services.flatMap(({ key }) => chosen.get(key) ?? []);
    const leftOut = services.flatMap((service) => chosen.has(service.key) ? [] : [{ key: service.key, reason: reasonLeftOut(service, parts) }]);
    return { selected, leftOut };
}
function reasonInPreview(service, parts) {
    const { changed, against, mode } = parts;
    if (service.shared === 'always') {
        return undefined;
    }
    if (changed === undefined) {
        return service.shared === true && mode === 'all' && !parts.present.has(service.key)
            ? undefined
            : `what differs from ${against} cannot be told, so it is deployed`;
    }
    if (changed.has(service.key)) {
        return `it differs from ${against}`;
    }
    if (service.triggers === 'always') {
        return 'triggers: always';
    }
    if (parts.present.has(service.key)) {
        return 'the preview has it already';
    }
    return mode === 'all' && service.shared === false ? 'previews.services: all' : undefined;
}
/** Adds what the chosen ones need, where nobody else has it; what the base stage has brings its own needs there. */
function addNeeded(chosen, parts) {
    const byKey = new Map(parts.services.map((service) => [service.key, service]));
    const queue = [...chosen.keys()];
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
        for (const { on: needed, why, byStack } of parts.graph.get(key) ?? []) {
            const isOwn = byStack === true && parts.readsOwnStacks.has(key);
            if (chosen.has(needed) || parts.present.has(needed) || (parts.inBase.has(needed) && !isOwn)) {
                continue;
            }
            const base = isOwn ? `serverless 4 reads ${why} of this stage alone` : lackOf(parts);
            if (byKey.get(needed)?.shared === 'always' && parts.kind === 'preview') {
                throw new errors/* UserError */.yo('E_OUTPUT_MISSING', {
                    what: `"${key}" needs the service "${needed}" (${why}), of which previews get no copy (shared: always), and ${base}`,
                    fix: `deploy "${needed}" into the base stage first`,
                });
            }
            chosen.set(needed, { key: needed, forced: false, reason: `"${key}" needs it, and ${base}` });
            queue.push(needed);
        }
    }
}
function lackOf({ baseStage }) {
    return baseStage === undefined ? 'there is no base stage' : `"${baseStage}" does not have it`;
}
function reasonLeftOut(service, parts) {
    const { key, shared } = service;
    const from = parts.inBase.has(key) ? `; "${parts.baseStage}" has it` : '';
    if (parts.named !== undefined && !parts.named.has(key)) {
        return `not asked for${from}`;
    }
    if (shared === 'always') {
        const changed = parts.changed?.has(key) ? 'its changes are not in this preview: ' : '';
        return `${changed}shared: always${from}`;
    }
    return `nothing of it differs from ${parts.against}${from}`;
}

// EXTERNAL MODULE: ./core/output/address.js
var output_address = __webpack_require__(54275);
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(42653);
// EXTERNAL MODULE: ./core/service/compose.js
var service_compose = __webpack_require__(83029);
// EXTERNAL MODULE: ./core/service/parameter-outputs.js
var parameter_outputs = __webpack_require__(90813);
// EXTERNAL MODULE: ./core/service/stack-address.js
var stack_address = __webpack_require__(23792);
// EXTERNAL MODULE: ./core/stack/template-text.js
var template_text = __webpack_require__(44484);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
;// CONCATENATED MODULE: ./core/graph/cycle.js
/** Returns what a service needs of another; undefined if it needs nothing of it. */
function edge(graph, key, on) {
    return graph.get(key)?.find((dependency) => dependency.on === on);
}
/** Returns a circle of a graph; undefined if it has none. */
function findCycle(graph) {
    const finished = new Set();
    for (const start of graph.keys()) {
        const path = [];
        // Depth first without recursion: a chain may be as long as there are services.
        const stack = [{ key: start, next: 0 }];
        const onPath = new Set();
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            if (top.next === 0 && !finished.has(top.key)) {
                path.push(top.key);
                onPath.add(top.key);
            }
            const dependency = finished.has(top.key) ? undefined : graph.get(top.key)?.[top.next];
            if (dependency === undefined) {
                finished.add(top.key);
                if (path.at(-1) === top.key) {
                    path.pop();
                    onPath.delete(top.key);
                }
                stack.pop();
                continue;
            }
            top.next += 1;
            if (onPath.has(dependency.on)) {
                return describeCycle(graph, path.slice(path.indexOf(dependency.on)));
            }
            stack.push({ key: dependency.on, next: 0 });
        }
    }
    return undefined;
}
/** A cycle as a path that begins at its first service in the given order. */
function describeCycle(graph, members) {
    const first = [...graph.keys()].find((key) => members.includes(key)) ?? '';
    const at = members.indexOf(first);
    const path = [...members.slice(at), ...members.slice(0, at), first];
    const reasons = path.slice(0, -1).map((key, index) => {
        const on = path[index + 1] ?? '';
        return `${key} reads ${on} (${edge(graph, key, on)?.why})`;
    });
    return { path, reasons };
}

;// CONCATENATED MODULE: ./core/graph/graph.js









/**
 * Builds the graph of an application from what is configured (`depends-on`, Compose) and from what the services'
 * configurations read of each other. Throws E_SERVICE_UNKNOWN, E_DEPENDENCY_CYCLE.
 */
function buildGraph(parts) {
    const keys = parts.services.map(({ key }) => key);
    const keyOfName = new Map(parts.services.flatMap(({ key, name }) => (name === undefined ? [] : [[name, key]])));
    const graph = new Map(parts.services.map((service) => {
        const found = [
            ...declared(service, keys),
            ...readByParameter(service, keys, parts),
            ...readByName(service, keyOfName, parts),
        ];
        // Of several reasons the first counts, and what is sure before a guess.
        const sure = [...found.filter(({ guess }) => guess !== true), ...found.filter(({ guess }) => guess === true)];
        const byStack = new Set(found.filter((each) => each.byStack === true).map(({ on }) => on));
        const byKey = new Map(sure.reverse().map((each) => [each.on, byStack.has(each.on) ? { ...each, byStack: true } : each]));
        return [service.key, [...byKey.values()].sort((a, b) => (a.on < b.on ? -1 : 1))];
    }));
    checkCycles(graph);
    return graph;
}
/** Throws E_DEPENDENCY_CYCLE; takes out the guesses that alone close a circle. */
function checkCycles(graph) {
    for (let cycle = findCycle(graph); cycle !== undefined; cycle = findCycle(graph)) {
        const { path, reasons } = cycle;
        const guessed = path.slice(0, -1).find((key, index) => edge(graph, key, path[index + 1])?.guess === true);
        if (guessed === undefined) {
            throw new errors/* UserError */.yo('E_DEPENDENCY_CYCLE', {
                what: `services depend on each other in a circle: ${path.join(' → ')}`,
                why: reasons.join('; '),
                fix: path.length === 2
                    ? 'a service knows its own resources without their outputs: use Ref or Fn::GetAtt'
                    : 'take one of these dependencies out',
            });
        }
        const on = path[path.indexOf(guessed) + 1];
        graph.set(guessed, (graph.get(guessed) ?? []).filter((dependency) => dependency.on !== on));
    }
}
function declared(service, keys) {
    const compose = Object.values(service.composeParams).flatMap(service_compose/* composeReferences */.rd);
    const all = [
        ...service.dependsOn.map((on) => ({ on, why: 'depends-on' })),
        ...compose.map(([on, output]) => ({ on, why: `\${${on}.${output}} in serverless-compose.yml` })),
    ];
    const stranger = all.find(({ on }) => !keys.includes(on));
    if (stranger !== undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_UNKNOWN', {
            what: `the service "${service.key}" depends on "${stranger.on}" (${stranger.why}), which is not a service`,
            fix: (0,suggest/* suggestName */.S)(stranger.on, keys),
        });
    }
    return all;
}
function readByParameter(service, keys, { parameters }) {
    return service.reads.params.flatMap((name) => {
        const read = parameters.has(name) ? undefined : (0,parameter_outputs/* outputOfParameter */.Y)(name, keys);
        return read === undefined || isOwnThroughFile(service, read.key, `param:${name}`)
            ? []
            : [{ on: read.key, why: `\${param:${name}}` }];
    });
}
/** A file that several services include may name an output of each of them. */
function isOwnThroughFile({ key, reads }, on, text) {
    return on === key && reads.through.includes(text);
}
/** Outputs, stacks and exports that are named by services' names, if they are of this application and stage. */
function readByName(service, keyOfName, parts) {
    const { app, stage, lookup } = parts;
    const outputs = service.reads.outputs.flatMap((written) => {
        const why = `\${output:${written}}`;
        const text = (0,variables/* substitute */.V)(written, lookup);
        if (!(0,template_text/* isWhole */.wP)(text)) {
            // The stage may turn out to be another one; to wait for nothing does less harm than not to wait for what is read.
            const [, name = ''] = /(?:^|:)([A-Za-z][\w-]*)\.[^:{}$]+$/.exec(text) ?? [];
            const likely = keyOfName.get(name);
            return likely === undefined || likely === service.key ? [] : [{ on: likely, why, guess: true }];
        }
        const address = (0,output_address/* parseOutputAddress */.Z)(text);
        const isHere = (address.app ?? app) === app && (address.stage ?? stage) === stage;
        const on = keyOfName.get(address.service);
        return isHere && on !== undefined && !isOwnThroughFile(service, on, `output:${written}`) ? [{ on, why }] : [];
    });
    const others = parts.services.filter(({ key }) => key !== service.key);
    const stacks = service.reads.stacks.flatMap((written) => matching((0,stack_address/* parseStackAddress */.y)((0,variables/* substitute */.V)(written, lookup)).stack, others, ({ stackName, stackText }) => [stackName ?? stackText ?? []].flat()).map((found) => ({ ...found, why: `\${cf:${written}}`, byStack: true })));
    const imports = service.reads.imports.flatMap((name) => matching(name, others, ({ exports }) => exports).map((found) => ({ ...found, why: `Fn::ImportValue ${name}` })));
    return [...outputs, ...stacks, ...imports];
}
/** Whether two texts name the same variables that are not known before, by the same spelling. */
function isSpelledAlike(name, text) {
    return name === text && !text.includes(template_text/* UNKNOWN_PART */.DQ);
}
/** Returns the services that have a name; if one of both is not known as a whole, those that may have it. */
function matching(text, services, namesOf) {
    return services.flatMap((service) => {
        const names = namesOf(service);
        if (names.includes(text) && (0,template_text/* isWhole */.wP)(text)) {
            return [{ on: service.key }];
        }
        const isLikely = names.some((name) => (0,template_text/* isWhole */.wP)(name)
            ? !(0,template_text/* isWhole */.wP)(text) && (0,template_text/* mayBe */.H)(text, name)
            : isSpelledAlike(name, text) || ((0,template_text/* isWhole */.wP)(text) && (0,template_text/* mayBe */.H)(name, text)));
        return isLikely ? [{ on: service.key, guess: true }] : [];
    });
}

// EXTERNAL MODULE: ./core/ledger/owner.js
var ledger_owner = __webpack_require__(34088);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/serverless/cli.js
var serverless_cli = __webpack_require__(83738);
// EXTERNAL MODULE: ./core/serverless/known-variables.js
var known_variables = __webpack_require__(33931);
// EXTERNAL MODULE: ./core/service/choose.js
var choose = __webpack_require__(10832);
;// CONCATENATED MODULE: ./stage/deploy/plan/stage-records.js

/** Reads the records of a stage in every region; `broken` is told of those that cannot be read, else they are thrown: E_LEDGER. */
async function readRecords(stage, { configuration, placeIn }, broken) {
    const { regions } = configuration.profile;
    const found = await Promise.all(regions.map((region) => placeIn(region).ledger.records(stage, broken)));
    return new Map(regions.map((region, index) => [region, found[index] ?? new Map()]));
}
/** Returns a service's name: if its configuration does not tell it, the one that its record says. */
function nameOf(service, places, owner) {
    if (service.name !== undefined) {
        return service.name;
    }
    const all = places.flatMap((place) => [...place.values()].flatMap((byName) => [...byName.values()]));
    return all.find((record) => record.key === service.key && sameRepository(record.owner, owner))?.service;
}
function sameRepository(a, b) {
    return a.kind === 'repository' && b.kind === 'repository' && a.id === b.id;
}
/** Returns the records of a service by region; none if its name is not known. */
function recordsOf({ name }, records) {
    const entries = [...records].flatMap(([region, byName]) => {
        const record = name === undefined ? undefined : byName.get(name);
        return record === undefined ? [] : [[region, record]];
    });
    return new Map(entries);
}
/** Returns what is recorded as this owner's in the stage, and is not in its configuration any more. */
function findLeftOver(services, records, owner) {
    const names = new Set(services.map(({ name }) => name));
    return [...records].flatMap(([region, byName]) => [...byName.values()].flatMap((record) => (0,ledger_owner/* sameOwner */.s0)(record.owner, owner) && !names.has(record.service)
        ? [`${record.service} (stack ${record.stackName}, ${region})`]
        : []));
}

;// CONCATENATED MODULE: ./stage/deploy/plan/stage-plan.js








/** Returns what the variables of addresses, names and paths are known to be; of several regions, in one of them. */
function lookupOf({ stage, profile }, parameters, region = profile.regions.length > 1 ? undefined : profile.region) {
    const plain = parameters.filter(({ secret }) => !secret);
    const values = new Map(plain.map(({ name, value }) => [name, value]));
    return (0,known_variables/* knownVariables */.h)({ stage: stage.name, ...(0,only_defined/* onlyDefined */.M)({ region }) }, values);
}
/** Builds the graph of the services; throws E_SERVICE_UNKNOWN, E_DEPENDENCY_CYCLE. */
function graphOf(services, { configuration, parameters }) {
    return buildGraph({
        services,
        parameters: new Set(parameters.map(({ name }) => name)),
        lookup: lookupOf(configuration, parameters),
        app: configuration.app,
        stage: configuration.stage.name,
    });
}
/**
 * Decides what the stage is to have, by what differs and by what is there. Throws E_LEDGER, E_SERVICE_UNKNOWN,
 * E_OUTPUT_MISSING; E_STACK_FOREIGN if a record of it is somebody else's.
 */
async function planStage(parts, run, edges) {
    const { configuration, source, voice } = edges;
    const { app, stage, baseStage } = configuration;
    const records = await readRecords(run.stage, edges);
    const base = baseStage === undefined
        ? new Map()
        : await readRecords({ app, kind: 'configured', name: baseStage }, edges, (error) => voice.log.warning(error.message));
    const services = parts.services.map((one) => named(one, nameOf(one, [records, base], run.owner), stage.name));
    const graph = graphOf(services, edges);
    const sources = await source?.inWorkTree(services);
    const ofStage = services.filter(({ key }) => configuration.only?.includes(key) ?? true);
    const present = services.filter((service) => recordsOf(service, records).size > 0);
    const selection = selectServices({
        services: ofStage,
        graph,
        kind: stage.kind,
        mode: configuration.previewServices,
        named: (0,choose/* parseChoice */.H)(services, parts.named),
        changed: stage.kind === 'preview' ? await changedKeys(services, sources, edges) : undefined,
        present: new Set(present.map(({ key }) => key)),
        inBase: await keysInBase(services, graph, base, edges),
        baseStage,
        readsOwnStacks: new Set([...parts.clis].flatMap(([key, cli]) => ((0,serverless_cli/* needsLicence */.nR)(cli) ? [key] : []))),
        against: stage.baseBranch ?? 'the base',
    });
    const planned = planServices(selection, { services, clis: parts.clis, sources, graph, records });
    checkOwners(planned, run);
    const regions = parts.regionsBefore.filter((region) => !configuration.profile.regions.includes(region));
    return {
        planned,
        leftOut: selection.leftOut.flatMap((one) => {
            const service = services.find(({ key }) => key === one.key);
            return service === undefined ? [] : [{ ...one, service }];
        }),
        services,
        graph,
        records,
        leftOver: [
            ...findLeftOver(ofStage, records, run.owner),
            ...regions.map((region) => `whatever was deployed in ${region}, which is no region of the profile any more`),
        ],
    };
}
/** A service with the name that its record tells, and so its stack. */
function named(service, name, stage) {
    const isLearnt = service.name === undefined && name !== undefined;
    return { ...service, name, ...(isLearnt ? { stackName: service.stackName ?? `${name}-${stage}` } : {}) };
}
/** Puts together what is known of each selected service. */
function planServices({ selected }, { services, clis, sources, graph, records, }) {
    const byKey = new Map(services.map((service) => [service.key, service]));
    return selected.map(({ key, forced, reason: why }) => {
        const service = byKey.get(key);
        const cli = clis.get(key);
        if (service === undefined || cli === undefined) {
            throw new Error(`the service "${key}" was selected and is not one of the application`);
        }
        const needs = [...new Set((graph.get(key) ?? []).map(({ on }) => on))];
        return { service, cli, source: sources?.get(key), why, forced, needs, records: recordsOf(service, records) };
    });
}
/**
 * Keys of the services that the base stage has, in every region: by a standing stack for those that others need, by the
 * ledger for the rest, which nobody reads.
 */
async function keysInBase(services, graph, base, { configuration, find }) {
    const { app, baseStage: stage, profile } = configuration;
    if (stage === undefined) {
        return new Set();
    }
    const needed = new Set([...graph.values()].flatMap((dependencies) => dependencies.map(({ on }) => on)));
    const recorded = (name) => [...base.values()].every((byName) => byName.get(name)?.completed !== undefined);
    const found = await Promise.all(services.map(async ({ key, name }) => {
        if (!needed.has(key)) {
            return name !== undefined && recorded(name) ? [key] : [];
        }
        const stacks = profile.regions.map((region) => name === undefined ? undefined : find({ app, stage, kinds: ['configured'], region }, name));
        return (await Promise.all(stacks)).every((stack) => stack !== undefined) ? [key] : [];
    }));
    return new Set(found.flat());
}
/** Keys of the services whose source differs from the merge base's; undefined if that cannot be told. */
async function changedKeys(services, sources, { configuration, source }) {
    const { mergeBase } = configuration.stage;
    const before = mergeBase === undefined ? undefined : await source?.atCommit(mergeBase, services);
    if (before === undefined || sources === undefined) {
        return undefined;
    }
    return new Set(services.flatMap(({ key }) => (before.get(key)?.hash === sources.get(key)?.hash ? [] : [key])));
}
/** Refuses services whose records are somebody else's, before anything is deployed. */
function checkOwners(planned, { stage, owner }) {
    for (const record of planned.flatMap(({ records }) => [...records.values()])) {
        (0,ledger_owner/* checkOwner */.AA)(`the deployment of "${record.service}" in the stage "${stage.name}"`, record.owner, owner);
    }
}


/***/ }),

/***/ 31603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   g6: () => (/* binding */ withNested),
/* harmony export */   pu: () => (/* binding */ s3Host)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _core_serverless_update_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77441);
/* harmony import */ var _core_stack_change_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75233);
/* harmony import */ var _core_stack_empty_stack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62110);
/* harmony import */ var _core_stack_nested_templates_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27897);
/* harmony import */ var _core_stack_retained_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91580);






/** Most bytes of a template that CloudFormation takes in a request. */
const MAX_BODY_BYTES = 51_200;
/**
 * Returns what a package would change in the stack that stands, as CloudFormation says it; all is added where there is none, or an
 * empty one (a change set would leave a stack behind). Throws E_AWS_DENIED, E_STACK_STATE if CloudFormation cannot say.
 */
async function changesOf(packaged, nested, stack, place, { isDryRun, tell }) {
    if (stack === undefined || (await isStillEmpty(stack, place))) {
        return (0,_core_stack_change_table_js__WEBPACK_IMPORTED_MODULE_1__/* .allAdded */ .U6)(packaged.resources);
    }
    const settings = (0,_core_serverless_update_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .updateSettings */ .X)(packaged);
    // A dry run holds no lock: nothing of it may come into the way of a run that does.
    const folder = `${packaged.folder}/${isDryRun ? 'serverless-stages-plan' : 'serverless-stages'}`;
    const question = {
        ...settings,
        name: isDryRun ? 'serverless-stages-plan' : 'serverless-stages-changes',
        stack: stack.id,
        template: await givenTemplate(packaged, nested, stack, folder, place),
    };
    const look = (changes, read) => withNested(changes, undefined, read, place);
    return (await place.changeSets.ask(question, look, tell)) ?? [];
}
/** The template as it is, or put into the bucket of packages with those of its nested stacks: the package's own are not there yet. */
async function givenTemplate(packaged, nested, stack, folder, { uploads, region }) {
    const body = JSON.stringify(packaged.template);
    if (nested.length === 0 && Buffer.byteLength(body) <= MAX_BODY_BYTES) {
        return { body };
    }
    const bucket = (0,_core_serverless_update_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentBucket */ .m)(packaged, stack.outputs);
    if (bucket === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_STATE', {
            what: `what the deploy changes in the stack ${stack.name} could not be asked: its template is too large for a request`,
            why: 'the stack has no output ServerlessDeploymentBucketName, and no provider.deploymentBucket is configured',
            fix: 'name the bucket of packages in provider.deploymentBucket',
        });
    }
    // Always the same place: what is there is of the last question.
    const keyOf = (name) => `${folder}/${name}`;
    const urlOf = (name) => `https://${s3Host(region)}/${bucket}/${keyOf(name)}`;
    const names = nested.map(({ name }) => name);
    for (const { name, template } of nested) {
        await uploads.put(bucket, keyOf(name), JSON.stringify((0,_core_stack_nested_templates_js__WEBPACK_IMPORTED_MODULE_5__/* .withTemplateUrls */ .jx)(template, names, urlOf)));
    }
    await uploads.put(bucket, keyOf('template.json'), JSON.stringify((0,_core_stack_nested_templates_js__WEBPACK_IMPORTED_MODULE_5__/* .withTemplateUrls */ .jx)(packaged.template, names, urlOf)));
    return { url: urlOf('template.json') };
}
/** Returns the entries of a change set with those of its nested stacks; of one that goes with all that is in it. */
async function withNested(changes, above, read, place) {
    const rows = await Promise.all(changes.map(async (change) => {
        const row = (0,_core_stack_change_table_js__WEBPACK_IMPORTED_MODULE_1__/* .stackChange */ .P8)(change, above);
        const path = above === undefined ? change.logicalId : `${above}/${change.logicalId}`;
        if (change.type !== _core_stack_nested_templates_js__WEBPACK_IMPORTED_MODULE_5__/* .NESTED_STACK */ .Z4) {
            return [row];
        }
        if (row.action === 'remove' || row.action === 'replace') {
            return [row, ...(row.keeps ? [] : await goneWith(change.physicalId, path, place))];
        }
        if (change.changeSet === undefined) {
            throw unknownInner(path);
        }
        const inner = await read(change.changeSet, change.physicalId);
        return [row, ...(await withNested(inner, path, read, place))];
    }));
    return rows.flat();
}
function unknownInner(path) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_STATE', {
        what: `CloudFormation does not say what changes in the nested stack ${path}`,
        fix: 'look at it by a change set with --include-nested-stacks',
    });
}
/** What its output says can be said by a package, too: its resources cannot. */
async function isStillEmpty(stack, { changes }) {
    if (!(0,_core_stack_empty_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmptyStack */ .C)(stack)) {
        return false;
    }
    const resources = await changes.resources(stack.id);
    return resources.every(({ type }) => EMPTY_TYPES.includes(type));
}
/** What an empty stack has: what CloudFormation needs, and the bucket that the Serverless Framework puts into it. */
const EMPTY_TYPES = ['AWS::CloudFormation::WaitConditionHandle', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy'];
/** Returns where S3 is for CloudFormation, as the Serverless Framework names it. */
function s3Host(region) {
    if (region.startsWith('cn-')) {
        return `s3.${region}.amazonaws.com.cn`;
    }
    return region.startsWith('us-gov-') ? `s3.${region}.amazonaws.com` : 's3.amazonaws.com';
}
async function goneWith(id, path, place) {
    const resources = await place.changes.resources(id);
    const rows = await Promise.all(resources.filter(_core_stack_retained_js__WEBPACK_IMPORTED_MODULE_3__/* .isStanding */ .Pj).map(async ({ logicalId, type, physicalId }) => {
        const row = (0,_core_stack_change_table_js__WEBPACK_IMPORTED_MODULE_1__/* .stackChange */ .P8)({ action: 'Remove', logicalId, type, properties: [] }, path);
        return type === _core_stack_nested_templates_js__WEBPACK_IMPORTED_MODULE_5__/* .NESTED_STACK */ .Z4 ? [row, ...(await goneWith(physicalId, `${path}/${logicalId}`, place))] : [row];
    }));
    return rows.flat();
}


/***/ }),

/***/ 27756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ nestedTemplates),
/* harmony export */   y: () => (/* binding */ checkSafeguards)
/* harmony export */ });
/* harmony import */ var _core_described_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83801);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _core_stack_nested_templates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27897);
/* harmony import */ var _core_stack_template_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25142);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31603);
/* harmony import */ var _evaluate_package_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60161);






/** Most changes that the result of a service holds: it is handed from job to job. */
const MOST_CHANGES = 500;
/**
 * Asks what a package would change, and evaluates all safeguards of the stage on it. Findings have their places in the service's
 * configuration.
 */
async function checkSafeguards(job, service, packaged, before, edges) {
    const { run, place, runner, safeguarding } = edges;
    const nested = await nestedTemplates(job, runner);
    const asked = await askChanges(packaged, nested, before, edges);
    const stage = { name: run.stage.name, kind: run.stage.kind };
    const known = { stage, region: place.region, now: place.ledger.now(), packaged, nested, ...asked };
    const safeguards = await (0,_evaluate_package_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatePackage */ .A)(job, service, known, safeguarding);
    return { safeguards, changes: asked.changes?.slice(0, MOST_CHANGES) };
}
/** If CloudFormation cannot say what changes, only a safeguard that needs to know it stops the deploy. */
async function askChanges(packaged, nested, before, { run: { isDryRun }, place, voice: { log } }) {
    try {
        const isSame = before.isDoubtful && (await hasNoChange(packaged, before, place));
        const changes = isSame
            ? []
            : await (0,_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .fs)(packaged, nested, before.stack, place, { isDryRun, tell: log.warning });
        return { changes, changesFault: undefined };
    }
    catch (error) {
        const { message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_0__.describeError)(error);
        log.warning(`what the deploy changes is not known: ${message}`);
        return { changes: undefined, changesFault: message };
    }
}
/** Types whose content is elsewhere than in the template, and in no function's code. */
const ELSEWHERE = [_core_stack_nested_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .NESTED_STACK */ .Z4, 'AWS::Lambda::LayerVersion'];
/** Whether a package that is made in doubt is what stands: nothing has to be asked then. */
async function hasNoChange({ code, template, resources }, { stack, record }, { stacks }) {
    // What parameters, layers and nested templates come to does not stand in the template.
    const hasMore = template['Parameters'] !== undefined || Object.values(resources).some(({ Type = '' }) => ELSEWHERE.includes(Type));
    if (stack === undefined || hasMore || code === undefined || record?.completed?.code !== code) {
        return false;
    }
    const live = await stacks.template(stack.id);
    return live !== undefined && (0,_core_stack_template_js__WEBPACK_IMPORTED_MODULE_5__/* .sameTemplate */ .N_)(live, template);
}
/** Returns the templates of nested stacks in a package; throws E_PACKAGE_FAILED if one is not JSON. */
async function nestedTemplates(job, { templates }) {
    return (await templates(job)).map(({ name, text }) => ({ name, template: parse(text) }));
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_PACKAGE_FAILED', {
            what: 'a template of a nested stack in the package is not JSON',
            fix: 'update the plugin that makes it',
            cause,
        });
    }
}


/***/ }),

/***/ 60161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ evaluatePackage)
});

// EXTERNAL MODULE: ./core/safeguards/catalogue.js + 25 modules
var catalogue = __webpack_require__(69878);
// EXTERNAL MODULE: ./core/safeguards/evaluate.js
var evaluate = __webpack_require__(62702);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
;// CONCATENATED MODULE: ./core/safeguards/foreign-input.js


/**
 * Returns what a policy of a user's own is given. Without `values` the variables of functions are hashes, which can be compared with
 * each other, and secrets that the run knows are taken out of all else.
 */
function foreignInput(key, subject, functions, { config, values, salt, redactor }) {
    const { service, stage, region, stack, cli, now, template, nested, provider, stackTags, changes } = subject;
    const shown = { template, nested, functions, provider, stackTags };
    const hidden = values ? shown : (0,redact/* redactDeep */.KL)(withHashes(shown, salt), redactor);
    return {
        service: { key, name: service },
        stage,
        region,
        stack,
        cli,
        now: new Date(now).toISOString(),
        ...hidden,
        changes: changes ?? null,
        config,
    };
}
/** `Environment: { Variables }` of templates, `environment` of the service's configuration. */
function withHashes(value, salt) {
    if (Array.isArray(value)) {
        return value.map((one) => withHashes(one, salt));
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
        const isMapping = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
        return [key, isMapping && /^(environment|Variables)$/.test(key) ? hashed(inner, salt) : withHashes(inner, salt)];
    }));
}
function hashed(variables, salt) {
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => {
        const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
        return [name, `sha256:${(0,external_node_crypto_.createHmac)('sha256', salt).update(text).digest('hex').slice(0, 32)}`];
    }));
}

// EXTERNAL MODULE: ./core/yaml/source.js + 1 modules
var source = __webpack_require__(29786);
// EXTERNAL MODULE: ./core/safeguards/view/resource.js
var view_resource = __webpack_require__(66403);
;// CONCATENATED MODULE: ./core/safeguards/place.js


/** Returns how findings are placed in a service's configuration: the function's line, or the resource's, where it is YAML or JSON. */
function placesIn(file, text) {
    const source = /\.(ya?ml|json)$/.test(file) ? tryParse(text, file) : undefined;
    return (finding) => {
        const path = source === undefined ? undefined : pathOf(source.value, finding);
        return path === undefined || source === undefined ? { file } : { file, line: source.position(path, 'key').line };
    };
}
function pathOf(value, finding) {
    const top = (0,view_resource/* recordOf */.zv)(value);
    if (finding.function !== undefined && Object.hasOwn((0,view_resource/* recordOf */.zv)(top['functions']), finding.function)) {
        return ['functions', finding.function];
    }
    const { resource } = finding;
    const resources = top['resources'];
    const parts = Array.isArray(resources)
        ? resources.map((part, index) => [['resources', index], part])
        : [[['resources'], resources]];
    const [path] = parts.find(([, part]) => resource !== undefined && Object.hasOwn((0,view_resource/* recordOf */.zv)((0,view_resource/* recordOf */.zv)(part)['Resources']), resource)) ?? [];
    return path === undefined || resource === undefined ? undefined : [...path, 'Resources', resource];
}
/** A configuration that this product's reader does not take is the Serverless Framework's to judge. */
function tryParse(text, file) {
    try {
        return (0,source/* parseYamlSource */.WF)(text, file);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./core/safeguards/settings.js
var settings = __webpack_require__(41224);
// EXTERNAL MODULE: ./core/safeguards/view/functions.js
var view_functions = __webpack_require__(73738);
;// CONCATENATED MODULE: ./core/safeguards/view/subject.js


/** Makes the view of a package. */
function subjectOf({ configured, ...parts }) {
    const resources = [
        ...(0,view_resource/* resourcesOf */.F3)(parts.template),
        ...parts.nested.flatMap(({ name, template }) => (0,view_resource/* resourcesOf */.F3)(template, name)),
    ];
    const functions = (0,view_functions/* functionsOf */.TW)(resources, (0,view_resource/* recordOf */.zv)(configured), parts.template['Globals']);
    return { ...parts, resources, functions };
}

;// CONCATENATED MODULE: ./core/safeguards/view/unresolved.js
/**
 * A variable of a source that the Serverless Framework or a common plugin knows. `${AWS::Region}` is CloudFormation's;
 * `${aws:username}`, `${s3:prefix}` and their kin are IAM's. The lengths are bounded: a text of many that are not closed would take
 * the square of its length.
 */
const VARIABLE = /\$\{\s{0,8}(?:(?:env|opt|self|param|file|ssm|cf|git|sls|output|state|strToBool)(?:\.[a-z0-9-]{1,64})?\s{0,8}(?:\([^)}]{0,1024}\))?\s{0,8}:[^}]{0,1024}|file\s{0,8}\([^)}]{1,1024}\)[^}]{0,64}|aws:(?:accountId|region)|s3:[^}/]{0,1024}\/[^}]{0,1024})\}/;
/**
 * Returns the first place of a packaged template that still holds the text of a variable: the Serverless Framework leaves some
 * unresolved without a word (`${output::dev::svc.key}`, serverless 3 and osls 4). `values` are parameter values, which may hold
 * such text on purpose. Undefined for none.
 */
function findUnresolved(template, values) {
    const onPurpose = values.filter((value) => VARIABLE.test(value)).sort((a, b) => b.length - a.length);
    return findVariable(template, [], onPurpose);
}
function findVariable(value, path, onPurpose) {
    if (typeof value === 'string') {
        const text = onPurpose.reduce((rest, known) => rest.replaceAll(known, ''), value);
        const variable = VARIABLE.exec(text)?.[0];
        return variable === undefined ? undefined : { path: path.join('.'), variable };
    }
    if (typeof value !== 'object' || value === null) {
        return undefined;
    }
    for (const [key, item] of Object.entries(value)) {
        const found = findVariable(Array.isArray(value) ? '' : key, path, onPurpose) ?? findVariable(item, [...path, key], onPurpose);
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./stage/deploy/service/evaluate-package.js







/** Evaluates all safeguards of the stage on a package. Findings have their places in the service's configuration. */
async function evaluatePackage(job, service, { packaged, nested, ...known }, safeguarding) {
    const values = job.parameters.map(({ value }) => value);
    const templates = [packaged.template, ...nested.map(({ template }) => template)];
    const subject = subjectOf({
        ...known,
        service: packaged.service,
        stack: packaged.stack,
        cli: job.cli,
        template: packaged.template,
        provider: packaged.provider,
        stackTags: packaged.stackTags,
        configured: packaged.functions,
        nested,
        unresolved: templates.flatMap((template) => findUnresolved(template, values) ?? []),
    });
    const { safeguards, waivers } = safeguarding;
    const foreign = await runForeignPolicies(job.key, subject, packaged.functions, safeguarding);
    const results = (0,evaluate/* evaluate */._3)({ subject, service: job.key, safeguards, waivers, foreign });
    return placed(results, service, safeguarding);
}
/** Runs the policies of users' own that are for the stage, one after the other. */
async function runForeignPolicies(key, subject, functions, { safeguards, runPolicy, redactor, salt }) {
    const found = new Map();
    for (const [index, safeguard] of safeguards.entries()) {
        if (safeguard.id === catalogue/* JAVASCRIPT */.i5 && (0,settings/* appliesTo */.G)(safeguard, subject.stage)) {
            const { code = '', values = false, config } = safeguard.config;
            const input = foreignInput(key, subject, functions, { config, values, salt, redactor });
            found.set(index, await runPolicy(code, input));
        }
    }
    return found;
}
async function placed(results, service, { readDefinition }) {
    if (results.every(({ findings }) => findings.length === 0)) {
        return [...results];
    }
    const definition = await readDefinition(service);
    if (definition === undefined) {
        return [...results];
    }
    const placeOf = placesIn(definition.file, definition.text);
    return results.map((result) => ({
        ...result,
        findings: result.findings.map((finding) => ({ ...finding, place: placeOf(finding) })),
    }));
}


/***/ }),

/***/ 74934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ createStackClaims)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Returns the claims of one run in one region; the first service that names a stack has it. */
function createStackClaims() {
    const owners = new Map();
    return (stack, key) => {
        const owner = owners.get(stack);
        if (owner !== undefined && owner !== key) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_COLLISION', {
                what: `the services "${owner}" and "${key}" both have the stack "${stack}"`,
                fix: 'give each its own `service:` (or provider.stackName)',
            });
        }
        owners.set(stack, key);
    };
}


/***/ })

};
