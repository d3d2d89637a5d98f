export const id = 1899;
export const ids = [1899];
export const modules = {

/***/ 51899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./core/report/printable.js
var printable = __webpack_require__(9807);
// EXTERNAL MODULE: ./io/laptop/checkout.js
var laptop_checkout = __webpack_require__(83115);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
// EXTERNAL MODULE: ./core/setup/roles.js
var setup_roles = __webpack_require__(42738);
// EXTERNAL MODULE: ./core/errors.js
var core_errors = __webpack_require__(30742);
;// CONCATENATED MODULE: ./core/doctor/finding.js

/** Something that could not be looked at; `fix` says which right it takes. */
function unasked(finding) {
    return { ...finding, level: 'not-asked', why: 'this was not checked' };
}
/** An error as findings, each with its place; `check` names what found it. */
function findingsOfError(error, check, file) {
    const errors = error instanceof core_errors/* UserErrors */.tQ ? error.errors : [error];
    return errors.map(({ code, message, position }) => {
        const place = position === undefined ? file : `${position.file}:${position.line}:${position.column}`;
        const text = position === undefined ? message : message.slice(message.indexOf(': ') + 2);
        const [what = '', ...rest] = text.split(' – ');
        return {
            level: 'error',
            check,
            place,
            what,
            why: rest.length > 1 ? rest.slice(0, -1).join('; ') : `every run ends with ${code}`,
            fix: rest.at(-1) ?? 'see docs/errors.md',
        };
    });
}

;// CONCATENATED MODULE: ./core/doctor/aws/facts.js

/** What AWS did not say. */
function notAsked(place, what, fix) {
    return unasked({ check: 'aws', place, what, fix });
}

// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
// EXTERNAL MODULE: ./core/profile/parameter.js
var parameter = __webpack_require__(29308);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
;// CONCATENATED MODULE: ./core/doctor/aws/rights.js






/** Whether a role has the rights that every deploy needs. */
function rightFindings(role, { refused }, fix) {
    const place = `${role.what} (${role.arn}), rights`;
    const answer = refused.get(role.arn);
    if (answer === undefined) {
        return [];
    }
    if ('because' in answer) {
        return [notAsked(place, answer.because, 'use credentials that may iam:SimulatePrincipalPolicy')];
    }
    return answer.value.length === 0
        ? []
        : [
            {
                level: 'error',
                check: 'rights',
                place,
                what: `lacks ${answer.value.map(({ action, resource }) => `${action} on ${resource}`).join(', ')}`,
                why: 'a deploy that needs them fails with E_AWS_DENIED',
                fix,
            },
        ];
}
/** What every deploy of a role's first stage does itself, on the stack of its first service and on its records. */
function trialsOf(role, { config, services }) {
    const { account, partition } = (0,role_arn/* parseRoleArn */.DM)(role.arn);
    const isPreview = role.parameters['Kind'] === 'previews';
    const stage = isPreview
        ? stage_name/* SHORTEST_PREVIEW */.yY
        : (role.parameters['Stages']?.split(',')[0] ?? (0,effective/* configuredStages */.WX)(config)[0] ?? '');
    const service = services.find(({ name }) => name !== undefined)?.name;
    const arn = (place) => `arn:${partition}:${place}`;
    const record = arn(`ssm:${role.region}:${account}:parameter/serverless-stages/${config.app}/${isPreview ? 'preview' : 'configured'}/${stage}/x`);
    if (role.template === 'github-viewer-role.yml') {
        return [
            {
                action: 'cloudformation:DescribeStacks',
                resource: arn(`cloudformation:${role.region}:${account}:stack/x-${stage}/0`),
            },
            {
                action: 'ssm:GetParametersByPath',
                resource: arn(`ssm:${role.region}:${account}:parameter/serverless-stages/${config.app}`),
            },
        ];
    }
    const stack = arn(`cloudformation:${role.region}:${account}:stack/${service ?? 'x'}-${stage}/0`);
    return [
        ...[
            'DescribeStacks',
            'CreateChangeSet',
            'DescribeChangeSet',
            'ExecuteChangeSet',
            'DeleteChangeSet',
            'DescribeStackEvents',
            'DeleteStack',
            'GetTemplate',
        ].map((action) => ({ action: `cloudformation:${action}`, resource: stack })),
        ...namesInSsm(config, role).map((name) => ({
            action: 'ssm:GetParameters',
            resource: arn(`ssm:${role.region}:${account}:parameter/${name.replace(/^\//, '')}`),
        })),
        ...['PutParameter', 'GetParameter', 'DeleteParameter'].map((action) => ({
            action: `ssm:${action}`,
            resource: record,
        })),
    ];
}
/** Names of the parameters of SSM that the profile of a role's stages, or of previews, reads. */
function namesInSsm(config, { parameters }) {
    const stage = parameters['Stages']?.split(',')[0] ?? '';
    const name = parameters['Kind'] === 'previews' ? config['default-profile'] : config.stages?.[stage]?.profile;
    return (0,parameter/* ssmReferences */.Uv)((0,own_value/* ownValue */.e)(config.profiles, name ?? '')?.parameters ?? {});
}

// EXTERNAL MODULE: ./core/aws/region.js
var aws_region = __webpack_require__(87055);
// EXTERNAL MODULE: ./core/safeguards/view/resource.js
var resource = __webpack_require__(66403);
;// CONCATENATED MODULE: ./core/doctor/trust.js

const ISSUER = 'token.actions.githubusercontent.com';
const ACTION = 'sts:assumerolewithwebidentity';
/**
 * Evaluates a role's trust policy against a token of GitHub's as AWS does: an explicit Deny wins, then any Allow, else no.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
function evaluateTrust(policy, token) {
    const statements = listOf((0,resource/* recordOf */.zv)(policy)['Statement']).map(resource/* recordOf */.zv);
    const judged = statements.map((statement) => ({ statement, faults: faultsOf(statement, token) }));
    const isUnsure = judged.some(({ faults }) => faults.some(({ isUnknown }) => isUnknown));
    const applies = judged.filter(({ faults }) => faults.length === 0).map(({ statement }) => statement['Effect']);
    return {
        isAllowed: applies.includes('Allow') && !applies.includes('Deny'),
        because: applies.includes('Deny')
            ? ['a statement denies it']
            : judged.flatMap(({ statement, faults }) => statement['Effect'] === 'Allow' ? faults.slice(0, 1).map(({ text }) => text) : []),
        isUnsure,
    };
}
const known = (text) => ({ text, isUnknown: false });
function faultsOf(statement, token) {
    if (!listOf(statement['Action']).some((action) => like(String(action).toLowerCase(), ACTION))) {
        return [known('it is of another action')];
    }
    const federated = listOf((0,resource/* recordOf */.zv)(statement['Principal'])['Federated']).map(String);
    if (statement['Principal'] !== '*' && !federated.some((arn) => arn.endsWith(`:oidc-provider/${ISSUER}`))) {
        return [known(`its principal is not GitHub's provider (${ISSUER})`)];
    }
    return Object.entries((0,resource/* recordOf */.zv)(statement['Condition'])).flatMap(([operator, keys]) => Object.entries((0,resource/* recordOf */.zv)(keys)).flatMap(([key, values]) => faultOf(operator, key, listOf(values).map(String), token)));
}
const OPERATOR = /^(?:(ForAnyValue|ForAllValues):)?(String(?:Not)?(?:Equals|EqualsIgnoreCase|Like))(IfExists)?$/;
function faultOf(operator, key, expected, token) {
    const [, set, comparison, ifExists] = OPERATOR.exec(operator) ?? [];
    if (comparison === undefined) {
        return [{ text: `${operator} of ${key} is not known here`, isUnknown: true }];
    }
    const isNot = comparison.includes('Not');
    const actual = claimOf(key, token);
    if (actual === 'unknown') {
        return [{ text: `what ${key} comes to is not known here`, isUnknown: true }];
    }
    if (actual === undefined) {
        // A key that a request does not have: IAM user guide, "String condition operators".
        const holds = ifExists !== undefined || set === 'ForAllValues' || (isNot && set === undefined);
        return holds ? [] : [known(`AWS knows no ${key} of GitHub's tokens: the condition never holds`)];
    }
    const holds = expected.some((value) => compare(comparison, value, actual)) !== isNot;
    return holds
        ? []
        : [known(`${key} is "${actual}", and ${isNot ? 'must not be' : 'has to be'} ${expected.join(' or ')}`)];
}
/** Claims that AWS offers too, and that a set-up does not know. */
const UNKNOWN_CLAIMS = ['actor', 'actor_id', 'enterprise_id', 'job_workflow_ref', 'workflow'];
/**
 * The value of a condition key: of the claims that AWS offers of GitHub's tokens, and of no others, which are absent keys. What
 * is not of the token (`aws:SourceIp`) is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
function claimOf(key, token) {
    const [issuer, claim = ''] = key.toLowerCase().split(/:(?=[^:]*$)/);
    if (issuer !== ISSUER || UNKNOWN_CLAIMS.includes(claim)) {
        return 'unknown';
    }
    return Object.hasOwn(token, claim) ? token[claim] : undefined;
}
function compare(comparison, expected, actual) {
    if (comparison.endsWith('IgnoreCase')) {
        return expected.toLowerCase() === actual.toLowerCase();
    }
    return comparison.endsWith('Like') ? like(expected, actual) : expected === actual;
}
/** `*` stands for any text, `?` for one character. */
function like(pattern, text) {
    const source = pattern
        .replace(/[.^$+(){}|[\]\\]/g, String.raw `\$&`)
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 's').test(text);
}
function listOf(value) {
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

;// CONCATENATED MODULE: ./core/doctor/aws/trust-findings.js



/** Whether a role lets in the jobs that it is for, in both forms of `sub`, and nobody else. */
function trustFindings(role, { trustPolicy }, { setUp }, fix) {
    const place = `${role.what} (${role.arn}), trust policy`;
    if (setUp.ids === undefined) {
        return [
            notAsked(place, 'GitHub did not give the numbers of the repository and its owner', 'sign in (gh auth login), or set GH_TOKEN'),
        ];
    }
    const refs = refsOf(role);
    const forms = refs.flatMap((ref) => tokensOf(role, setUp, ref).map(({ form, token }) => ({ ref, form, verdict: evaluateTrust(trustPolicy, token) })));
    const refused = forms.filter(({ verdict }) => !verdict.isAllowed);
    const strangers = [
        { ...setUp, owner: 'somebody-else', ids: { repository: '1', owner: '2' } },
        { ...setUp, name: 'another-repository', ids: { ...setUp.ids, repository: '1' } },
    ].flatMap((stranger) => tokensOf(role, stranger, refs[0] ?? ''));
    const isOpen = strangers.some(({ token }) => evaluateTrust(trustPolicy, token).isAllowed);
    const elsewhere = role.parameters['Kind'] === 'configured' ? tokensOf(role, setUp, 'refs/pull/1/merge') : [];
    return [
        ...(isOpen
            ? [
                {
                    level: 'error',
                    check: 'trust-open',
                    place,
                    what: 'trusts other repositories',
                    why: 'whoever can run a workflow there can assume the role',
                    fix,
                },
            ]
            : []),
        ...(elsewhere.some(({ token }) => evaluateTrust(trustPolicy, token).isAllowed)
            ? [
                {
                    level: 'error',
                    check: 'trust-any-branch',
                    place,
                    what: 'trusts runs of pull requests',
                    why: `any workflow can name the environment "${role.parameters['Environment']}", so anyone who opens a pull request gets the role`,
                    fix,
                },
            ]
            : []),
        ...(forms.length > 0 && refused.length === forms.length
            ? [
                refusalFinding(place, refused[0]?.verdict.because ?? [], fix, refused.some(({ verdict }) => verdict.isUnsure)),
            ]
            : refused.map(({ ref, form, verdict }) => ({
                level: form === 'newer' ? 'warning' : 'error',
                check: 'trust-form',
                place,
                what: `refuses ${ref} if \`sub\` has the ${form} form: ${verdict.because.join('; ')}`,
                why: 'repositories created, renamed or transferred since 2026-07-15 have the numbers of owner and repository in `sub`',
                fix,
            }))),
    ];
}
function refusalFinding(place, because, fix, isUnsure) {
    return {
        level: isUnsure ? 'warning' : 'error',
        check: 'trust',
        place,
        what: `refuses this repository: ${because.join('; ')}`,
        why: 'every run that needs the role fails with E_ROLE_REFUSED',
        fix,
    };
}
/** The refs of the runs that a role has to let in. */
function refsOf({ parameters }) {
    const { Kind: kind, Branch: branch, DefaultBranch: defaultBranch, Branches: branches = '' } = parameters;
    if (kind === 'previews') {
        return ['refs/pull/1/merge', `refs/heads/${defaultBranch}`];
    }
    return kind === 'configured' ? [`refs/heads/${branch}`] : branches.split(',').map((one) => `refs/heads/${one}`);
}
/** The tokens of a job, in both forms of `sub`. https://docs.github.com/en/actions/reference/security/oidc */
function tokensOf({ parameters, region }, { owner, name, ids }, ref) {
    const { Environment: environment } = parameters;
    // A job without an environment says its ref.
    const end = environment === undefined ? `ref:${ref}` : `environment:${environment.replaceAll(':', '%3A')}`;
    const common = {
        aud: (0,aws_region/* partitionOf */.iQ)(region) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com',
        repository: `${owner}/${name}`,
        repository_id: ids?.repository ?? '',
        ref,
        environment: environment ?? '',
    };
    return [
        { form: 'older', token: { ...common, sub: `repo:${owner}/${name}:${end}` } },
        { form: 'newer', token: { ...common, sub: `repo:${owner}@${ids?.owner}/${name}@${ids?.repository}:${end}` } },
    ];
}

;// CONCATENATED MODULE: ./core/doctor/aws/examine.js





/** Looks at everything that AWS says of the roles. */
function examineAws(facts) {
    const { config, setUp, account } = facts;
    const roles = (0,setup_roles/* rolesOf */.R7)(config, setUp);
    if ('because' in account) {
        return {
            source: 'aws',
            findings: [notAsked('AWS', account.because, 'sign in (aws sso login), or add --aws-profile NAME')],
        };
    }
    return { source: 'aws', findings: roles.flatMap((role) => roleFindings(role, account.value, facts)) };
}
function roleFindings(role, own, facts) {
    const { account } = (0,role_arn/* parseRoleArn */.DM)(role.arn);
    const place = `${role.what} (${role.arn})`;
    if (account !== own) {
        return [
            notAsked(place, `the role is in the account ${account}, your credentials are of ${own}`, `doctor --aws-profile NAME, with a profile of ${account}`),
        ];
    }
    const answer = facts.roles.get(role.arn);
    const command = (0,setup_roles/* roleCommand */.eL)(facts.config, role, facts.setUp, false).command;
    if (answer === undefined || 'because' in answer) {
        return [notAsked(place, answer?.because ?? 'it was not asked', 'use credentials that may iam:GetRole')];
    }
    if (answer.value === undefined) {
        return [
            {
                level: 'error',
                check: 'no-role',
                place,
                what: 'does not exist',
                why: 'every run that needs it fails with E_ROLE_REFUSED',
                fix: command,
            },
        ];
    }
    return [...trustFindings(role, answer.value, facts, command), ...rightFindings(role, facts, command)];
}

// EXTERNAL MODULE: ./core/yaml/read.js + 1 modules
var yaml_read = __webpack_require__(95054);
;// CONCATENATED MODULE: ./core/doctor/workflow.js


/** Reads a workflow's text; returns what is wrong with it instead if it is none. */
function parseWorkflow(text, path) {
    const read = (0,yaml_read/* readYaml */.g)(text);
    if (read.fault !== undefined) {
        return `it ${read.fault}`;
    }
    const top = (0,resource/* recordOf */.zv)(read.value);
    const jobs = Object.entries((0,resource/* recordOf */.zv)(top['jobs']));
    // YAML 1.1 readers take `on` for true.
    const on = top['on'] ?? top['true'];
    return {
        path,
        name: typeof top['name'] === 'string' ? top['name'] : path,
        on: eventsOf(on),
        jobs: jobs.map(([id, job]) => jobOf(id, (0,resource/* recordOf */.zv)(job), top['permissions'])),
        hasPlaceholder: /\buses:\s*["']?OWNER\//.test(text),
    };
}
function eventsOf(on) {
    if (typeof on === 'string') {
        return { [on]: {} };
    }
    if (Array.isArray(on)) {
        return Object.fromEntries(on.map((event) => [String(event), {}]));
    }
    return Object.fromEntries(Object.entries((0,resource/* recordOf */.zv)(on)).map(([event, value]) => [event, value ?? {}]));
}
function jobOf(id, job, inherited) {
    const { secrets } = job;
    const concurrency = job['concurrency'];
    const { environment } = job;
    const steps = Array.isArray(job['steps']) ? job['steps'] : [];
    return {
        id,
        uses: usedOf(job['uses']),
        with: (0,resource/* recordOf */.zv)(job['with']),
        secrets: secrets === 'inherit' ? undefined : textsOf(secrets),
        permissions: permissionsOf(job['permissions'] ?? inherited),
        group: typeof concurrency === 'string' ? concurrency : textOf((0,resource/* recordOf */.zv)(concurrency)['group']),
        cancelsInProgress: (0,resource/* recordOf */.zv)(concurrency)['cancel-in-progress'] === true,
        environment: textOf(environment) ?? textOf((0,resource/* recordOf */.zv)(environment)['name']),
        needs: workflow_listOf(job['needs']),
        steps: steps.flatMap((step) => usedOf((0,resource/* recordOf */.zv)(step)['uses']) ?? []),
    };
}
function permissionsOf(value) {
    if (value === 'read-all' || value === 'write-all') {
        return value;
    }
    return value === undefined ? undefined : textsOf(value);
}
/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_iduses */
function usedOf(uses) {
    const [, owner, name, path = '', ref] = typeof uses === 'string' ? (/^([\w.-]+)\/([\w.-]+)(?:\/([^@]+))?@(.+)$/.exec(uses) ?? []) : [];
    return owner === undefined || name === undefined || ref === undefined
        ? undefined
        : { repository: `${owner}/${name}`, path, ref };
}
/** Which workflow of the product (`owner/name`, if that is known) a job calls; undefined if it calls none. */
function productWorkflow({ uses }, product) {
    const [, name] = /^\.github\/workflows\/(preview|sweep|stage|promote)\.yml$/.exec(uses?.path ?? '') ?? [];
    return uses !== undefined && isProduct(uses, product) ? name : undefined;
}
/** Whether something is of the product: a copy may be called otherwise, as the one is that the program was installed from. */
function isProduct({ repository, path }, product) {
    return (repository.endsWith('/serverless-stages') ||
        repository === product ||
        /^actions\/(resolve-stage|load-profile|deploy-service|destroy-stage|report-stage|promote)$/.test(path));
}
/** Whether a filter of branches takes a branch; an event without a filter takes all. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
function takesBranch(event, branch) {
    const { branches, tags, 'branches-ignore': ignored } = (0,resource/* recordOf */.zv)(event);
    if (branches === undefined && ignored === undefined) {
        return tags === undefined;
    }
    if (ignored !== undefined) {
        return !workflow_listOf(ignored).some((pattern) => matchesBranch(pattern, branch));
    }
    // The last pattern that matches counts.
    return workflow_listOf(branches).reduce((taken, pattern) => {
        const isNot = pattern.startsWith('!');
        return matchesBranch(isNot ? pattern.slice(1) : pattern, branch) ? !isNot : taken;
    }, false);
}
/** Whether a pattern of GitHub takes a branch. */
function matchesBranch(pattern, branch) {
    const source = pattern
        .replace(/[.^${}()|\\]/g, String.raw `\$&`)
        .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
    try {
        return new RegExp(`^${source}$`).test(branch);
    }
    catch {
        return false;
    }
}
/** A text, or a list of texts, as a list. */
function workflow_listOf(value) {
    return (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [one] : []));
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
function textsOf(value) {
    return Object.fromEntries(Object.entries((0,resource/* recordOf */.zv)(value)).map(([key, one]) => [key, String(one)]));
}

