export const id = 1879;
export const ids = [1879];
export const modules = {

/***/ 49434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ branchOfStage),
/* harmony export */   F7: () => (/* binding */ profileOfStage),
/* harmony export */   Nv: () => (/* binding */ environmentOfStage)
/* harmony export */ });
/* harmony import */ var _own_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67413);

/** The profile that a configured stage uses; undefined if there is no such stage or profile. */
function profileOfStage({ stages, profiles }, stage) {
    return (0,_own_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .e)(profiles, (0,_own_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .e)(stages ?? {}, stage)?.profile ?? '');
}
/** The GitHub environment that a configured stage's deploy job names; empty if there is no such stage. */
function environmentOfStage(config, stage) {
    return profileOfStage(config, stage)?.environment ?? (0,_own_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .e)(config.stages ?? {}, stage)?.profile ?? '';
}
/** The branch that a configured stage is deployed from; empty if there is no such stage, or it has none. */
function branchOfStage({ stages }, stage) {
    return (0,_own_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .e)(stages ?? {}, stage)?.branch ?? '';
}


/***/ }),

/***/ 38668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Returns a function that makes its result when it is first asked for, and has it from then on. */
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
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

/***/ 90813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputOfParameter)
/* harmony export */ });
/** Reads `database.tableName` in `${param:database.tableName}` as an output of the service with that key; undefined where none has it. */
function outputOfParameter(name, keys) {
    const [key = '', ...path] = name.split('.');
    return path.length > 0 && path.every((part) => part !== '') && keys.includes(key) ? { key, path } : undefined;
}


/***/ }),

/***/ 17234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ word),
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/** A word of a shell's command line. */
function word(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
/** Words in lines of a width that people can read. */
function wrapped(words) {
    const lines = [];
    for (const one of words) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + one.length < 100) {
            lines[lines.length - 1] = `${last} ${one}`;
        }
        else {
            lines.push(one);
        }
    }
    return lines;
}


/***/ }),

/***/ 8457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ environmentsOf),
/* harmony export */   R: () => (/* binding */ environmentCommand)
/* harmony export */ });
/* harmony import */ var _configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39045);
/* harmony import */ var _configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49434);
/* harmony import */ var _own_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67413);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17234);
/* harmony import */ var _workflow_texts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79859);





/** Returns the GitHub environments that the workflows of a configuration name. */
function environmentsOf(config) {
    const byName = new Map();
    for (const stage of (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredStages */ .WX)(config)) {
        const { profile = '', branch = '' } = config.stages?.[stage] ?? {};
        const name = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_2__/* .ownValue */ .e)(config.profiles, profile)?.environment ?? profile;
        byName.set(name, [...new Set([...(byName.get(name) ?? []), branch])]);
    }
    return [
        ...(config.previews === undefined ? [] : [{ name: config.previews.environment ?? 'preview', isApproval: false }]),
        ...[...byName].map(([name, branches]) => ({ name, branches, isApproval: false })),
        ...(0,_workflow_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .approvedStages */ .xu)(config).map((stage) => ({
            name: `${stage}-approval`,
            branches: [(0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_3__/* .branchOfStage */ .E_)(config, stage)],
            isApproval: true,
        })),
    ];
}
/** What to run on GitHub: the environments, each limited to its branches. */
function environmentCommand(environment, { owner, name }) {
    const path = `repos/${owner}/${name}/environments/${encodeURIComponent(environment.name)}`;
    const policies = (0,_command_js__WEBPACK_IMPORTED_MODULE_4__/* .word */ .V)(`${path}/deployment-branch-policies`);
    const { branches, isApproval } = environment;
    if (branches === undefined) {
        return {
            what: 'The environment of previews, open to all branches: runs of pull requests are on none',
            command: `gh api -X PUT ${(0,_command_js__WEBPACK_IMPORTED_MODULE_4__/* .word */ .V)(path)}`,
        };
    }
    const limit = '"deployment_branch_policy": { "protected_branches": false, "custom_branch_policies": true }';
    const reviewers = '"reviewers": [{ "type": "User", "id": \'"$(gh api user --jq .id)"\' }], ';
    const body = `'{ ${isApproval ? reviewers : ''}${limit} }'`;
    return {
        what: isApproval
            ? `The environment "${environment.name}", with you as its reviewer (add others in the settings)`
            : `The environment "${environment.name}", limited to ${branches.join(', ')}`,
        command: [
            `echo ${body} | gh api -X PUT ${(0,_command_js__WEBPACK_IMPORTED_MODULE_4__/* .word */ .V)(path)} --input -`,
            ...branches.map((branch) => `gh api -X POST ${policies} -f name=${(0,_command_js__WEBPACK_IMPORTED_MODULE_4__/* .word */ .V)(branch)}`),
        ].join('\n'),
    };
}


/***/ }),

/***/ 42738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R7: () => (/* binding */ rolesOf),
/* harmony export */   eL: () => (/* binding */ roleCommand),
/* harmony export */   qw: () => (/* binding */ awsCommands)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _aws_role_arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28609);
/* harmony import */ var _configuration_effective_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39045);
/* harmony import */ var _configuration_promote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45584);
/* harmony import */ var _configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49434);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77905);
/* harmony import */ var _own_value_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(67413);
/* harmony import */ var _profile_parameter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29308);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4621);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17234);










