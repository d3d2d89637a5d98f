export const id = 4227;
export const ids = [4227];
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

/***/ 25142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ isVeryTemplate),
/* harmony export */   N_: () => (/* binding */ sameTemplate),
/* harmony export */   Zm: () => (/* binding */ comparable)
/* harmony export */ });
/* harmony import */ var _literally_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54413);

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
        const { message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error);
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

// EXTERNAL MODULE: ./core/safeguards/catalogue.js + 26 modules
var catalogue = __webpack_require__(69394);
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