;// CONCATENATED MODULE: ./core/doctor/clone.js

/** The jobs that call a workflow of the product for this application. */
function callingJobs({ workflows, product, neighbours, }) {
    return workflows.flatMap((workflow) => workflow.jobs.flatMap((job) => {
        const kind = productWorkflow(job, product);
        return kind === undefined || neighbours.includes(workingDirectory(job))
            ? []
            : [{ workflow, job, kind, place: `${workflow.path}, job ${job.id}` }];
    }));
}
/** The folder that a job looks for serverless-stages.yml in. */
function workingDirectory({ with: inputs }) {
    const written = inputs['working-directory'];
    return typeof written === 'string' ? written.replace(/^\.\/|\/+$/g, '') || '.' : '.';
}
/** The stage that a job deploys, if it says so in plain text. */
function stageOf({ job, kind }) {
    const { stage } = job.with;
    return kind === 'stage' && typeof stage === 'string' && !stage.includes('${{') ? stage : undefined;
}

// EXTERNAL MODULE: ./core/configuration/promote.js
var promote = __webpack_require__(45584);
// EXTERNAL MODULE: ./core/configuration/stage-of.js
var stage_of = __webpack_require__(49434);
// EXTERNAL MODULE: ./core/setup/command.js
var setup_command = __webpack_require__(17234);
// EXTERNAL MODULE: ./core/setup/ruleset.js
var ruleset = __webpack_require__(13457);
;// CONCATENATED MODULE: ./core/doctor/github/facts.js