/** Returns the roles that a configuration names, those of the workflows first. */
function rolesOf(config, { defaultBranch }) {
    const stages = (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_2__/* .configuredStages */ .WX)(config);
    const accounts = new Map(stages.map((stage) => [stage, accountOf((0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__/* .profileOfStage */ .F7)(config, stage)?.role)]));
    const ofStages = stages.flatMap((stage) => {
        const profile = (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__/* .profileOfStage */ .F7)(config, stage);
        const first = stages.find((other) => (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__/* .profileOfStage */ .F7)(config, other)?.role === profile?.role);
        if (profile?.role === undefined || first !== stage) {
            return [];
        }
        const own = stages.filter((other) => (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__/* .profileOfStage */ .F7)(config, other)?.role === profile.role);
        const others = stages.filter((other) => !own.includes(other) && accounts.get(other) === accounts.get(stage));
        const seconds = (0,_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .durationSeconds */ .o)(profile['session-duration'] ?? '1h');
        return [
            {
                arn: profile.role,
                region: (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_2__/* .regionList */ .lW)(profile.region)[0] ?? '',
                template: 'github-oidc-role.yml',
                what: `the role of ${own.join(', ')}`,
                parameters: {
                    Kind: 'configured',
                    Environment: profile.environment ?? config.stages?.[stage]?.profile ?? '',
                    Branch: (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__/* .branchOfStage */ .E_)(config, stage),
                    Stages: own.join(','),
                    ...(others.length === 0 ? {} : { OtherStages: others.join(',') }),
                    ParametersPath: parametersPath(profile, config.app, config.stages?.[stage]?.profile),
                    ...topicsOf(config),
                    ...(seconds > _configuration_effective_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_SESSION_SECONDS */ .Rv ? { MaxSessionDuration: String(seconds) } : {}),
                },
            },
        ];
    });
    return [...previewRole(config, accounts, defaultBranch), ...ofStages, ...viewerRoles(config, defaultBranch)];
}
function previewRole({ previews, profiles, stages = {}, ...config }, accounts, defaultBranch) {
    if (previews === undefined) {
        return [];
    }
    const profile = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_8__/* .ownValue */ .e)(profiles, config['default-profile'] ?? '');
    const shared = [...accounts].flatMap(([stage, account]) => (account === accountOf(previews.role) ? [stage] : []));
    const targets = (previews['target-branches'] ?? []).filter((branch) => branch !== defaultBranch);
    const patterns = Object.keys(stages).filter(_stage_name_js__WEBPACK_IMPORTED_MODULE_6__/* .isStagePattern */ .rR);
    return [
        {
            arn: previews.role,
            region: (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_2__/* .regionList */ .lW)(profile?.region ?? '')[0] ?? '',
            template: 'github-oidc-role.yml',
            what: 'the role of previews',
            parameters: {
                Kind: 'previews',
                Environment: previews.environment ?? 'preview',
                DefaultBranch: defaultBranch,
                ...(targets.length === 0 ? {} : { TargetBranches: targets.join(',') }),
                ...(patterns.length === 0 ? {} : { PreviewBranches: patterns.map((one) => `refs/heads/${one}`).join(',') }),
                OtherStages: shared.length === 0 ? 'none' : shared.join(','),
                ...(shared.length === 0 ? {} : { SharedAccount: 'accepted' }),
                ParametersPath: parametersPath(profile, config.app, config['default-profile']),
            },
        },
    ];
}
function viewerRoles(config, defaultBranch) {
    const promoted = (0,_configuration_promote_js__WEBPACK_IMPORTED_MODULE_3__/* .pairList */ .bb)(config.promote);
    const stages = [...new Set(promoted.flatMap(({ from, to }) => [from, to]))];
    const branches = new Set([...promoted.map(({ to }) => (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__/* .branchOfStage */ .E_)(config, to)), defaultBranch]);
    const roles = stages.flatMap((stage) => {
        const profile = (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_7__/* .profileOfStage */ .F7)(config, stage);
        const arn = profile?.['viewer-role'];
        return arn === undefined
            ? []
            : [
                {
                    arn,
                    region: (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_2__/* .regionList */ .lW)(profile?.region ?? '')[0] ?? '',
                    template: 'github-viewer-role.yml',
                    what: 'the read-only role of promotions',
                    parameters: { Branches: [...branches].join(',') },
                },
            ];
    });
    return roles.filter(({ arn }, index) => roles.findIndex((other) => other.arn === arn) === index);
}
function accountOf(role) {
    return role === undefined ? undefined : (0,_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRoleArn */ .DM)(role).account;
}
/**
 * The path of SSM that a profile's parameters are below, without the `/` at its end: the one that those it names have in common,
 * if it is not so wide that it holds other stages', too (`/APP`); else `/APP/PROFILE`.
 */
function parametersPath(profile, app, name = '') {
    const named = (0,_profile_parameter_js__WEBPACK_IMPORTED_MODULE_5__/* .ssmReferences */ .Uv)(profile?.parameters ?? {})
        .filter((reference) => reference.startsWith('/'))
        .map((reference) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(reference));
    const paths = [...named, ...onlyText(profile?.['parameters-path'])].map((path) => path.replace(/\/$/, '').split('/'));
    const [first, ...others] = paths;
    const common = first?.filter((part, index) => others.every((other) => other[index] === part && isSame(other, first, index)));
    // `/APP` holds the parameters of all stages.
    return common === undefined || common.length < 2 || common.at(-1) === app ? `/${app}/${name}` : common.join('/');
}
/** Whether two paths are the same down to a part. */
function isSame(one, other, last) {
    return one.slice(0, last).join('/') === other.slice(0, last).join('/');
}
function onlyText(text) {
    return text === undefined ? [] : [text];
}
function topicsOf({ notifications = [] }) {
    const topics = notifications.flatMap(({ sns }) => onlyText(sns));
    return topics.length === 0 ? {} : { NotificationTopicArns: topics.join(',') };
}
/** What to run to make a role; `makesProvider`: it is the first one of its account. */
function roleCommand(config, role, repository, makesProvider) {
    const { account, name } = (0,_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRoleArn */ .DM)(role.arn);
    const { owner, name: repo, ids, folder } = repository;
    const roleName = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(name);
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, 'aws', role.template);
    const parameters = {
        ...(role.template === 'github-oidc-role.yml' ? { CreateProvider: String(makesProvider) } : {}),
        RepositoryOwner: owner,
        Repository: repo,
        ...(ids === undefined ? {} : { OwnerId: ids.owner, RepositoryId: ids.repository }),
        App: config.app,
        ...role.parameters,
        RoleName: roleName,
    };
    // Without an answer of GitHub's the command asks it.
    const asked = (what) => `"$(gh api repos/${owner}/${repo} --jq ${what})"`;
    const pairs = [
        ...Object.entries(parameters).map(([key, value]) => `${key}=${(0,_command_js__WEBPACK_IMPORTED_MODULE_9__/* .word */ .V)(value)}`),
        ...(ids === undefined ? [`OwnerId=${asked('.owner.id')}`, `RepositoryId=${asked('.id')}`] : []),
    ];
    return {
        what: `In the account ${account}: ${role.what}${makesProvider ? "; also creates GitHub's identity provider (CreateProvider=false if the account has one)" : ''}`,
        command: [
            `aws cloudformation deploy --region ${role.region} --stack-name ${stackNameOf(roleName)} --template-file ${(0,_command_js__WEBPACK_IMPORTED_MODULE_9__/* .word */ .V)(file)}`,
            '--capabilities CAPABILITY_NAMED_IAM --parameter-overrides',
            ...(0,_command_js__WEBPACK_IMPORTED_MODULE_9__/* .wrapped */ .k)(pairs),
        ].join(' \\\n  '),
    };
}
/** A role's name as that of a stack: letters, digits and -, a letter first. */
function stackNameOf(roleName) {
    return roleName.replace(/[^A-Za-z0-9]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
}
/** What to run in every account, in order: the first role of each makes GitHub's identity provider. */
function awsCommands(config, repository) {
    const seen = new Set();
    return rolesOf(config, repository).map((role) => {
        const { account } = (0,_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRoleArn */ .DM)(role.arn);
        const isFirst = !seen.has(account);
        seen.add(account);
        return roleCommand(config, role, repository, isFirst);
    });
}


/***/ }),

/***/ 13457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ rulesetCommand),
/* harmony export */   T: () => (/* binding */ RESULT_CHECK)
/* harmony export */ });
/* harmony import */ var _configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39045);
/* harmony import */ var _configuration_promote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45584);
/* harmony import */ var _configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49434);



/** What protects the branches that stages are deployed from: pull requests, reviews, and the required check of previews. */
function rulesetCommand(config, { owner, name, defaultBranch }) {
    // An App moves the branch of a promotion, which needs rules of its own.
    const moved = (0,_configuration_promote_js__WEBPACK_IMPORTED_MODULE_1__/* .pairList */ .bb)(config.promote).flatMap(({ to, mode }) => (mode === 'pull-request' ? [] : [to]));
    const branches = (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredStages */ .WX)(config)
        .filter((stage) => !moved.includes(stage))
        .map((stage) => (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_2__/* .branchOfStage */ .E_)(config, stage));
    const include = [...new Set([defaultBranch, ...branches])].map((branch) => `refs/heads/${branch}`);
    const check = {
        type: 'required_status_checks',
        parameters: {
            strict_required_status_checks_policy: false,
            // A branch of a stage may be made from the default one.
            do_not_enforce_on_create: true,
            required_status_checks: [{ context: RESULT_CHECK }],
        },
    };
    const body = {
        name: 'stages',
        target: 'branch',
        enforcement: 'active',
        conditions: { ref_name: { include, exclude: [] } },
        rules: [
            { type: 'deletion' },
            { type: 'non_fast_forward' },
            {
                type: 'pull_request',
                parameters: {
                    required_approving_review_count: 1,
                    dismiss_stale_reviews_on_push: true,
                    require_code_owner_review: false,
                    require_last_push_approval: true,
                    required_review_thread_resolution: false,
                },
            },
            ...(config.previews === undefined ? [] : [check]),
        ],
    };
    return {
        what: `After the first push: rules for ${include.map((ref) => ref.slice('refs/heads/'.length)).join(', ')}: anyone who can push there gets a stage's role`,
        command: `gh api -X POST repos/${owner}/${name}/rulesets --input - <<'JSON'\n${rulesetText(body)}\nJSON`,
    };
}
/** A ruleset as JSON, with a line for each rule. */
function rulesetText({ rules, ...head }) {
    const lines = [...Object.entries(head), ['rules', undefined]].map(([key, value]) => key === 'rules'
        ? `  "rules": [\n${rules.map((rule) => `    ${JSON.stringify(rule)}`).join(',\n')} ]`
        : `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return `{\n${lines.join(',\n')} }`;
}
/** The check that says how a preview went. */
const RESULT_CHECK = 'Preview / Result';


/***/ }),

/***/ 53669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ unmetParameters)
/* harmony export */ });
/* harmony import */ var _own_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67413);
/* harmony import */ var _service_parameter_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90813);


/**
 * Returns the parameters that services read in a stage without a fallback, and that neither its profile, nor another service's
 * outputs, nor they themselves give. A profile with a `parameters-path` may give any.
 */
function unmetParameters(config, stage, services, own) {
    const { profile = stage, services: only } = config.stages?.[stage] ?? {};
    const { parameters = {}, 'parameters-path': path } = (0,_own_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .e)(config.profiles, profile) ?? {};
    if (path !== undefined) {
        return [];
    }
    const keys = services.map(({ key }) => key);
    const unmet = services
        .filter(({ key }) => only?.includes(key) ?? true)
        .flatMap(({ key, reads, composeParams, isProgram }) => {
        const { default: always = [], [stage]: here = [] } = own.get(key) ?? {};
        const given = new Set([...Object.keys(parameters), ...Object.keys(composeParams), ...always, ...here]);
        // What a program reads is not all that it may be given.
        return isProgram
            ? []
            : reads.needed.filter((name) => !given.has(name) && (0,_service_parameter_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputOfParameter */ .Y)(name, keys) === undefined);
    });
    return [...new Set(unmet)].sort();
}


/***/ }),

/***/ 79859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   KV: () => (/* binding */ isProduction),
/* harmony export */   QT: () => (/* binding */ TEMPLATES),
/* harmony export */   Yx: () => (/* binding */ workflowTexts),
/* harmony export */   io: () => (/* binding */ folderSuffix),
/* harmony export */   v1: () => (/* binding */ WORKFLOWS),
/* harmony export */   xu: () => (/* binding */ approvedStages)
/* harmony export */ });
/* harmony import */ var _configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39045);
/* harmony import */ var _configuration_promote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45584);
/* harmony import */ var _configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49434);
/* harmony import */ var _stage_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4621);




/** Where workflows stand in a repository. */
const WORKFLOWS = '.github/workflows';
/** Names of the templates that a repository's workflows are written from. */
const TEMPLATES = ['preview.yml', 'sweep.yml', 'staging.yml', 'prod.yml', 'promote.yml'];
/** Writes the workflows that a configuration needs, by their paths in the repository. */
function workflowTexts(parts) {
    const { config, templates, suffix = '' } = parts;
    const texts = new Map();
    const add = (name, text) => {
        // On some disks names that differ in case alone are one.
        const isTaken = (one) => [...texts.keys()].some((other) => other.toLowerCase() === one.toLowerCase());
        let free = name;
        while (isTaken(free)) {
            free = `${free}-stages`;
        }
        texts.set(free, text);
    };
    if (config.previews !== undefined) {
        add('preview', previewText(parts));
        add('sweep', templates['sweep.yml']);
    }
    for (const stage of approvedStages(config)) {
        add(fileName(stage), stageText(templates['prod.yml'], stage, (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_3__/* .branchOfStage */ .E_)(config, stage)));
    }
    for (const [branch, stages] of plainStages(config)) {
        const name = branch === parts.defaultBranch ? 'staging' : fileName(branch);
        add(name, stagesText(templates['staging.yml'], name, branch, stages));
    }
    const promoted = (0,_configuration_promote_js__WEBPACK_IMPORTED_MODULE_1__/* .pairList */ .bb)(config.promote).map(({ to }) => to);
    for (const stage of promoted) {
        const name = promoted.length === 1 ? 'promote' : `promote-${fileName(stage)}`;
        add(name, stageText(templates['promote.yml'], stage, (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_3__/* .branchOfStage */ .E_)(config, stage)));
    }
    return Object.fromEntries([...texts].map(([name, text]) => [`${WORKFLOWS}/${name}${suffix}.yml`, finish(text, parts)]));
}
/** Whether a stage is production by its name. */
function isProduction(stage) {
    return /^(prod|production|live)(?![a-z0-9])/i.test(stage);
}
/** The stages that a person approves before they are deployed: those that are promoted to, and production by its name. */
function approvedStages(config) {
    const promoted = (0,_configuration_promote_js__WEBPACK_IMPORTED_MODULE_1__/* .pairList */ .bb)(config.promote).map(({ to }) => to);
    return (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredStages */ .WX)(config).filter((stage) => promoted.includes(stage) || isProduction(stage));
}
/** All other stages by their branch. */
function plainStages(config) {
    const approved = approvedStages(config);
    const byBranch = new Map();
    for (const stage of (0,_configuration_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredStages */ .WX)(config).filter((name) => !approved.includes(name))) {
        const branch = (0,_configuration_stage_of_js__WEBPACK_IMPORTED_MODULE_3__/* .branchOfStage */ .E_)(config, stage);
        byBranch.set(branch, [...(byBranch.get(branch) ?? []), stage]);
    }
    return byBranch;
}
/** What is said to be set up once is said by `init` itself. */
function finish(text, { product, folder }) {
    const named = text.replace(/# Set up once:\n(?:# {2}.*\n)+#\n/, '').replaceAll('OWNER/serverless-stages', product);
    return folder === '.' ? named : inFolder(named, folder);
}
/** A folder's name at the end of other names. */
function folderSuffix(folder) {
    return folder === '.' ? '' : `-${folder.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}
function inFolder(text, folder) {
    const suffix = folderSuffix(folder);
    return text
        .replace(/(\n {4}uses: \S+\/\.github\/workflows\/\S+\n {4}with:\n)/g, (text) => `${text}      working-directory: ${quoted(folder)}\n`)
        .replace(/(group: (?:preview|promotion(?:-report)?-[\w-]+?|approval-[\w-]+?))(?=-\$\{\{)/g, `$1${suffix}`)
        .replace(/(group: (?:sweep|stage-[\w-]+))$/gm, `$1${suffix}`)
        .replace(/('stage-[\w-]+)(?=' \}\})/g, `$1${suffix}`);
}
function previewText({ config, templates }) {
    const patterns = Object.keys(config.stages ?? {}).filter(_stage_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isStagePattern */ .rR);
    const push = `  push:\n    branches: ${list(patterns)}\n`;
    return patterns.length === 0
        ? templates['preview.yml']
        : templates['preview.yml'].replace('  merge_group:\n', `  merge_group:\n${push}`);
}
/** The template has a job for each of two stages of one branch; the second one is the model of all. */
function stagesText(template, name, branch, stages) {
    const [head = '', jobs = ''] = template.split('\njobs:\n');
    const model = /^ {2}staging:\n(?: {4}.*\n|\n)*/m.exec(jobs)?.[0].trimEnd() ?? '';
    const renamed = head
        .replace('the stages of the main branch, dev and staging,', `${stages.join(', ')}, the stages of the branch ${branch},`)
        .replace('branches: [master]', () => `branches: ${list([branch])}`)
        .replace('options: [dev, staging]', `options: ${list(stages)}`)
        .replace(/^name: .*$/m, `name: ${title(name)}`);
    return `${renamed}\njobs:\n${stages.map((stage) => renameStage(model, 'staging', stage)).join('\n\n')}\n`;
}
/** The text of a template for `prod`, for another stage and branch. */
function stageText(template, stage, branch) {
    const branches = '\u0000';
    const ref = '\u0001';
    return renameStage(template.replace('branches: [prod]', branches).replace('--ref prod', ref), 'prod', stage)
        .replace(branches, () => `branches: ${list([branch])}`)
        .replace(ref, () => `--ref ${branch}`);
}
function renameStage(text, from, to) {
    // A job's id begins with a letter or _.
    const id = /^[A-Za-z]/.test(to) ? to : `_${to}`;
    // All at once: a stage's name may hold the template's (`prod-eu`).
    const places = [
        `(?<name>(?<=^ *name: )${title(from)}$)`,
        `(?<id>(?<=^ {2})${from}(?=:)|(?<=needs\\.|needs: \\[.*, )${from}\\b)`,
        `(?<stage>(?<=^ +stage: )${from}$)`,
        `(?<title>\\b${title(from)}\\b)`,
        `(?<secret>PARAMETERS_${from.toUpperCase()}\\b)`,
        `\\b${from}\\b`,
    ];
    return text.replace(new RegExp(places.join('|'), 'gm'), (...args) => {
        const place = args.at(-1);
        if (place['name'] !== undefined) {
            return quoted(title(to));
        }
        if (place['id'] !== undefined) {
            return id;
        }
        if (place['stage'] !== undefined) {
            return quoted(to);
        }
        if (place['title'] !== undefined) {
            return title(to);
        }
        return place['secret'] === undefined ? to : secretName(to);
    });
}
/** Name of the repository's secret with a stage's parameters. */
function secretName(stage) {
    return `PARAMETERS_${stage.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}
function title(name) {
    return name.slice(0, 1).toUpperCase() + name.slice(1);
}
function fileName(text) {
    return text.replace(/[^A-Za-z0-9_.-]+/g, '-');
}
function list(names) {
    return `[${names.map(quoted).join(', ')}]`;
}
/** As a flow of YAML has it: plain, unless a character of it means something there. */
function quoted(text) {
    return /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
        ? text
        : JSON.stringify(text);
}


/***/ }),

/***/ 19773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ gitArguments),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   _K: () => (/* binding */ gitEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var _core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95765);


/**
 * Arguments in front of every command: the repository may be somebody else's (in a container), and its configuration runs
 * no monitor. Its clean filters do run, which tell whether a file differs; they get no token of ours.
 */
function gitArguments(folder) {
    return ['-C', folder, '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
}
/** Environment of git: no tokens, nothing asked at a terminal, no locks taken, nothing fetched (by git 2.44 and newer). */
function gitEnvironment() {
    return {
        ...(0,_core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .plainEnvironment */ .Ud)(process.env),
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
    };
}
/** Runs git in a folder and returns what it prints; undefined where it fails, or is not installed. */
async function runGit(folder, args, { input = '', environment = gitEnvironment(), okCodes = [0] } = {}) {
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', [...gitArguments(folder), ...args], { env: environment, maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' }, (error, stdout) => resolve(okCodes.some((code) => code === (error?.code ?? 0)) ? stdout : undefined));
        child.stdin?.on('error', () => undefined).end(input);
    });
}


/***/ }),

/***/ 67235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EF: () => (/* binding */ commentAnswer),
/* harmony export */   GC: () => (/* binding */ deploymentAnswer),
/* harmony export */   K1: () => (/* binding */ comparisonAnswer),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   MS: () => (/* binding */ readNothing),
/* harmony export */   Mw: () => (/* binding */ commitAnswer),
/* harmony export */   SM: () => (/* binding */ commitStatusAnswer),
/* harmony export */   XQ: () => (/* binding */ repositoryAnswer),
/* harmony export */   eS: () => (/* binding */ refAnswer),
/* harmony export */   n4: () => (/* binding */ readPages),
/* harmony export */   o: () => (/* binding */ deploymentStatusAnswer),
/* harmony export */   yo: () => (/* binding */ contentAnswer),
/* harmony export */   z$: () => (/* binding */ runAttemptAnswer),
/* harmony export */   zz: () => (/* binding */ pullRequestAnswer)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38884);


// GitHub's answers, as far as we read them (REST API reference).
const commit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40}$/));
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq());
const repositoryAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), default_branch: text });
const pullRequestAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['open', 'closed']),
    draft: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) })),
    // Null if the fork is gone; that it is there is GitHub's own word.
    head: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: text, sha: commit, repo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })) }),
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: text }),
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: text })),
});
const refAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .startsWith */ .w1_('refs/')),
    object: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commit }),
});
const comparisonAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['ahead', 'behind', 'diverged', 'identical']),
    merge_base_commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commit }),
});
const commitAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const runAttemptAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** A file whose bytes are all there, if GitHub hands them out; or something else: the entries of a directory, a link, a submodule. */
const contentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq()),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('file'), encoding: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), content: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y(({ encoding, content, size }) => encoding !== 'base64' || Buffer.from(content, 'base64').length === size)),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['symlink', 'submodule', 'dir']) }),
]);
const commentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    html_url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const deploymentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    payload: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    creator: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
});
const deploymentStatusAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), description: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) });
const commitStatusAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), context: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** Returns what an answer says; throws BrokenAnswer with what came if it does not have the shape that GitHub gives it. */
function read(schema, { data, status, headers }) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, data);
    if (result.success) {
        return result.output;
    }
    const place = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(result.issues[0]);
    const what = place === null ? `no answer of its form (${describe(data)})` : `an answer without a valid "${place}"`;
    throw brokenAnswer({ status, headers }, what);
}
function brokenAnswer({ status, headers }, what) {
    return new _broken_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .BrokenAnswer */ .M(`HTTP ${status}, ${String(headers['content-type'] ?? 'no content type')}: ${what}`);
}
/** Checks the answer to a removal, which says nothing but that it is done; throws BrokenAnswer. */
function readNothing(answer) {
    if (answer.status !== 204) {
        throw brokenAnswer(answer, 'no answer of its form');
    }
}
function describe(data) {
    const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? 'nothing');
    return text.trim() === '' ? 'empty' : text.trim().slice(0, 40);
}
/**
 * Reads all pages of a list by GitHub's own links; throws BrokenAnswer if one is none: the client's own way to all pages takes an
 * answer without content for an empty page.
 */
async function readPages(schema, ask) {
    const items = [];
    for (let page = 1;; page++) {
        const answer = await ask({ per_page: 100, page });
        items.push(...read(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(schema), answer));
        if (!/rel="next"/.test(String(answer.headers['link'] ?? ''))) {
            return items;
        }
    }
}


/***/ }),

/***/ 47601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ openClient),
/* harmony export */   r: () => (/* binding */ createGitHubReader)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37728);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38668);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67235);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29445);





/** How long one answer of GitHub is waited for, in milliseconds: it is asked again then. */
const ANSWER_MS = 10_000;
const fetchInTime = (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
/**
 * Returns the way to a client of GitHub's REST API. It is loaded when the first question is asked: on loading it reads the
 * event's file, which may be broken.
 */
function openClient(token, baseUrl) {
    return (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(async () => {
        const github = await __webpack_require__.e(/* import() */ 2767).then(__webpack_require__.bind(__webpack_require__, 92767));
        return github.getOctokit(token, { baseUrl, request: { fetch: fetchInTime } });
    });
}
/** Builds a reader of one repository. */
function createGitHubReader(token, context) {
    const client = openClient(token, context.apiUrl);
    const place = { owner: context.owner, repo: context.repository };
    const slug = `${context.owner}/${context.repository}`;
    const repository = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(async () => {
        const { rest } = await client();
        const data = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`what the repository ${slug} is`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryAnswer */ .XQ, await rest.repos.get(place)));
        return { id: data.id, defaultBranch: data.default_branch };
    });
    return {
        repository,
        async pullRequest(number) {
            const { rest } = await client();
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`the state of pull request #${number}`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, await rest.pulls.get({ ...place, pull_number: number })));
            return answer === undefined ? undefined : pullRequestState(answer);
        },
        async openPullRequests(branch) {
            const { rest } = await client();
            const head = `${context.owner}:${branch}`;
            const about = { ...place, state: 'open', head, sort: 'created', direction: 'asc' };
            const pulls = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`which pull requests "${branch}" has`, () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, (page) => rest.pulls.list({ ...about, ...page })));
            return pulls.map(pullRequestState);
        },
        async pullRequestsOfCommit(commit) {
            const { rest } = await client();
            const about = { ...place, commit_sha: commit };
            const pulls = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`which pull requests bring ${commit}`, () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, (page) => rest.repos.listPullRequestsAssociatedWithCommit({ ...about, ...page })));
            return pulls.map(pullRequestState);
        },
        async allOpenPullRequests() {
            const { rest } = await client();
            const pulls = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)('which pull requests are open', () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestAnswer */ .zz, (page) => rest.pulls.list({ ...place, state: 'open', ...page })));
            return pulls.map(pullRequestState);
        },
        async branches() {
            const { rest } = await client();
            const refs = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)('which branches there are', () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readPages */ .n4)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refAnswer */ .eS, (page) => rest.git.listMatchingRefs({ ...place, ref: 'heads/', ...page })));
            return new Map(refs.map(({ ref, object }) => [ref.slice('refs/heads/'.length), object.sha]));
        },
        async branchHead(branch) {
            const { rest } = await client();
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`the head of "${branch}"`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refAnswer */ .eS, await rest.git.getRef({ ...place, ref: `heads/${branch}` })));
            return answer?.object.sha;
        },
        async compare(base, head) {
            const { rest } = await client();
            const about = { ...place, basehead: `${base}...${head}`, per_page: 1 };
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`how ${head} stands to ${base}`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .comparisonAnswer */ .K1, await rest.repos.compareCommitsWithBasehead(about)));
            return answer === undefined ? undefined : { status: answer.status, mergeBase: answer.merge_base_commit.sha };
        },
        async file(path, commit) {
            const { rest } = await client();
            const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`what ${path} holds`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .contentAnswer */ .yo, await rest.repos.getContent({ ...place, path, ref: commit })));
            return answer === undefined ? undefined : fileBytes(path, answer);
        },
        async commitMessage(commit) {
            const { rest } = await client();
            const { message } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`the message of ${commit}`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .commitAnswer */ .Mw, await rest.git.getCommit({ ...place, commit_sha: commit })));
            return message;
        },
        async hasDeployment(task) {
            const { rest } = await client();
            try {
                const found = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(`whether there is a GitHub deployment "${task}"`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)((0,valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentAnswer */ .GC), await rest.repos.listDeployments({ ...place, task, per_page: 1 })));
                return found.length > 0;
            }
            catch (error) {
                if ((0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(error)) {
                    return undefined;
                }
                throw error;
            }
        },
        async deployedCommit(task) {
            const { rest } = await client();
            const what = `which commit the GitHub deployments "${task}" have`;
            try {
                const newest = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(what, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)((0,valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentAnswer */ .GC), await rest.repos.listDeployments({ ...place, task, per_page: 10 })));
                for (const { id, sha } of newest) {
                    const one = { ...place, deployment_id: id, per_page: 1 };
                    const [status] = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .need */ .$B)(what, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)((0,valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentStatusAnswer */ .o), await rest.repos.listDeploymentStatuses(one)));
                    if (status?.state === 'success') {
                        return sha;
                    }
                }
                return undefined;
            }
            catch (error) {
                if ((0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(error)) {
                    return undefined;
                }
                throw error;
            }
        },
        async hasEnded(run, attempt) {
            const { rest } = await client();
            const [run_id, attempt_number] = [Number(run), Number(attempt)];
            try {
                const answer = await (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(`whether attempt ${attempt} of run ${run} has ended`, async () => (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .runAttemptAnswer */ .z$, await rest.actions.getWorkflowRunAttempt({ ...place, run_id, attempt_number })));
                // Only a run that has ended can be deleted.
                return answer === undefined || answer.status === 'completed';
            }
            catch {
                return undefined;
            }
        },
    };
}
/** A pull request reduced to what we read. */
function pullRequestState(pull) {
    return {
        number: pull.number,
        open: pull.state === 'open',
        draft: pull.draft === true,
        byBot: pull.user?.type === 'Bot',
        headBranch: pull.head.ref,
        headSha: pull.head.sha,
        headRepositoryId: pull.head.repo?.id ?? null,
        baseBranch: pull.base.ref,
        labels: pull.labels.map(({ name }) => name),
    };
}
function fileBytes(path, data) {
    if (Array.isArray(data) || data.type !== 'file') {
        const kind = Array.isArray(data) ? 'a directory' : `a ${data.type}`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CONFIG_FILE', { what: `${path} is ${kind}`, fix: 'commit a plain file there' });
    }
    if (data.encoding !== 'base64') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CONFIG_FILE', {
            what: `${path} has ${data.size} bytes, more than GitHub hands out`,
            fix: 'keep data out of the configuration',
        });
    }
    return Buffer.from(data.content, 'base64');
}