/** What GitHub did not say. */
function facts_notAsked(place, check, because = 'nobody was asked') {
    return unasked({ check, place, what: because, fix: 'give GH_TOKEN a token that may, or gh auth refresh' });
}

;// CONCATENATED MODULE: ./core/doctor/github/branches.js






/** Returns the branches whose rules matter: the default one, and every stage's. */
function guardedBranches(config, defaultBranch) {
    return [...new Set([defaultBranch, ...(0,effective/* configuredStages */.WX)(config).map((stage) => (0,stage_of/* branchOfStage */.E_)(config, stage))])];
}
/** Whether the default branch is the one that the clone and the configuration take for it. */
function defaultBranchFindings({ repository, defaultBranch, config }) {
    const targets = config.previews?.['target-branches'];
    return [
        ...(repository.defaultBranch === defaultBranch
            ? []
            : [
                {
                    level: 'warning',
                    check: 'default-branch',
                    place: `${repository.owner}/${repository.name}`,
                    what: `the default branch is "${repository.defaultBranch}", but this clone assumes "${defaultBranch}"`,
                    why: 'schedules, deletions of branches and manual runs use the default branch',
                    fix: 'git remote set-head origin --auto',
                },
            ]),
        ...(targets === undefined || targets.includes(repository.defaultBranch)
            ? []
            : [
                {
                    level: 'warning',
                    check: 'target-branches',
                    place: 'serverless-stages.yml, previews.target-branches',
                    what: `pull requests into the default branch "${repository.defaultBranch}" get no preview`,
                    why: 'previews.target-branches does not list it',
                    fix: `add ${repository.defaultBranch}`,
                },
            ]),
    ];
}
/** What protects a branch. */
function ruleFindings(branch, answer, { config, setUp, defaultBranch, repository }) {
    const place = `branch ${branch}`;
    if ('because' in answer) {
        return [facts_notAsked(place, 'rules', answer.because)];
    }
    const { exists, types, checks, hasClassicProtection } = answer.value;
    const stages = (0,effective/* configuredStages */.WX)(config).filter((stage) => config.stages?.[stage]?.branch === branch);
    if (!exists) {
        return [
            {
                level: 'error',
                check: 'no-branch',
                place,
                what: 'does not exist on GitHub',
                why: `${stages.join(', ')} is deployed from it`,
                fix: `git push origin ${(0,setup_command/* word */.V)(`origin/${defaultBranch}:refs/heads/${branch}`)}`,
            },
        ];
    }
    if (hasClassicProtection) {
        return [facts_notAsked(place, 'rules', "it has a classic protection rule, which only an administrator's token can read")];
    }
    const { command } = (0,ruleset/* rulesetCommand */.Q)(config, setUp);
    const moved = (0,promote/* pairList */.bb)(config.promote).some(({ to, mode }) => mode !== 'pull-request' && config.stages?.[to]?.branch === branch);
    const fix = moved ? 'create a ruleset with your GitHub App on the bypass list (docs/security.md)' : command;
    const missing = ['deletion', 'non_fast_forward', 'pull_request'].filter((type) => !types.includes(type));
    const level = repository.isPrivate ? 'warning' : 'error';
    const isChecked = config.previews === undefined || checks.some((check) => check === ruleset/* RESULT_CHECK */.T || check.endsWith(' / Result'));
    const isTarget = branch === defaultBranch || config.previews?.['target-branches']?.includes(branch) === true;
    return [
        ...(missing.length === 0
            ? []
            : [
                {
                    level: types.length === 0 ? level : 'warning',
                    check: 'no-rules',
                    place,
                    what: types.length === 0 ? 'has no rules' : `its rules lack ${missing.join(', ')}`,
                    why: stages.length === 0
                        ? 'its serverless-stages.yml decides which roles are used'
                        : `anyone who can push to it gets the role of ${stages.join(', ')}`,
                    fix,
                },
            ]),
        ...(isTarget && !isChecked
            ? [
                {
                    level: 'warning',
                    check: 'no-required-check',
                    place,
                    what: `"${ruleset/* RESULT_CHECK */.T}" is not a required check`,
                    why: 'a pull request can be merged while its preview fails',
                    fix: types.length === 0 ? command : `add the check "${ruleset/* RESULT_CHECK */.T}" to the ruleset`,
                },
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./core/setup/environments.js
var setup_environments = __webpack_require__(8457);
// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
;// CONCATENATED MODULE: ./core/doctor/needed-secrets.js



/** Names of the parameters of a job's profile that are entries of PARAMETERS. */
function secretParameters(config, one) {
    const name = one.kind === 'preview' ? config['default-profile'] : config.stages?.[stageOf(one) ?? '']?.profile;
    const parameters = one.kind === 'sweep' ? {} : ((0,own_value/* ownValue */.e)(config.profiles, name ?? '')?.parameters ?? {});
    return Object.entries(parameters).flatMap(([key, value]) => ((0,schema/* isSecret */.$f)(value) ? [key] : []));
}
/** The secrets that a called workflow needs for what is configured, by the names that it has for them. */
function neededSecrets(config, one) {
    const { notifications = [] } = config;
    const hasSlack = notifications.some(({ slack }) => slack !== undefined);
    const hasWebhook = notifications.some(({ webhook }) => webhook !== undefined);
    return one.kind === 'promote'
        ? []
        : [
            ...(secretParameters(config, one).length > 0 ? ['PARAMETERS'] : []),
            ...(hasSlack ? ['NOTIFY_SLACK'] : []),
            ...(hasWebhook ? ['NOTIFY_WEBHOOK_URL', 'NOTIFY_WEBHOOK_KEY'] : []),
        ];
}

;// CONCATENATED MODULE: ./core/doctor/github/actions.js



/** Whether what workflows use may run. */
function actionFindings({ actions: answer, workflows, repository, product }) {
    const place = `${repository.owner}/${repository.name}, settings of Actions`;
    if ('because' in answer) {
        return [facts_notAsked(place, 'actions', answer.because)];
    }
    const { isEnabled, allowed, takesGitHubs, takesVerified, patterns } = answer.value;
    const repo = `repos/${repository.owner}/${repository.name}/actions/permissions`;
    if (!isEnabled) {
        return [
            {
                level: 'error',
                check: 'actions-disabled',
                place,
                what: 'Actions are disabled',
                why: 'GitHub starts no workflow',
                fix: `gh api -X PUT ${repo} -F enabled=true -f allowed_actions=all`,
            },
        ];
    }
    if (allowed === 'all') {
        return [];
    }
    const used = new Map(workflows
        .flatMap(({ jobs }) => jobs.flatMap(({ uses, steps }) => [...(uses === undefined ? [] : [uses]), ...steps]))
        .map((one) => [actions_textOf(one), one]));
    const refused = [...used].filter(([text, action]) => {
        const { repository: name } = action;
        const isOwn = name.split('/')[0]?.toLowerCase() === repository.owner.toLowerCase();
        const isGitHubs = takesGitHubs && /^(actions|github)\//.test(name);
        // Who is verified is not told.
        const isVerified = takesVerified && !isProduct(action, product);
        return !(isOwn ||
            isGitHubs ||
            isVerified ||
            patterns.some((pattern) => matchesBranch(pattern.replaceAll('*', '**'), text)));
    });
    return refused.map(([text]) => ({
        level: 'error',
        check: 'action-not-allowed',
        place,
        what: `${text} is not allowed`,
        why: 'GitHub rejects every workflow that uses it',
        fix: `allow it: gh api ${repo}/selected-actions --jq .patterns_allowed, and add "${text.replace(/@.*$/, '@*')}"`,
    }));
}
function actions_textOf({ repository, path, ref }) {
    return `${repository}${path === '' ? '' : `/${path}`}@${ref}`;
}
/** Secrets that jobs hand on by name, and that what is configured needs. */
function secretFindings({ secrets: answer, callers, config, repository }) {
    const needed = callers.flatMap((one) => neededSecrets(config, one).flatMap((name) => {
        const [, secret] = /secrets\.([A-Za-z_]\w*)/.exec(one.job.secrets?.[name] ?? '') ?? [];
        return secret === undefined ? [] : [{ secret, place: one.place }];
    }));
    if (needed.length === 0) {
        return [];
    }
    const place = `${repository.owner}/${repository.name}, secrets`;
    if ('because' in answer) {
        return [facts_notAsked(place, 'secrets', answer.because)];
    }
    const known = answer.value.map((name) => name.toUpperCase());
    return needed
        .filter(({ secret }) => !known.includes(secret.toUpperCase()))
        .map(({ secret, place: job }) => ({
        level: 'error',
        check: 'no-secret',
        place: job,
        what: `the secret ${secret} does not exist`,
        why: 'GitHub passes an empty text instead',
        fix: `gh secret set ${secret}`,
    }));
}

;// CONCATENATED MODULE: ./core/doctor/github/environments.js





const OPEN = 'GitHub silently creates a missing environment, without protection';
/** Whether an environment is there, limited to its branches, and reviewed where it has to be. */
function environmentFindings(environment, facts) {
    const { name, branches, isApproval } = environment;
    const answer = facts.environments.get(name);
    const place = `environment ${name}`;
    const fix = (0,setup_environments/* environmentCommand */.R)(environment, facts.setUp).command;
    if (answer === undefined || 'because' in answer) {
        return [facts_notAsked(place, 'environment', answer?.because)];
    }
    if (isApproval && !facts.callers.some(({ workflow }) => workflow.jobs.some((job) => job.environment === name))) {
        // The workflows name another one, or none.
        return [];
    }
    const { value: found } = answer;
    if (found === undefined) {
        return [{ level: 'error', check: 'no-environment', place, what: 'does not exist', why: OPEN, fix }];
    }
    return branches === undefined
        ? previewLimitFindings(found, place, fix)
        : [
            ...limitFindings(found, branches, place, fixOfLimit(environment, found, facts)),
            ...(isApproval ? approvalFindings(environment, found, facts, fix) : deployFindings(found, place)),
        ];
}
/** The command that makes an environment replaces its reviewers: one that has some is changed by hand. */
function fixOfLimit(environment, { reviewers }, { setUp }) {
    const { branches = [] } = environment;
    return reviewers === 0
        ? (0,setup_environments/* environmentCommand */.R)(environment, setUp).command
        : `limit it to ${branches.join(', ')} in the settings of the repository (Environments), and keep its reviewers`;
}
/** The runs of pull requests are on no branch. */
function previewLimitFindings({ limit, branches }, place, fix) {
    return limit === 'none' || branches.includes('refs/pull/*/merge')
        ? []
        : [
            {
                level: 'error',
                check: 'preview-environment-limited',
                place,
                what: `is limited to ${limit === 'protected' ? 'protected branches' : branches.join(', ')}`,
                why: 'runs of pull requests are on no branch, so GitHub rejects every preview',
                fix,
            },
        ];
}
function limitFindings({ limit, branches: patterns }, branches, place, fix) {
    if (limit !== 'named') {
        return [
            {
                level: 'error',
                check: 'environment-open',
                place,
                what: limit === 'none' ? 'is open to every branch' : 'is open to every protected branch',
                why: `its jobs get the role of the stage, which belongs to ${branches.join(', ')} only`,
                fix,
            },
        ];
    }
    const foreign = patterns.filter((pattern) => !branches.includes(pattern));
    const refused = branches.filter((branch) => !patterns.some((pattern) => matchesBranch(pattern, branch)));
    return [
        ...foreign.map((pattern) => ({
            level: 'error',
            check: 'environment-branches',
            place,
            what: `is open to "${pattern}"`,
            why: `the stage belongs to ${branches.join(', ')} only`,
            fix: `remove the rule "${pattern}" in the environment's settings`,
        })),
        ...refused.map((branch) => ({
            level: 'error',
            check: 'environment-branches',
            place,
            what: `is closed to the branch "${branch}"`,
            why: 'GitHub rejects every deploy of the stage',
            fix,
        })),
    ];
}
function approvalFindings({ name, branches = [] }, { reviewers }, { config, repository: { isPrivate } }, fix) {
    const base = { check: 'no-reviewers', place: `environment ${name}`, what: 'has no required reviewers' };
    // With `mode: pull-request` the review of the pull request is the approval.
    const isReviewed = (0,promote/* pairList */.bb)(config.promote).some(({ to, mode }) => mode === 'pull-request' && branches.includes((0,stage_of/* branchOfStage */.E_)(config, to)));
    if (reviewers > 0 || isReviewed) {
        return [];
    }
    return isPrivate
        ? [
            {
                ...base,
                level: 'warning',
                why: 'production is deployed without an approval. Private repositories need GitHub Enterprise for reviewers',
                fix: 'promote by pull request (docs/promotion.md), or add reviewers if your plan has them',
            },
        ]
        : [{ ...base, level: 'error', why: 'production is deployed without an approval', fix }];
}
function deployFindings({ reviewers }, place) {
    return reviewers === 0
        ? []
        : [
            {
                level: 'warning',
                check: 'reviewers-in-deploy',
                place,
                what: 'has required reviewers',
                why: 'a run that waits for a reviewer blocks the stage, so a rollback waits too',
                fix: 'keep reviewers in the approval environment only',
            },
        ];
}

;// CONCATENATED MODULE: ./core/doctor/github/examine.js




/** Looks at everything that GitHub says of a repository. */
function examineGitHub(facts) {
    return {
        source: 'github',
        findings: [
            ...defaultBranchFindings(facts),
            ...(0,setup_environments/* environmentsOf */.M)(facts.config).flatMap((environment) => environmentFindings(environment, facts)),
            ...[...facts.rules].flatMap(([branch, rules]) => ruleFindings(branch, rules, facts)),
            ...actionFindings(facts),
            ...secretFindings(facts),
        ],
    };
}

;// CONCATENATED MODULE: ./core/doctor/local/jobs.js


/** What the jobs of a called workflow ask for: a caller that grants less has its run refused. */
const NEEDED_PERMISSIONS = {
    preview: {
        contents: 'read',
        'pull-requests': 'write',
        deployments: 'write',
        statuses: 'write',
        actions: 'read',
        'id-token': 'write',
    },
    sweep: {
        contents: 'read',
        'pull-requests': 'write',
        deployments: 'write',
        statuses: 'write',
        actions: 'read',
        'id-token': 'write',
    },
    stage: {
        contents: 'read',
        'pull-requests': 'read',
        deployments: 'write',
        statuses: 'write',
        actions: 'read',
        'id-token': 'write',
    },
    promote: { contents: 'read', actions: 'read', 'id-token': 'write' },
};
/** A called workflow gets the rights of its caller, and no more. */
const jobsMayDeploy = (facts) => callingJobs(facts).flatMap(({ job: { permissions }, kind, place }) => {
    if (permissions === 'write-all') {
        return [];
    }
    const has = (right, level) => permissions === 'read-all'
        ? level === 'read'
        : permissions?.[right] === 'write' || permissions?.[right] === level;
    const missing = Object.entries(NEEDED_PERMISSIONS[kind]).filter(([right, level]) => !has(right, level));
    return missing.length === 0
        ? []
        : [
            {
                level: permissions === undefined ? 'warning' : 'error',
                check: 'permissions',
                place: `${place}, permissions`,
                what: `does not grant ${missing.map(([right, level]) => `\`${right}: ${level}\``).join(', ')}`,
                why: 'GitHub rejects a run if the called workflow needs more than its caller grants',
                fix: `write below \`permissions\`: ${missing.map(([right, level]) => `${right}: ${level}`).join(', ')}`,
            },
        ];
});
/** Jobs are given the secrets that parameters and notifications name. */
const jobsGetSecrets = (facts) => {
    const { config } = facts;
    return callingJobs(facts).flatMap((one) => {
        const { job, place } = one;
        if (job.secrets === undefined) {
            return [];
        }
        const named = secretParameters(config, one);
        const needed = neededSecrets(config, one).filter((name) => !(name in (job.secrets ?? {})));
        return needed.map((secret) => ({
            level: 'error',
            check: 'secrets',
            place: `${place}, secrets`,
            what: secret === 'PARAMETERS'
                ? `does not pass PARAMETERS, but ${named.join(', ')} ${named.length === 1 ? 'comes' : 'come'} from it ({ secret: … })`
                : `does not pass ${secret}, which a notification needs`,
            why: 'a called workflow gets only the secrets that its caller passes',
            fix: `write \`${secret}: \${{ secrets.${secret} }}\` below \`secrets\``,
        }));
    });
};
/** Where serverless-stages.yml is in a folder, every job has to know it. */
const jobsKnowFolder = (facts) => callingJobs(facts).flatMap(({ job, place }) => {
    const folder = workingDirectory(job);
    return folder === facts.folder || folder.includes('${{')
        ? []
        : [
            {
                level: 'error',
                check: 'working-directory',
                place: `${place}, with.working-directory`,
                what: `looks for serverless-stages.yml in "${folder}", but the file is ${facts.configPath}`,
                why: 'every run fails with E_CONFIG_FILE',
                fix: facts.folder === '.'
                    ? 'remove `working-directory`'
                    : `write \`working-directory: ${facts.folder}\` below \`with\``,
            },
        ];
});
/** One run of a stage is not broken off for the next, and two do not run at once. */
const jobsWaitForEachOther = (facts) => callingJobs(facts)
    .filter(({ kind }) => kind !== 'promote')
    .flatMap(({ job: { group, cancelsInProgress }, place }) => [
    ...(cancelsInProgress
        ? [
            {
                level: 'error',
                check: 'cancel-in-progress',
                place: `${place}, concurrency`,
                what: '`cancel-in-progress: true` cancels a deploy when the next one starts',
                why: 'CloudFormation continues what it has begun, and the next run has to wait or recover',
                fix: 'write `cancel-in-progress: false`',
            },
        ]
        : []),
    ...(group === undefined
        ? [
            {
                level: 'warning',
                check: 'concurrency',
                place,
                what: 'has no `concurrency`',
                why: 'runs of the same stage wait for each other while their minutes are billed',
                fix: 'copy `concurrency` from the template of this workflow',
            },
        ]
        : []),
]);

;// CONCATENATED MODULE: ./core/doctor/local/previews.js





/** What a pull request does that its preview has to know of. */
const NEEDED_TYPES = ['opened', 'synchronize', 'reopened', 'closed'];
/** What `pull_request` listens to if it does not say. https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request */
const DEFAULT_TYPES = ['opened', 'synchronize', 'reopened'];
/** Previews have their workflow, which is told of all that pull requests do. */
const previewsHaveWorkflow = (facts) => {
    const { config, configPath } = facts;
    const callers = callingJobs(facts).filter(({ kind }) => kind === 'preview');
    if (config.previews === undefined) {
        return callers.map(({ place }) => ({
            level: 'error',
            check: 'previews-unconfigured',
            place,
            what: `deploys previews, but ${configPath} has no \`previews\``,
            why: 'every pull request is skipped',
            fix: 'write `previews: { role: … }`, or remove the workflow',
        }));
    }
    if (callers.length === 0) {
        return [
            {
                level: 'error',
                check: 'no-preview-workflow',
                place: `${configPath}, previews`,
                what: 'no workflow deploys previews',
                why: 'pull requests get no preview',
                fix: 'npx serverless-stages init',
            },
        ];
    }
    const patterns = Object.keys(config.stages ?? {}).filter(stage_name/* isStagePattern */.rR);
    return callers.flatMap(({ workflow: { on, path }, place }) => {
        const event = (0,resource/* recordOf */.zv)(on['pull_request']);
        const types = event['types'] === undefined ? DEFAULT_TYPES : workflow_listOf(event['types']);
        const missing = NEEDED_TYPES.filter((type) => !types.includes(type));
        const filters = ['paths', 'paths-ignore'].filter((key) => key in event);
        const push = (0,resource/* recordOf */.zv)(on['push'])['branches'];
        const unheard = patterns.filter((pattern) => !workflow_listOf(push).includes(pattern) && !('push' in on && push === undefined));
        return [
            ...('pull_request_target' in on
                ? [
                    {
                        level: 'error',
                        check: 'pull-request-target',
                        place: `${path}, on.pull_request_target`,
                        what: 'pull_request_target gives the code of forks the secrets and the token of this repository',
                        why: 'anyone who opens a pull request can read them',
                        fix: 'write pull_request',
                    },
                ]
                : []),
            ...(missing.length > 0
                ? [
                    {
                        level: 'error',
                        check: 'preview-events',
                        place: `${path}, on.pull_request.types`,
                        what: `does not start when a pull request is ${missing.join(', ')}`,
                        why: missing.includes('closed')
                            ? 'previews are not removed when their pull request closes'
                            : 'previews are missing or out of date',
                        fix: 'write `types: [opened, synchronize, reopened, ready_for_review, converted_to_draft, edited, closed]`',
                    },
                ]
                : []),
            ...filters.map((key) => ({
                level: 'error',
                check: 'preview-paths',
                place: `${path}, on.pull_request.${key}`,
                what: `\`${key}\` skips runs`,
                why: 'a closed pull request needs its run to remove the preview, and a required check that never reports blocks the merge',
                fix: `remove \`${key}\`: only changed services are deployed anyway`,
            })),
            ...unheard.map((pattern) => ({
                level: 'error',
                check: 'preview-push',
                place,
                what: `does not start on pushes to "${pattern}"`,
                why: '`stages` has this pattern, so these branches get a preview without a pull request',
                fix: `add \`push: { branches: ["${pattern}"] }\` to \`on\``,
            })),
        ];
    });
};
/** What nobody wants any more is removed each night, by a workflow of the default branch. */
const previewsAreSwept = (facts) => {
    const { config, configPath, defaultBranch, published } = facts;
    if (config.previews === undefined) {
        return [];
    }
    const why = 'some closed pull requests start no run (merge conflicts, lost runs). Their previews stay and cost money';
    const sweeps = callingJobs(facts).filter(({ kind }) => kind === 'sweep');
    if (sweeps.length === 0) {
        return [
            {
                level: 'error',
                check: 'no-sweep',
                place: `${configPath}, previews`,
                what: 'no workflow sweeps previews',
                why,
                fix: 'npx serverless-stages init',
            },
        ];
    }
    return sweeps.flatMap(({ workflow: { on, path } }) => [
        ...('schedule' in on
            ? []
            : [
                {
                    level: 'error',
                    check: 'sweep-schedule',
                    place: `${path}, on`,
                    what: 'has no `schedule`',
                    why,
                    fix: 'write `schedule: [{ cron: "17 3 * * *" }]`',
                },
            ]),
        ...(published.get(defaultBranch)?.has(path) === false
            ? [
                {
                    level: 'warning',
                    check: 'sweep-not-on-default-branch',
                    place: path,
                    what: `the default branch "${defaultBranch}" does not have this file`,
                    why: 'GitHub runs schedules on the default branch only',
                    fix: `merge it into ${defaultBranch}`,
                },
            ]
            : []),
    ]);
};
/** Promotions have their workflow, which GitHub lets people start if the default branch has it. */
const promotionsHaveWorkflow = (facts) => {
    const { config, configPath, defaultBranch, published } = facts;
    const callers = callingJobs(facts).filter(({ kind }) => kind === 'promote');
    const pairs = (0,promote/* pairList */.bb)(config.promote);
    return [
        ...(pairs.length > 0 && callers.length === 0
            ? [
                {
                    level: 'error',
                    check: 'no-promote-workflow',
                    place: `${configPath}, promote`,
                    what: 'no workflow promotes',
                    why: 'nobody can start a promotion',
                    fix: 'npx serverless-stages init',
                },
            ]
            : []),
        ...(pairs.length === 0
            ? callers.map(({ place }) => ({
                level: 'error',
                check: 'promote-unconfigured',
                place,
                what: `promotes, but ${configPath} has no \`promote\``,
                why: 'every run fails unless both stages are given',
                fix: 'write `promote: { from: staging, to: prod }`',
            }))
            : []),
        ...callers
            .filter(({ workflow }) => published.get(defaultBranch)?.has(workflow.path) === false)
            .map(({ workflow: { path } }) => ({
            level: 'warning',
            check: 'promote-not-on-default-branch',
            place: path,
            what: `the default branch "${defaultBranch}" does not have this file`,
            why: 'GitHub lets people start only workflows of the default branch',
            fix: `merge it into ${defaultBranch}`,
        })),
    ];
};

// EXTERNAL MODULE: ./core/setup/workflow-texts.js
var workflow_texts = __webpack_require__(79859);
;// CONCATENATED MODULE: ./core/doctor/local/roles.js





/** Each role is of one environment and one branch, and previews have one of their own. */
const rolesAreApart = ({ config, configPath }) => {
    const stages = (0,effective/* configuredStages */.WX)(config);
    const of = (stage) => (0,stage_of/* profileOfStage */.F7)(config, stage);
    const shared = stages.flatMap((stage, index) => {
        const role = of(stage)?.role;
        const first = stages.find((other) => of(other)?.role === role);
        const isOther = first !== undefined && first !== stage && stages.indexOf(first) < index;
        return role !== undefined && isOther && whoseToken(config, first) !== whoseToken(config, stage)
            ? [
                {
                    level: 'error',
                    check: 'role-shared',
                    place: `${configPath}, stages.${stage}`,
                    what: `uses the role ${role}, which "${first}" also uses from another branch or environment`,
                    why: 'a role trusts one environment and branch (aws/github-oidc-role.yml). The other stage is refused',
                    fix: 'create one role per stage (RoleName) and one profile per role',
                },
            ]
            : [];
    });
    return [...shared, ...previewsFindings(config, configPath)];
};
function previewsFindings(config, configPath) {
    const { previews } = config;
    if (previews === undefined) {
        return [];
    }
    const same = (0,effective/* configuredStages */.WX)(config).filter((stage) => (0,stage_of/* profileOfStage */.F7)(config, stage)?.role === previews.role);
    const accounts = (0,effective/* accountsOf */.s1)(config);
    const { account } = (0,role_arn/* parseRoleArn */.DM)(previews.role);
    const beside = (0,workflow_texts/* approvedStages */.xu)(config).filter((stage) => accounts[stage] === account);
    const environment = previews.environment ?? 'preview';
    const mixed = (0,effective/* configuredStages */.WX)(config).filter((stage) => (0,stage_of/* environmentOfStage */.Nv)(config, stage) === environment);
    const place = `${configPath}, previews`;
    return [
        ...same.map((stage) => ({
            level: 'error',
            check: 'previews-role',
            place: `${place}.role`,
            what: `previews use the role of the stage "${stage}"`,
            why: 'anyone who opens a pull request could change that stage',
            fix: 'deploy aws/github-oidc-role.yml with Kind=previews and write its ARN here',
        })),
        ...mixed.map((stage) => ({
            level: 'error',
            check: 'previews-environment',
            place: `${place}.environment`,
            what: `previews use the GitHub environment "${environment}" of the stage "${stage}"`,
            why: 'the environment of previews is open to all branches, so the stage would be too',
            fix: 'use a separate environment for previews',
        })),
        ...beside.map((stage) => ({
            level: 'warning',
            check: 'previews-beside-production',
            place: `${place}.role`,
            what: `previews share the account ${account} with "${stage}"`,
            why: 'previews can list resources of that account and share its limits (docs/security.md)',
            fix: 'use a separate account for previews',
        })),
    ];
}
/** A promotion looks at both stages by a role that only reads. */
const promotionsCanLook = ({ config, configPath }) => {
    const stages = [...new Set((0,promote/* pairList */.bb)(config.promote).flatMap(({ from, to }) => [from, to]))];
    return stages
        .filter((stage) => (0,stage_of/* profileOfStage */.F7)(config, stage)?.['viewer-role'] === undefined)
        .map((stage) => ({
        level: 'warning',
        check: 'no-viewer-role',
        place: `${configPath}, profiles.${config.stages?.[stage]?.profile}`,
        what: `"${stage}" is promoted, but its profile has no \`viewer-role\``,
        why: 'the verdict cannot check what the stage has ("not asked")',
        fix: 'deploy aws/github-viewer-role.yml and write its ARN into `viewer-role`',
    }));
};
/** What tells the tokens of one stage from those of another. */
function whoseToken(config, stage) {
    return JSON.stringify([(0,stage_of/* environmentOfStage */.Nv)(config, stage), config.stages?.[stage]?.branch]);
}

// EXTERNAL MODULE: ./core/serverless/names.js
var names = __webpack_require__(27044);
// EXTERNAL MODULE: ./core/setup/unmet-parameters.js
var unmet_parameters = __webpack_require__(53669);
;// CONCATENATED MODULE: ./core/doctor/local/services.js








/** The names that the Serverless Framework makes fit in every stage, and in previews. */
const namesFit = ({ config, services }) => {
    const stages = (0,effective/* configuredStages */.WX)(config).flatMap((stage) => {
        const { profile = '', services: only } = config.stages?.[stage] ?? {};
        const own = services.filter(({ key }) => only?.includes(key) ?? true);
        return regionsOf(config, profile).map((region) => ({ stage, region, services: own, isMarked: false }));
    });
    const previews = config.previews === undefined
        ? []
        : regionsOf(config, config['default-profile'] ?? '').map((region) => ({
            // The shortest name that a preview may have: it gets that one where a longer one does not fit.
            stage: stage_name/* SHORTEST_PREVIEW */.yY,
            region,
            services: services.filter(({ shared }) => shared !== 'always'),
            isMarked: true,
        }));
    const faults = [...stages, ...previews].flatMap(({ stage, region, services: own, isMarked }) => own.flatMap((service) => services_faultsOf(service, stage, region, isMarked)));
    return faults.filter(({ what }, index) => faults.findIndex((other) => other.what === what) === index);
};
function services_faultsOf({ key, path, name, functionNames, makesRole }, stage, region, isMarked) {
    const checks = [
        () => (0,names/* checkFunctionNames */.hu)(key, functionNames, stage),
        // In a preview's package the role gets another name where this one does not fit.
        () => (makesRole && name !== undefined && !isMarked ? (0,names/* checkRoleName */.Ko)({ service: name, stage, region }) : undefined),
    ];
    return checks.flatMap((check) => {
        try {
            check();
            return [];
        }
        catch (error) {
            if (!(error instanceof core_errors/* UserError */.yo)) {
                throw error;
            }
            return findingsOfError(error, 'name-too-long', `${path}${isMarked ? ', in previews' : ''}`);
        }
    });
}
function regionsOf(config, profile) {
    return (0,effective/* regionList */.lW)((0,own_value/* ownValue */.e)(config.profiles, profile)?.region ?? []);
}
/** Every parameter that services read is given. */
const parametersAreGiven = ({ config, configPath, services, ownParameters }) => (0,effective/* configuredStages */.WX)(config).flatMap((stage) => {
    const unmet = (0,unmet_parameters/* unmetParameters */.c)(config, stage, services, ownParameters);
    return unmet.length === 0
        ? []
        : [
            {
                level: 'error',
                check: 'parameter-missing',
                place: `${configPath}, profiles.${config.stages?.[stage]?.profile}.parameters`,
                what: `services of "${stage}" use ${unmet.map((name) => `\${param:${name}}`).join(', ')}, which no parameter or output provides`,
                why: 'the Serverless Framework fails with "Cannot resolve variable"',
                fix: 'add them to `parameters` of the profile: a text, { ssm: /PATH } or { secret: NAME }',
            },
        ];
});
/** What is installed in a job is what a lockfile says. */
const servicesAreLocked = ({ unlocked }) => unlocked.map((path) => ({
    level: 'error',
    check: 'no-lockfile',
    place: path,
    what: 'has a package.json without a lockfile',
    why: 'jobs install from lockfiles only',
    fix: `(cd ${(0,setup_command/* word */.V)(path)} && npm install --package-lock-only) and commit package-lock.json`,
}));
/** Outputs as the Serverless Dashboard had them need our plugin. */
const servicesNamePlugin = ({ pluginless }) => pluginless.map((file) => ({
    level: 'error',
    check: 'plugin-missing',
    place: file,
    what: 'uses `outputs:` or `${output:…}` without the plugin serverless-stages/plugin',
    why: 'only the plugin resolves and publishes them (docs/plugin.md)',
    fix: 'add `- serverless-stages/plugin` to `plugins:`, and install the package: npm install --save-dev github:OWNER/serverless-stages#v1',
}));
/** serverless 3 asks for a login where a file names an organisation. */
const servicesNeedNoLogin = ({ linked }) => linked.map((file) => ({
    level: 'error',
    check: 'dashboard-login',
    place: file,
    what: 'has `org`, the organisation in the Serverless Dashboard',
    why: 'serverless 3 then fails in a job: "You are not currently logged in"',
    fix: 'remove the line `org: …`',
}));

// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
;// CONCATENATED MODULE: ./core/doctor/local/stages.js








/** Every configured stage has a job, and every job a configured stage. */
const stagesHaveJobs = (facts) => {
    const { config, configPath } = facts;
    const known = (0,effective/* configuredStages */.WX)(config);
    const jobs = callingJobs(facts).flatMap((one) => {
        const stage = stageOf(one);
        return stage === undefined ? [] : [{ ...one, stage }];
    });
    const missing = known.filter((stage) => jobs.every((one) => one.stage !== stage));
    const unknown = jobs.filter(({ stage }) => !known.includes(stage));
    return [
        ...missing.map((stage) => ({
            level: 'error',
            check: 'stage-without-job',
            place: `${configPath}, stages.${stage}`,
            what: `no workflow deploys the stage "${stage}"`,
            why: 'pushes to its branch deploy nothing',
            fix: 'npx serverless-stages init',
        })),
        ...unknown.map(({ stage, place }) => ({
            level: 'error',
            check: 'unknown-stage',
            place,
            what: `deploys the stage "${stage}", which ${configPath} does not have`,
            why: 'every run fails with E_STAGE_UNKNOWN',
            fix: (0,suggest/* suggestName */.S)(stage, known),
        })),
    ];
};
/** What starts a stage's workflow is a push to the stage's branch, and to no other. */
const stagesArePushed = (facts) => {
    const { config, published } = facts;
    return (0,effective/* configuredStages */.WX)(config).flatMap((stage) => {
        const branch = (0,stage_of/* branchOfStage */.E_)(config, stage);
        const jobs = callingJobs(facts).filter((one) => stageOf(one) === stage);
        const pushed = jobs.filter(({ workflow }) => 'push' in workflow.on);
        const [first] = jobs;
        // Where two stages share a branch, promotions deploy the second one, and no push does (docs/promotion.md).
        const isPromoted = (0,promote/* pairList */.bb)(config.promote).some(({ from, to }) => to === stage && config.stages?.[from]?.branch === branch);
        if (first === undefined || (isPromoted && pushed.length === 0)) {
            return [];
        }
        if (!pushed.some(({ workflow }) => takesBranch(workflow.on['push'], branch))) {
            return [
                {
                    level: 'error',
                    check: 'push-branch',
                    place: `${(pushed[0] ?? first).workflow.path}, on.push.branches`,
                    what: `a push to "${branch}" does not start the workflow of the stage "${stage}"`,
                    why: 'the stage is deployed from that branch',
                    fix: `write \`on: { push: { branches: [${branch}] } }\``,
                },
            ];
        }
        return pushed.flatMap(({ workflow, place }) => [
            ...workflow_listOf((0,resource/* recordOf */.zv)(workflow.on['push'])['branches'])
                .filter((pushedTo) => pushedTo !== branch && !/[*?![\]+]/.test(pushedTo) && !isOfAnother(facts, workflow.path, pushedTo))
                .map((other) => ({
                level: 'error',
                check: 'other-branch',
                place: `${workflow.path}, on.push.branches`,
                what: `starts on pushes to "${other}", but deploys no stage of that branch`,
                why: 'such a run fails: the stage has another branch, and AWS refuses its role',
                fix: `remove "${other}", or give a stage that branch`,
            })),
            ...(published.get(branch)?.has(workflow.path) === false
                ? [
                    {
                        level: 'warning',
                        check: 'not-on-branch',
                        place,
                        what: `the branch "${branch}" does not have this file yet`,
                        why: 'GitHub runs the workflow file of the pushed commit',
                        fix: `merge it into ${branch} by a pull request`,
                    },
                ]
                : []),
        ]);
    });
};
/** Whether another stage that a workflow deploys is of a branch. */
function isOfAnother(facts, path, branch) {
    return callingJobs(facts).some((one) => one.workflow.path === path && facts.config.stages?.[stageOf(one) ?? '']?.branch === branch);
}
/** Somebody approves before production is deployed. */
const productionIsApproved = (facts) => (0,workflow_texts/* approvedStages */.xu)(facts.config).flatMap((stage) => callingJobs(facts)
    .filter((one) => stageOf(one) === stage && !isApproved(one))
    .map(({ place }) => ({
    level: 'warning',
    check: 'no-approval',
    place,
    what: `"${stage}" is deployed without an approval`,
    why: 'anyone who can push to the branch deploys production',
    fix: 'use workflows-templates/prod.yml: its job `approve` waits for the reviewers of an environment',
})));
/** Whether a job that a job needs has an environment, in which people approve. */
function isApproved({ workflow, job }) {
    const needed = new Set(job.needs);
    for (const id of needed) {
        for (const more of workflow.jobs.find((one) => one.id === id)?.needs ?? []) {
            needed.add(more);
        }
    }
    return workflow.jobs.some(({ id, environment }) => needed.has(id) && environment !== undefined);
}
/** A choice of stages that is offered by hand is one of configured ones. */
const choicesExist = ({ config, workflows }) => {
    const known = (0,effective/* configuredStages */.WX)(config);
    return workflows.flatMap(({ path, on, jobs }) => {
        const inputs = (0,resource/* recordOf */.zv)((0,resource/* recordOf */.zv)(on['workflow_dispatch'])['inputs']);
        const options = workflow_listOf((0,resource/* recordOf */.zv)(inputs['stage'])['options']);
        const isOurs = jobs.some(({ uses }) => uses?.path === '.github/workflows/stage.yml');
        return options
            .filter((stage) => isOurs && !known.includes(stage))
            .map((stage) => ({
            level: 'warning',
            check: 'unknown-choice',
            place: `${path}, on.workflow_dispatch.inputs.stage`,
            what: `offers the stage "${stage}", which is not configured`,
            why: 'a run that is started with it deploys nothing',
            fix: (0,suggest/* suggestName */.S)(stage, known),
        }));
    });
};

;// CONCATENATED MODULE: ./core/doctor/local/versions.js

/** The product is used at a version, the same one everywhere; other actions at one that does not move by itself. */
const usesArePinned = ({ workflows, product }) => {
    const isOurs = (used) => isProduct(used, product);
    const ours = workflows.flatMap((workflow) => usedBy(workflow).filter(isOurs));
    const versions = [...new Set(ours.map(({ ref }) => ref))];
    const owners = [...new Set(ours.map(({ repository }) => repository))];
    const placeholders = workflows.filter(({ hasPlaceholder }) => hasPlaceholder);
    return [
        ...placeholders.map(({ path }) => ({
            level: 'error',
            check: 'placeholder',
            place: path,
            what: 'still uses the placeholder OWNER/serverless-stages',
            why: 'GitHub finds no such workflow and starts nothing',
            fix: `sed -i 's|OWNER/serverless-stages|your-owner/serverless-stages|' ${path}`,
        })),
        ...(versions.length > 1 || (owners.length > 1 && placeholders.length === 0)
            ? [
                {
                    level: 'error',
                    check: 'versions-differ',
                    place: workflows
                        .filter((one) => usedBy(one).some(isOurs))
                        .map(({ path }) => path)
                        .join(', '),
                    what: `serverless-stages is used as ${[...new Set(ours.map(({ repository, ref }) => `${repository}@${ref}`))].join(', ')}`,
                    why: 'one version may not read the records of the other',
                    fix: 'use the same version everywhere',
                },
            ]
            : []),
        ...workflows.flatMap((workflow) => usedBy(workflow)
            .filter((used) => isMoving(used))
            .map((used) => ({
            level: 'warning',
            check: 'unpinned',
            place: workflow.path,
            what: `uses ${used.repository} at the branch "${used.ref}"`,
            why: 'anyone who can push to that branch runs code in these jobs',
            fix: isOurs(used)
                ? 'write @v1, or all 40 digits of a commit'
                : 'write all 40 digits of a commit, or a tag that you trust',
        }))),
    ];
};
function usedBy({ jobs }) {
    const all = jobs.flatMap(({ uses, steps }) => [...(uses === undefined ? [] : [uses]), ...steps]);
    return all.filter((used, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(used)) === index);
}
/** A tag begins with a digit or `v` and a digit by convention; anything else that is no commit moves. */
function isMoving({ ref }) {
    return !/^[0-9a-f]{40}$|^v?\d/.test(ref) && !ref.includes('${{');
}

;// CONCATENATED MODULE: ./core/doctor/local/examine.js






const CHECKS = [
    stagesHaveJobs,
    stagesArePushed,
    choicesExist,
    productionIsApproved,
    previewsHaveWorkflow,
    previewsAreSwept,
    promotionsHaveWorkflow,
    promotionsCanLook,
    jobsMayDeploy,
    jobsGetSecrets,
    jobsKnowFolder,
    jobsWaitForEachOther,
    usesArePinned,
    rolesAreApart,
    namesFit,
    parametersAreGiven,
    servicesAreLocked,
    servicesNamePlugin,
    servicesNeedNoLogin,
];
/** Looks at everything that a clone says by itself. */
function examineClone(facts) {
    return { source: 'local', findings: CHECKS.flatMap((check) => check(facts)) };
}

// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(13786);
// EXTERNAL MODULE: ./io/aws/errors.js
var errors = __webpack_require__(24713);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
;// CONCATENATED MODULE: ./io/aws/iam.js



/** Opens IAM with a person's credentials. Its calls throw E_AWS_UNAVAILABLE. */
async function openRoleReader(session) {
    const { GetRoleCommand, IAMClient, SimulatePrincipalPolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1258)]).then(__webpack_require__.t.bind(__webpack_require__, 51258, 19));
    const client = new IAMClient((0,client_options/* clientOptions */.s1)(session));
    const asked = async (right, work) => {
        try {
            return { value: await work() };
        }
        catch (error) {
            if ((0,errors/* isDenied */.GZ)(error)) {
                return { because: `the credentials may not ask for it; it takes ${right}` };
            }
            throw (0,errors/* awsError */.es)('IAM did not answer', error, session.region);
        }
    };
    return {
        role: (name) => asked('iam:GetRole', async () => {
            try {
                const { Role: role } = await (0,request/* request */.Em)(() => client.send(new GetRoleCommand({ RoleName: name })));
                return { trustPolicy: JSON.parse(decodeURIComponent(role?.AssumeRolePolicyDocument ?? '{}')) };
            }
            catch (error) {
                if (error.name === 'NoSuchEntityException') {
                    return undefined;
                }
                throw error;
            }
        }),
        refused: (arn, trials) => asked('iam:SimulatePrincipalPolicy', async () => {
            const resources = [...new Set(trials.map(({ resource }) => resource))];
            const found = await Promise.all(resources.map(async (resource) => {
                const actions = trials.flatMap((trial) => (trial.resource === resource ? [trial.action] : []));
                const command = new SimulatePrincipalPolicyCommand({
                    PolicySourceArn: arn,
                    ActionNames: actions,
                    ResourceArns: [resource],
                });
                const { EvaluationResults: results = [] } = await (0,request/* request */.Em)(() => client.send(command));
                const allowed = results.flatMap(({ EvalActionName: action, EvalDecision: decision }) => decision === 'allowed' ? [action?.toLowerCase()] : []);
                return actions.flatMap((action) => (allowed.includes(action.toLowerCase()) ? [] : [{ action, resource }]));
            }));
            return found.flat();
        }),
        close: () => client.destroy(),
    };
}

// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/laptop/credentials.js
var credentials = __webpack_require__(161);
// EXTERNAL MODULE: ./io/laptop/product.js
var laptop_product = __webpack_require__(22140);
// EXTERNAL MODULE: ./io/laptop/services.js
var laptop_services = __webpack_require__(85247);
// EXTERNAL MODULE: ./io/laptop/setup-facts.js
var setup_facts = __webpack_require__(80900);
// EXTERNAL MODULE: ./cli/face.js + 2 modules
var face = __webpack_require__(71028);
;// CONCATENATED MODULE: ./cli/examining.js





















const NOT_SET_UP = {
    level: 'error',
    check: 'not-set-up',
    place: parse/* CONFIG_FILE */.g2,
    what: 'not found here or in a parent folder',
    why: 'it defines the stages',
    fix: 'npx serverless-stages init',
};
/** Looks into the clone, then asks GitHub and AWS, each as far as it may be asked. */
async function examineAll(checkout, options, terminal) {
    const path = external_node_path_.posix.join(checkout.folder, parse/* CONFIG_FILE */.g2);
    if (!checkout.isConfigured) {
        return [{ source: 'local', findings: [NOT_SET_UP] }];
    }
    let config;
    try {
        config = await (0,configuration/* readConfig */.Xg)({ 'working-directory': checkout.folder }, checkout.root);
    }
    catch (error) {
        return [{ source: 'local', findings: findingsOfError(asUserError(error), 'configuration', path) }];
    }
    const clone = await readClone(checkout, config, path, terminal);
    const local = examineClone(clone.facts);
    const { repository, github } = await terminal.working('asking GitHub', () => askGitHub(checkout, config, clone.facts));
    const aws = await terminal.working('asking AWS', () => askAws(config, clone.facts.services, repository, options));
    return [{ ...local, findings: [...clone.findings, ...local.findings] }, github, aws];
}
function asUserError(error) {
    if (error instanceof core_errors/* UserError */.yo) {
        return error;
    }
    throw error;
}
async function readClone(checkout, config, configPath, { log }) {
    const { root, folder } = checkout;
    const findings = [];
    const workflows = [];
    for (const [path, text] of await (0,setup_facts/* readWorkflowTexts */.YN)(root)) {
        const read = parseWorkflow(text, path);
        if (typeof read === 'string') {
            const why = 'GitHub starts no workflow that it cannot read';
            findings.push({
                level: 'error',
                check: 'workflow-unreadable',
                place: path,
                what: read,
                why,
                fix: 'fix the YAML',
            });
        }
        else {
            workflows.push(read);
        }
    }
    let services = [];
    try {
        services = await (0,laptop_services/* servicesOfConfig */.m)(checkout, config, (at, reason) => log.info(`${at} is left out: ${reason}`));
    }
    catch (error) {
        findings.push(...findingsOfError(asUserError(error), 'services', configPath));
    }
    const about = await Promise.all(services.map(({ path }) => (0,setup_facts/* readServiceFacts */.hB)(checkout, path)));
    const { defaultBranch } = await (0,setup_facts/* readBranches */.Lr)(checkout);
    const isServerless3 = await (0,setup_facts/* isDeployedByServerless3 */.bh)(checkout, about);
    const { repository: product } = await (0,laptop_product/* openProduct */.g)();
    const facts = {
        product,
        neighbours: await (0,setup_facts/* readNeighbours */.bZ)(checkout),
        config,
        configPath,
        folder,
        workflows,
        defaultBranch,
        services,
        ownParameters: (0,setup_facts/* ownParametersOf */.AU)(services, about),
        unlocked: about.flatMap(({ path, hasManifest, hasLockfile }) => (hasManifest && !hasLockfile ? [path] : [])),
        pluginless: about.flatMap(({ file, lacksPlugin }) => (lacksPlugin ? [file] : [])),
        linked: isServerless3 ? about.flatMap(({ file, org }) => (org === undefined ? [] : [file])) : [],
        published: await (0,setup_facts/* publishedWorkflows */.Rc)(root, guardedBranches(config, defaultBranch)),
    };
    return { facts, findings };
}
/** What GitHub says, and the repository as it says it is. */
async function askGitHub(checkout, config, facts) {
    const { folder, remote } = checkout;
    const { defaultBranch } = facts;
    const unknown = {
        owner: remote?.owner ?? 'OWNER',
        name: remote?.name ?? 'REPO',
        defaultBranch,
        folder,
    };
    const place = `${unknown.owner}/${unknown.name}`;
    const silent = (what, fix) => ({
        repository: unknown,
        github: {
            source: 'github',
            findings: [{ level: 'not-asked', check: 'github', place, what, why: 'its settings were not checked', fix }],
        },
    });
    try {
        const settings = await (0,face/* openSettings */.Ow)(checkout);
        const answer = await settings.repository();
        if ('because' in answer || answer.value === undefined) {
            const why = 'because' in answer ? answer.because : 'the token sees no such repository';
            return silent(why, 'sign in (gh auth login), or set GH_TOKEN');
        }
        const { value } = answer;
        const repository = {
            ...unknown,
            owner: value.owner,
            name: value.name,
            defaultBranch: value.defaultBranch,
            ids: { repository: value.id, owner: value.ownerId },
        };
        const names = (0,setup_environments/* environmentsOf */.M)(config).map(({ name }) => name);
        const branches = guardedBranches(config, value.defaultBranch);
        const [environments, rules, actions, secrets] = await Promise.all([
            Promise.all(names.map(async (name) => [name, await settings.environment(name)])),
            Promise.all(branches.map(async (branch) => [branch, await settings.rules(branch)])),
            settings.actions(),
            settings.secrets(),
        ]);
        return {
            repository,
            github: examineGitHub({
                config,
                setUp: repository,
                defaultBranch,
                repository: value,
                environments: new Map(environments),
                rules: new Map(rules),
                actions,
                secrets,
                product: facts.product,
                workflows: facts.workflows,
                callers: callingJobs(facts),
            }),
        };
    }
    catch (error) {
        return silent(asUserError(error).message, 'sign in (gh auth login), or set GH_TOKEN');
    }
}
async function askAws(config, services, setUp, { awsProfile }) {
    const roles = (0,setup_roles/* rolesOf */.R7)(config, setUp);
    const facts = { config, setUp, services };
    try {
        const session = await (0,credentials/* ownSession */.x)(roles[0]?.region ?? 'us-east-1', undefined, awsProfile);
        const reader = await openRoleReader(session);
        try {
            const own = roles.filter(({ arn }) => (0,role_arn/* parseRoleArn */.DM)(arn).account === session.account);
            const found = await Promise.all(own.map(async (role) => {
                const answer = await reader.role(external_node_path_.posix.basename((0,role_arn/* parseRoleArn */.DM)(role.arn).name));
                const isThere = 'value' in answer && answer.value !== undefined;
                const refused = isThere ? await reader.refused(role.arn, trialsOf(role, facts)) : undefined;
                return { arn: role.arn, answer, refused };
            }));
            return examineAws({
                ...facts,
                account: { value: session.account },
                roles: new Map(found.map(({ arn, answer }) => [arn, answer])),
                refused: new Map(found.flatMap(({ arn, refused }) => (refused === undefined ? [] : [[arn, refused]]))),
            });
        }
        finally {
            reader.close();
        }
    }
    catch (error) {
        const because = asUserError(error).message;
        return examineAws({ ...facts, account: { because }, roles: new Map(), refused: new Map() });
    }
}

// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __webpack_require__(85);
;// CONCATENATED MODULE: ./cli/verbs/doctor.js




/**
 * Looks for what is wrong with a set-up: in the clone, then on GitHub, then in AWS, each as far as it may be asked. Throws
 * E_NO_CLONE. Ends with 1 if it finds an error.
 */
async function doctor(options, terminal) {
    const checkout = await (0,laptop_checkout/* openCheckout */.Hj)(process.cwd());
    const examinations = await examineAll(checkout, options, terminal);
    // A command that mends several things is told once.
    const told = new Set();
    for (const { source, findings } of examinations) {
        show(source, findings, told, terminal);
    }
    const findings = examinations.flatMap((one) => one.findings.map((finding) => ({ source: one.source, ...finding })));
    const [errors, warnings] = ['error', 'warning'].map((level) => findings.filter((one) => one.level === level));
    const isIll = (errors?.length ?? 0) > 0;
    const sum = `${count(errors?.length ?? 0, 'error')}, ${count(warnings?.length ?? 0, 'warning')}`;
    terminal.print(['', terminal.style(isIll ? 'red' : 'green', isIll ? `✗ ${sum}` : `✓ ${sum}`)]);
    terminal.printJson({ status: isIll ? 'ill' : 'well', findings });
    return isIll ? exit_codes/* EXIT */.d.failed : exit_codes/* EXIT */.d.ok;
}
const TITLES = { local: 'This clone', github: 'GitHub', aws: 'AWS' };
const STYLES = {
    error: ['red', '✗'],
    warning: ['yellow', '!'],
    'not-asked': ['dim', '?'],
};
function show(source, findings, told, terminal) {
    const { style } = terminal;
    terminal.print([
        '',
        style('bold', TITLES[source]),
        ...(findings.length === 0 ? [`  ${style('green', '✓')} no problems found`] : []),
        ...findings.flatMap(({ level, place, what, why, fix }) => {
            const [colour, mark] = STYLES[level];
            const [first = '', ...more] = told.has(fix) && fix.includes('\n') ? ['the same command as above'] : fix.split('\n');
            told.add(fix);
            return [
                `  ${style(colour, mark)} ${(0,printable.printable)(place)}: ${level === 'not-asked' ? 'not asked: ' : ''}${(0,printable.printable)(what)}`,
                `      ${style('dim', (0,printable.printable)(why))}`,
                `      → ${first}`,
                ...more.map((line) => `        ${line}`),
            ];
        }),
    ]);
}
const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;