/***/ }),

/***/ 29445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ need),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   se: () => (/* binding */ createPatience)
/* harmony export */ });
/* unused harmony export askedWait */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26989);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38884);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37735);





/** Longest wait that GitHub may ask for, in seconds; above it a run fails rather than sits. */
const LONGEST_WAIT = 60;
const isHttpError = (error) => error instanceof Error && typeof error.status === 'number';
/**
 * Returns how many seconds GitHub asks to wait; undefined if it does not: as `retry-after` says, until the hour of a used up limit is over,
 * a minute if a secondary limit says nothing.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function askedWait(error) {
    if (!isHttpError(error)) {
        return undefined;
    }
    const headers = error.response?.headers ?? {};
    const [after, reset] = [headers['retry-after'], headers['x-ratelimit-reset']].map((text) => Number(text ?? Number.NaN));
    if (after !== undefined && after >= 0) {
        return after;
    }
    // A limit is told by the status: any answer may have used up the last request.
    if (error.status !== 403 && error.status !== 429) {
        return undefined;
    }
    if (headers['x-ratelimit-remaining'] === '0') {
        // By GitHub's own clock; the second that it names has to be over.
        const now = Date.parse(headers['date'] ?? '') || Date.now();
        return reset === undefined || Number.isNaN(reset) ? undefined : Math.max(0, reset - Math.floor(now / 1000)) + 1;
    }
    return isLimit(error) ? LONGEST_WAIT : undefined;
}
function isTransient(error) {
    return (error instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenAnswer */ .M ||
        isForeign(error) ||
        (isHttpError(error) && (error.status >= 500 || error.status === 429 || askedWait(error) !== undefined)));
}
/** Whether a 404 is of something that answers in GitHub's place: GitHub's own says so in JSON. */
function isForeign(error) {
    if (!isHttpError(error) || error.status !== 404) {
        return false;
    }
    const { data } = (error.response ?? {});
    return typeof data?.message !== 'string';
}
/** Returns the patience that one question has, or several that share it. */
function createPatience() {
    return { left: LONGEST_WAIT };
}
/**
 * Tries a request again on 429, 5xx and where GitHub says when: three times, 0.5 s to 4 s apart or as long as it asks,
 * as far as patience lasts.
 */
async function attempt(request, patience) {
    return (0,p_retry__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .Ay)(request, {
        retries: 3,
        minTimeout: 500,
        maxTimeout: 4000,
        randomize: true,
        shouldRetry: async ({ error }) => {
            const seconds = askedWait(error) ?? 0;
            if (!isTransient(error) || seconds > patience.left) {
                return false;
            }
            patience.left -= seconds;
            if (seconds > 0) {
                _runner_log_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerLog */ .t.info(`GitHub asks to wait ${seconds} s`);
            }
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000);
            return true;
        },
    });
}
/** Runs a request for something that has to be there; every failure, a 404 too, is E_GITHUB. */
async function need(what, request, { permission, hint, patience = createPatience() } = {}) {
    try {
        return await attempt(request, patience);
    }
    catch (cause) {
        // A question within this one has said already what is wrong.
        throw cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? cause : githubError(what, cause, permission, hint);
    }
}
/** Runs a request; a 404 becomes undefined, every other failure E_GITHUB. */
async function ask(what, request, options = {}) {
    try {
        return await need(what, request, options);
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo &&
            isHttpError(error.cause) &&
            error.cause.status === 404 &&
            !isForeign(error.cause)) {
            return undefined;
        }
        throw error;
    }
}
/** Whether GitHub refused a question because of the token's rights, and not because its limit is used up. */
function isRefused(error) {
    const cause = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.cause : undefined;
    return isHttpError(cause) && cause.status === 403 && !isLimit(cause);
}
/** GitHub's own words for what it refused to do; undefined if it did not answer, or failed. */
function refusalOf(error) {
    const cause = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.cause : undefined;
    return isHttpError(cause) && cause.status < 500 && !isLimit(cause) ? cause.message : undefined;
}
/** What the readers need of the token. */
const READING = '`contents: read` and `pull-requests: read`';
/** Turns a failed request into the error that tells the user what to do; `what` is what GitHub was asked to say. */
function githubError(what, cause, permission = READING, hint = '') {
    const status = isHttpError(cause) ? cause.status : undefined;
    const limited = isHttpError(cause) && isLimit(cause);
    const isMangled = cause instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenAnswer */ .M || isForeign(cause);
    const fixes = {
        401: 'give the input "github-token" a token that is valid, such as ${{ github.token }}',
        404: 'check that it is still there, and that the token reaches it',
        422: `GitHub refuses it: ${cause.message}`,
        403: `give the job ${permission} under \`permissions:\`${hint === '' ? '' : `; ${hint}`}`,
    };
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_GITHUB', {
        what: `GitHub did not ${permission === READING ? 'say' : 'do it:'} ${what} (${answerOf(cause)})`,
        fix: isMangled
            ? 'run again; if it stays, look at what answers in the place of GitHub (a proxy of the network)'
            : limited
                ? 'the limit of requests is used up: run again later'
                : (fixes[status ?? 0] ?? 'run again when GitHub answers'),
        cause,
    });
}
function answerOf(cause) {
    if (cause instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenAnswer */ .M) {
        return cause.message;
    }
    return isHttpError(cause) ? `HTTP ${cause.status}` : 'no answer';
}
/** A limit of requests looks like a missing permission, but for what GitHub says beside it. */
function isLimit({ status, message, response }) {
    return status === 429 || response?.headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
}