/***/ }),

/***/ 62926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withPolicyFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69878);
/* harmony import */ var _safeguards_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69633);
/* harmony import */ var _safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3494);
/* harmony import */ var _checks_report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60032);






/**
 * Returns a configuration with the text of the policies that it names by path: they are read with it, from the same commit, and go
 * with it from job to job. `file` is the configuration's path from the repository's root, `place` the commit's name in errors. Throws
 * E_CONFIG.
 */
async function withPolicyFiles(config, file, place, read) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file);
    const profiles = await Promise.all(Object.entries(config.profiles).map(async ([name, profile]) => {
        const { safeguards } = profile;
        if (safeguards === undefined) {
            return [name, profile];
        }
        const full = await Promise.all(safeguards.map((entry, index) => withCode(entry, (0,_checks_report_js__WEBPACK_IMPORTED_MODULE_5__/* .formatPath */ .j)(['profiles', name, 'safeguards', index]), folder, place, read)));
        return [name, { ...profile, safeguards: full }];
    }));
    return { ...config, profiles: Object.fromEntries(profiles) };
}
async function withCode(entry, at, folder, place, read) {
    const safeguard = (0,_safeguards_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .readSafeguard */ .D)(entry);
    const config = 'id' in safeguard && safeguard.id === _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5 ? safeguard.config : undefined;
    if (config?.path === undefined) {
        return entry;
    }
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, config.path));
    const bytes = await read(path);
    const refuse = (what, fix) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_CONFIG', { what: `the policy of ${at}, ${path}, ${what} on ${place}`, fix });
    if (bytes === undefined) {
        throw refuse('is not there', 'commit the file, or correct its path: it begins at the folder of serverless-stages.yml');
    }
    if (bytes.length > _safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_POLICY_BYTES */ .mk) {
        throw refuse(`has ${bytes.length} bytes`, `shorten it to ${_safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_POLICY_BYTES */ .mk} bytes: it is one file, without its libraries`);
    }
    return entryOf(safeguard, config, new TextDecoder().decode(bytes));
}
/** The entry in its full form, with the text in the place of the path. */
function entryOf({ title, description, level, stages }, config, code) {
    const { path, ...rest } = config;
    return {
        safeguard: _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5,
        title: title === _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5 ? `${_safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5}: ${path}` : title,
        ...(description === undefined ? {} : { description }),
        enforcementLevel: level,
        ...(stages === undefined ? {} : { stage: [...stages] }),
        config: { ...rest, code },
    };
}