/***/ }),

/***/ 22140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ openProduct)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_laptop_remote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45022);
/* harmony import */ var _core_setup_workflow_texts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79859);
/* harmony import */ var _git_run_git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19773);






/** Opens the product that the running program is of; `program` is the file that was started. */
async function openProduct(program = process.argv[1] ?? '') {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(program)), '../..');
    const texts = await Promise.all(_core_setup_workflow_texts_js__WEBPACK_IMPORTED_MODULE_3__/* .TEMPLATES */ .QT.map(async (name) => [name, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'workflows-templates', name), 'utf8')]));
    return {
        repository: await installedFrom(folder),
        workflows: Object.fromEntries(texts),
        roleTemplate: (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'aws', name), 'utf8'),
    };
}
/** npm notes beside what it has installed where that is from; a clone has its remote. */
async function installedFrom(folder) {
    const modules = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    const address = (await resolvedAddress((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(modules, '.package-lock.json'), folder.slice(modules.length + 1))) ??
        (await ownAddress((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'package.json'))) ??
        ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, '.git')) ? (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(folder, ['remote', 'get-url', 'origin']))?.trim() : undefined);
    const repository = address === undefined ? undefined : (0,_core_laptop_remote_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRemote */ .M)(address.replace(/^git\+/, '').replace(/#.*$/, ''));
    return repository === undefined ? undefined : `${repository.owner}/${repository.name}`;
}
async function resolvedAddress(lockfile, name) {
    const lock = await readJson(lockfile);
    const resolved = lock?.packages?.[`node_modules/${name}`]?.resolved;
    return resolved?.startsWith('git') ? resolved : undefined;
}
async function ownAddress(manifest) {
    const repository = (await readJson(manifest))?.repository;
    const url = typeof repository === 'string' ? repository : repository?.url;
    return url === undefined || /^[\w.+-]+:/.test(url) ? url : `https://github.com/${url}`;
}
async function readJson(file) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 80900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ ownParametersOf),
/* harmony export */   Lr: () => (/* binding */ readBranches),
/* harmony export */   Rc: () => (/* binding */ publishedWorkflows),
/* harmony export */   YN: () => (/* binding */ readWorkflowTexts),
/* harmony export */   bZ: () => (/* binding */ readNeighbours),
/* harmony export */   bh: () => (/* binding */ isDeployedByServerless3),
/* harmony export */   hB: () => (/* binding */ readServiceFacts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_config_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4235);
/* harmony import */ var _core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(66403);
/* harmony import */ var _core_service_definition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67296);
/* harmony import */ var _core_setup_workflow_texts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79859);
/* harmony import */ var _core_yaml_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95054);
/* harmony import */ var _git_run_git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19773);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83115);









/** Branches that are called so are the default one in most repositories. */
const USUAL = ['main', 'master', 'develop', 'trunk'];
const PRODUCTION = ['prod', 'production', 'release', 'live'];
/** Says which branches a clone has, and which of them is the default one, as far as git knows. */
async function readBranches({ root, branch }) {
    const refs = (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .runGit */ .EO)(root, ['for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/remotes/origin'])) ?? '';
    const namesIn = (place) => refs.split('\n').flatMap((ref) => (ref.startsWith(place) ? [ref.slice(place.length)] : []));
    const published = namesIn('refs/remotes/origin/');
    const known = [...published, ...namesIn('refs/heads/')];
    const remoteHead = (await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .runGit */ .EO)(root, ['symbolic-ref', '-q', '--short', 'refs/remotes/origin/HEAD']))?.trim();
    const defaultBranch = remoteHead?.replace(/^origin\//, '') ?? USUAL.find((name) => known.includes(name)) ?? branch ?? 'main';
    const others = [...PRODUCTION, ...(defaultBranch === 'develop' ? ['main', 'master'] : [])];
    const production = others.find((name) => name !== defaultBranch && known.includes(name));
    return { defaultBranch, production: production ?? 'prod', published };
}
const LOCKFILES = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];
/** What services give themselves, by their keys. */
function ownParametersOf(services, facts) {
    return new Map(services.map(({ key, path }) => [key, facts.find((one) => one.path === path)?.parameters ?? {}]));
}
/** Looks at the folder of a service. */
async function readServiceFacts({ root, folder }, path) {
    const place = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, path);
    const found = await Promise.all(_core_service_definition_js__WEBPACK_IMPORTED_MODULE_7__/* .SERVICE_FILES */ .me.map(async (name) => ({ name, text: await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_6__/* .readCheckoutFile */ .$C)(root, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(place, name)) })));
    const { name = 'serverless.yml', text = '' } = found.find((one) => one.text !== undefined) ?? {};
    const value = /\.(ya?ml|json)$/.test(name) ? (0,_core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__/* .recordOf */ .zv)({ value: undefined, ...(0,_core_yaml_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readYaml */ .g)(text) }.value) : {};
    const region = (0,_core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__/* .recordOf */ .zv)(value['provider'])['region'];
    const manifest = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_6__/* .readCheckoutFile */ .$C)(root, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(place, 'package.json'));
    const locks = await Promise.all(upwards(place).flatMap((at) => LOCKFILES.map((lock) => (0,_checkout_js__WEBPACK_IMPORTED_MODULE_6__/* .readCheckoutFile */ .$C)(root, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(at, lock)))));
    return {
        path,
        file: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(place, name),
        ...plain('app', value['app']),
        ...plain('org', value['org']),
        ...plain('region', region),
        parameters: parametersOf(value),
        lacksPlugin: lacksPlugin(value, text),
        hasManifest: manifest !== undefined,
        hasLockfile: locks.some((lock) => lock !== undefined),
    };
}
const PLUGIN = 'serverless-stages/plugin';
function lacksPlugin({ outputs, plugins }, text) {
    const named = Array.isArray(plugins) ? plugins : (0,_core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__/* .recordOf */ .zv)(plugins)['modules'];
    const isNamed = Array.isArray(named) && named.includes(PLUGIN);
    return !isNamed && (outputs !== undefined || /\$\{output:/.test(text));
}
/** `params` of a serverless.yml, and `stages.<s>.params` of serverless 4. */
function parametersOf(value) {
    const byStage = [
        ...Object.entries((0,_core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__/* .recordOf */ .zv)(value['params'])),
        ...Object.entries((0,_core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__/* .recordOf */ .zv)(value['stages'])).map(([stage, one]) => [stage, (0,_core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__/* .recordOf */ .zv)(one)['params']]),
    ];
    const names = {};
    for (const [stage, given] of byStage) {
        names[stage] = [...(names[stage] ?? []), ...Object.keys((0,_core_safeguards_view_resource_js__WEBPACK_IMPORTED_MODULE_8__/* .recordOf */ .zv)(given))];
    }
    return names;
}
/** A value that is a text without a variable. */
function plain(key, value) {
    return (typeof value === 'string' && !value.includes('${') ? { [key]: value } : {});
}
/** A folder and all above it, to the repository's root. */
function upwards(folder) {
    const above = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(folder);
    return folder === above ? [folder] : [folder, ...upwards(above)];
}
/** serverless 3 asks for a login where a file names an organisation; osls has no Dashboard. */
async function isDeployedByServerless3({ root, folder }, services) {
    const folders = new Set(['.', folder, ...services.map(({ path }) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, path))]);
    const manifests = await Promise.all([...folders].map((at) => (0,_checkout_js__WEBPACK_IMPORTED_MODULE_6__/* .readCheckoutFile */ .$C)(root, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(at, 'package.json'))));
    return !manifests.some((text) => /"(osls|@osls\/[a-z-]+)"\s*:|"serverless"\s*:\s*"[^"]*\b4\./.test(text ?? ''));
}
/** Folders of a clone, other than one, that have a serverless-stages.yml: those of other applications. */
async function readNeighbours({ root, folder }) {
    const listed = await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .runGit */ .EO)(root, [
        'ls-files',
        '-z',
        '--cached',
        '--others',
        '--exclude-standard',
        '--',
        `:(glob)**/${_core_config_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_FILE */ .g2}`,
    ]);
    const folders = (listed ?? '').split('\0').flatMap((path) => (path === '' ? [] : [node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(path)]));
    return folders.filter((other) => other !== folder);
}
/** The texts of a clone's workflows, by their paths. */
async function readWorkflowTexts(root) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _core_setup_workflow_texts_js__WEBPACK_IMPORTED_MODULE_3__/* .WORKFLOWS */ .v1)).catch(() => []);
    const paths = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(_core_setup_workflow_texts_js__WEBPACK_IMPORTED_MODULE_3__/* .WORKFLOWS */ .v1, name));
    const texts = await Promise.all(paths.sort().map(async (path) => [path, await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_6__/* .readCheckoutFile */ .$C)(root, path)]));
    return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}