/***/ }),

/***/ 55538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ checkedStage),
/* harmony export */   Z: () => (/* binding */ checkedStages)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);
/* harmony import */ var _effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39045);


/**
 * Returns configured stages as they would be deployed from a commit; `names` are those of `check-stages` by default. Throws
 * E_STAGE_UNKNOWN.
 */
function checkedStages(config, commit, names = config['check-stages'] ?? []) {
    return names.map((name) => checkedStage(config, commit, name));
}
/** Returns one configured stage in that way. Throws E_STAGE_UNKNOWN. */
function checkedStage(config, commit, name) {
    const { branch = '', profile } = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .findConfiguredStage */ .aM)(config, name);
    const stage = { name, kind: 'configured', ref: `refs/heads/${branch}`, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ commit }) };
    // Nobody is told of a check by way of the stage.
    const { notifications: _, ...checked } = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveConfiguration */ .kH)(config, stage, profile);
    return checked;
}


/***/ }),

/***/ 89101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ decodeConfiguration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59964);


/** Reads resolve-stage's output `configuration` (JSON, or the long form of `encodeJson`); throws E_INPUT on any other text. */
function decodeConfiguration(text) {
    const wrong = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: 'the input "configuration" is not what resolve-stage gives',
        why,
        fix: 'pass resolve-stage\'s output "configuration" on as it is',
        cause,
    });
    let value;
    try {
        value = (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeJson */ .xO)(text);
    }
    catch (cause) {
        throw wrong('it is not JSON', cause);
    }
    const configuration = value;
    if (configuration?.schemaVersion !== 1) {
        throw wrong(`its schemaVersion is ${JSON.stringify(configuration?.schemaVersion)}, and this action reads 1`);
    }
    if (configuration.app === undefined || configuration.stage === undefined || configuration.profile === undefined) {
        throw wrong('it has no app, stage or profile');
    }
    // What a version before wrote knows no removal.
    return { elsewhere: [], configured: [], destroyAllowed: false, ...configuration };
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

/***/ 59964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   xO: () => (/* binding */ decodeJson)
/* harmony export */ });
/* unused harmony export MAX_PLAIN_BYTES */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

/** Longest JSON that travels between jobs as it is, in bytes: an input is one environment string of at most 131,071. */
const MAX_PLAIN_BYTES = 100 * 1024;
/** Most that a text may unpack to, in bytes: GitHub passes a megabyte of outputs on, and that could be a thousand times as much. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const GZIP = 'gzip:';
/** Writes a value for an output: JSON, or `gzip:` and base64 of it where it is long. */
function encodeJson(value) {
    const json = JSON.stringify(value);
    return Buffer.byteLength(json) <= MAX_PLAIN_BYTES ? json : GZIP + (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(json).toString('base64');
}
/** Reads what `encodeJson` wrote; throws where the text is neither form. */
function decodeJson(text) {
    const json = text.startsWith(GZIP)
        ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(text.slice(GZIP.length), 'base64'), { maxOutputLength: MAX_UNPACKED }).toString()
        : text;
    return JSON.parse(json);
}


/***/ }),

/***/ 10716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wf: () => (/* binding */ readChecks),
  Xg: () => (/* binding */ readConfig),
  TD: () => (/* binding */ readConfiguration),
  JQ: () => (/* binding */ readServices)
});

// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
// EXTERNAL MODULE: ./core/config/policy-files.js
var policy_files = __webpack_require__(62926);
// EXTERNAL MODULE: ./core/configuration/check-stages.js
var check_stages = __webpack_require__(55538);
// EXTERNAL MODULE: ./core/configuration/effective-services.js
var effective_services = __webpack_require__(98758);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
;// CONCATENATED MODULE: ./core/configuration/from-workspace.js


/**
 * Builds the effective configuration from the file in the workspace, for a configured stage or a profile alone (whose
 * stage then has the profile's name). Throws E_INPUT, E_STAGE_UNKNOWN, E_PROFILE_UNKNOWN.
 */
function configurationOfChoice(config, choice) {
    const { stage: name, profile } = choice;
    if (name === undefined && profile === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'neither "configuration" nor "stage" nor "profile" is given',
            fix: 'pass resolve-stage\'s output "configuration" on, or name a configured stage',
        });
    }
    if (name === undefined) {
        return (0,effective/* effectiveConfiguration */.kH)(config, { name: profile ?? '', kind: 'configured', ref: '' }, profile ?? '');
    }
    const stage = (0,effective/* findConfiguredStage */.aM)(config, name, {
        why: 'a preview is known only to resolve-stage',
        fix: 'pass resolve-stage\'s output "configuration" on',
    });
    const identity = { name, kind: 'configured', ref: `refs/heads/${stage.branch}` };
    return (0,effective/* effectiveConfiguration */.kH)(config, identity, profile ?? stage.profile);
}

// EXTERNAL MODULE: ./core/configuration/transport.js
var transport = __webpack_require__(89101);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(39019);
;// CONCATENATED MODULE: ./io/configuration.js









/**
 * Returns the configuration that an action works by: what resolve-stage gave, else that of the file in the workspace.
 * Throws E_INPUT, E_CONFIG_FILE and what `parseConfig` and `configurationOfChoice` throw.
 */
async function readConfiguration(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        const configuration = (0,transport/* decodeConfiguration */.d)(inputs.configuration);
        if (inputs.stage !== undefined && inputs.stage !== configuration.stage.name) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `"stage" is "${inputs.stage}", and "configuration" is of the stage "${configuration.stage.name}"`,
                fix: 'leave "stage" out where you pass "configuration"',
            });
        }
        return configuration;
    }
    return configurationOfChoice(await readConfig(inputs, workspace), inputs);
}
/** Reads the file in the workspace, with the policies that it names. Throws E_CONFIG_FILE and what `parseConfig` throws. */
async function readConfig(inputs, workspace) {
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    if (bytes === undefined) {
        throw new errors/* UserError */.yo('E_CONFIG_FILE', {
            what: `there is no ${path} in the workspace`,
            fix: 'check the repository out before this step, or pass resolve-stage\'s output "configuration" on',
        });
    }
    return (0,policy_files/* withPolicyFiles */.O)((0,parse/* parseConfig */.o4)(bytes, path), path, 'this commit', (policy) => (0,files_workspace/* readWorkspaceFile */.sL)(workspace, policy));
}
/**
 * Returns the stages that an action checks, and the services that it is given (`named`): those that it is given, of the file in the workspace; else those that resolve-stage gave.
 * Throws E_INPUT and what `readConfiguration` throws.
 */
async function readChecks(inputs, workspace) {
    const { configuration, stages, services } = inputs;
    if (configuration !== undefined && stages !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the inputs "configuration" and "stages" are both given',
            why: 'the one that resolve-stage gave has the stages of `check-stages`',
            fix: 'leave one of them out',
        });
    }
    const checks = configuration === undefined
        ? { stages: (0,check_stages/* checkedStages */.Z)(await readConfig(inputs, workspace), undefined, stages && [...new Set(stages)]) }
        : ((0,transport/* decodeConfiguration */.d)(configuration).checks ?? { stages: [] });
    return { ...checks, ...(0,only_defined/* onlyDefined */.M)({ named: services }) };
}
/**
 * Returns the services that the configuration of an action lists, without anything of a stage: what resolve-stage gave, else
 * the file in the workspace. Undefined where it lists none, or there is no file.
 */
async function readServices(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        return (0,transport/* decodeConfiguration */.d)(inputs.configuration).services;
    }
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    const services = bytes === undefined ? undefined : (0,parse/* parseConfig */.o4)(bytes, path).services;
    return services === undefined ? undefined : (0,effective_services/* effectiveServices */.e)(services);
}


/***/ }),

/***/ 39019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   ih: () => (/* binding */ workspaceFolder),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83824);




/**
 * Reads a file of the workspace; undefined where there is none. Throws E_CONFIG_FILE where it is a directory, cannot
 * be read, or is a link that leads out of the workspace.
 */
async function readWorkspaceFile(workspace, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const refuse = (what, fix, cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_CONFIG_FILE', { what: `${path} ${what}`, fix, cause });
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full);
    }
    catch {
        return undefined;
    }
    try {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
        if (!isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
            throw refuse(`is a link out of the workspace, to ${real}`, 'commit a plain file there');
        }
        return await (0,_limited_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimited */ .t)(real, path);
    }
    catch (cause) {
        if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) {
            throw cause;
        }
        const { code } = cause;
        throw code === 'EISDIR'
            ? refuse('is a directory', 'put a file of that name there', cause)
            : refuse(`cannot be read (${code})`, 'check the file and its rights', cause);
    }
}
/** Whether a path is a folder or something below it; both absolute. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
/** Returns the absolute path of a folder of the workspace; throws E_INPUT where it leads out of it. */
async function workspaceFolder(workspace, folder, input) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, folder);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full).catch(() => undefined);
    if (real === undefined || !isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the folder "${folder}" of "${input}" is not in the workspace`,
            fix: 'write a path relative to the repository, and check the repository out before this step',
        });
    }
    return real;
}


/***/ })

};