/** Paths of the workflows that branches of the remote have, as this clone last saw them; a branch that it did not see is left out. */
async function publishedWorkflows(root, branches) {
    const found = await Promise.all(branches.map(async (branch) => {
        const ref = `refs/remotes/origin/${branch}`;
        const known = await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .runGit */ .EO)(root, ['rev-parse', '--verify', '-q', ref]);
        const list = known === undefined ? undefined : await (0,_git_run_git_js__WEBPACK_IMPORTED_MODULE_5__/* .runGit */ .EO)(root, ['ls-tree', '--name-only', ref, `${_core_setup_workflow_texts_js__WEBPACK_IMPORTED_MODULE_3__/* .WORKFLOWS */ .v1}/`]);
        return [branch, list === undefined ? undefined : new Set(list.split('\n'))];
    }));
    return new Map(found.flatMap(([branch, paths]) => (paths === undefined ? [] : [[branch, paths]])));
}


/***/ }),

/***/ 77680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ jobFace),
/* harmony export */   G: () => (/* binding */ roleOfSession)
/* harmony export */ });
/* harmony import */ var _core_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28609);
/* harmony import */ var _io_github_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47601);
/* harmony import */ var _io_profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79387);
/* harmony import */ var _io_runner_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56526);
/* harmony import */ var _io_runner_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37735);





/** Returns the face of a step in a job. */
function jobFace(githubToken, context) {
    return {
        attempt: {
            repository: `${context.owner}/${context.repository}`,
            repositoryId: context.repositoryId,
            id: context.runId,
            attempt: context.runAttempt,
            runner: context.runnerName,
            url: (0,_io_runner_context_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(context),
        },
        github: (0,_io_github_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createGitHubReader */ .r)(githubToken, context),
        log: _io_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .runnerLog */ .t,
        mask: _io_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK,
        assumerOf: (configuration, secret, log) => (0,_io_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .roleAssumer */ .Dw)(configuration, context, secret, log),
        renewableRole: (configuration, session) => {
            const mayAsk = (process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '';
            return mayAsk ? roleOfSession(configuration, session) : undefined;
        },
        workspace: context.workspace,
        tempFolder: context.tempFolder,
    };
}
/** The profile's role, if a session is of it; undefined for other credentials. */
function roleOfSession({ profile: { role } }, session) {
    // A role's path is in its own ARN and not in that of its sessions.
    const name = role === undefined ? '' : (0,_core_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .DM)(role).name.split('/').at(-1);
    return session.arn.includes(`:assumed-role/${name}/`) ? role : undefined;
}


/***/ }),

/***/ 26989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ../node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ../node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
