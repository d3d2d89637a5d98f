export const id = 7226;
export const ids = [7226];
export const modules = {

/***/ 77226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./core/configuration/transport.js
var transport = __webpack_require__(89101);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(99341);
// EXTERNAL MODULE: ./io/github/answers.js
var answers = __webpack_require__(67235);
// EXTERNAL MODULE: ./io/github/client.js
var github_client = __webpack_require__(47601);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
;// CONCATENATED MODULE: ./io/github/deployments.js



/** Makes a deployment, or finds the one that an answer which got lost was of. */
async function findOrCreateDeployment({ rest }, place, { commit, environment, task, description, transient, run, author }) {
    const about = { ...place, environment, task, sha: commit, per_page: 10 };
    const known = (0,answers/* read */.LF)((0,dist/* array */.YOg)(answers/* deploymentAnswer */.GC), await rest.repos.listDeployments(about));
    const own = known.find(({ payload, creator }) => creator?.login === author && runOf(payload) === run);
    if (own !== undefined) {
        return own.id;
    }
    const made = await rest.repos.createDeployment({
        ...place,
        ref: commit,
        environment,
        task,
        description,
        payload: { run },
        transient_environment: transient,
        // What is deployed was decided already: neither checks nor another branch have a say.
        auto_merge: false,
        required_contexts: [],
    });
    return (0,answers/* read */.LF)(answers/* deploymentAnswer */.GC, made).id;
}
/** The payload comes back as it was sent, or as its JSON. */
function runOf(payload) {
    try {
        const value = typeof payload === 'string' ? JSON.parse(payload) : payload;
        return typeof value === 'object' && value !== null ? Reflect.get(value, 'run') : undefined;
    }
    catch {
        return undefined;
    }
}
/** Says how a deployment stands, unless it does already (`isAgain`: an answer got lost); no other one changes by it. */
async function setDeploymentStatus({ rest }, place, id, { state, description, url, logUrl }, isAgain = false) {
    const one = { ...place, deployment_id: id, per_page: 1 };
    const [newest] = isAgain ? (0,answers/* read */.LF)((0,dist/* array */.YOg)(answers/* deploymentStatusAnswer */.o), await rest.repos.listDeploymentStatuses(one)) : [];
    if (newest?.state === state && newest.description === description) {
        return;
    }
    const address = (0,only_defined/* onlyDefined */.M)({ environment_url: url });
    const status = { state, description, log_url: logUrl, auto_inactive: false, ...address };
    (0,answers/* read */.LF)(answers/* deploymentStatusAnswer */.o, await rest.repos.createDeploymentStatus({ ...place, deployment_id: id, ...status }));
}
/** States that a deployment is not seen as active in any more. */
const OVER = new Set(['inactive', 'failure', 'error']);
/** So many in a row that are over: those before them were made inactive by the runs that followed them. */
const ENOUGH = 5;
/**
 * Makes the newest deployments of a task inactive that are not: GitHub itself does it only for environments that are neither
 * transient nor production.
 */
async function deactivateDeployments(octokit, about, status, except) {
    const { rest } = octokit;
    const { owner, repo } = about;
    const newest = (0,answers/* read */.LF)((0,dist/* array */.YOg)(answers/* deploymentAnswer */.GC), await rest.repos.listDeployments({ ...about, per_page: 100 }));
    let over = 0;
    for (const { id } of newest.filter((deployment) => deployment.id !== except)) {
        const one = { owner, repo, deployment_id: id, per_page: 1 };
        const statuses = (0,answers/* read */.LF)((0,dist/* array */.YOg)(answers/* deploymentStatusAnswer */.o), await rest.repos.listDeploymentStatuses(one));
        if (OVER.has(statuses[0]?.state ?? '')) {
            over += 1;
            if (over === ENOUGH) {
                return;
            }
            continue;
        }
        over = 0;
        await setDeploymentStatus(octokit, { owner, repo }, id, { ...status, state: 'inactive' });
    }
}

// EXTERNAL MODULE: ./io/github/request.js
var request = __webpack_require__(29445);
;// CONCATENATED MODULE: ./io/github/sticky-comment.js

/**
 * Writes the comment: the oldest one of ours is edited, later ones (an answer that got lost, two runs at once) are removed.
 * May be asked for again after any failure. Returns the comment's address, none where it is left alone.
 */
async function writeSticky({ rest }, { owner, repo, issue_number }, { author, isOurs, render }) {
    const all = await (0,answers/* readPages */.n4)(answers/* commentAnswer */.EF, (page) => rest.issues.listComments({ owner, repo, issue_number, ...page }));
    const [first, ...doubles] = all.filter(({ user, body }) => user?.login === author && isOurs(body ?? ''));
    const body = render(first?.body ?? undefined);
    if (body === undefined) {
        return {};
    }
    for (const { id } of doubles) {
        await unlessGone(async () => (0,answers/* readNothing */.MS)(await rest.issues.deleteComment({ owner, repo, comment_id: id })));
    }
    if (first?.body === body) {
        return { url: first.html_url };
    }
    const edited = first && (await unlessGone(() => rest.issues.updateComment({ owner, repo, comment_id: first.id, body })));
    const written = edited ?? (await rest.issues.createComment({ owner, repo, issue_number, body }));
    return { url: (0,answers/* read */.LF)(answers/* commentAnswer */.EF, written).html_url };
}
/** Undefined where somebody removed the comment in the meantime. */
async function unlessGone(request) {
    try {
        return await request();
    }
    catch (error) {
        if (error.status === 404) {
            return undefined;
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./io/github/reporter.js







const COMMENTS = '`pull-requests: write`';
const DEPLOYMENTS = '`deployments: write`';
const STATUSES = '`statuses: write`';
/** Builds the writer for the run's own repository. All that it waits because GitHub says so is a minute together. */
function createGitHubReporter(token, context) {
    const client = (0,github_client/* openClient */.M)(token, context.apiUrl);
    const place = { owner: context.owner, repo: context.repository };
    const patience = (0,request/* createPatience */.se)();
    /** What is written about was there a moment ago. */
    const write = async (what, permission, work) => {
        const octokit = await client();
        return (0,request/* need */.$B)(what, () => work(octokit), { permission, patience });
    };
    return {
        async headOf(number) {
            const ask = async ({ rest }) => (0,answers/* read */.LF)(answers/* pullRequestAnswer */.zz, await rest.pulls.get({ ...place, pull_number: number }));
            return (await write(`the head of pull request #${number}`, COMMENTS, ask)).head.sha;
        },
        async newestPullRequest(branch, state) {
            const head = `${context.owner}:${branch}`;
            const newest = { state, sort: 'created', direction: 'desc', per_page: 1 };
            const ask = async ({ rest }) => (0,answers/* read */.LF)((0,dist/* array */.YOg)(answers/* pullRequestAnswer */.zz), await rest.pulls.list({ ...place, head, ...newest }));
            return (await write(`which pull request "${branch}" has`, COMMENTS, ask))[0]?.number;
        },
        async comment(number, sticky) {
            const edit = (octokit) => writeSticky(octokit, { ...place, issue_number: number }, sticky);
            return (await write(`the comment on pull request #${number}`, COMMENTS, edit)).url;
        },
        createDeployment: (deployment) => write('the deployment', DEPLOYMENTS, (octokit) => findOrCreateDeployment(octokit, place, deployment)),
        setDeployment(id, status) {
            let isAgain = false;
            return write('the status of the deployment', DEPLOYMENTS, (octokit) => {
                const set = setDeploymentStatus(octokit, place, id, status, isAgain);
                isAgain = true;
                return set;
            });
        },
        deactivate: (environment, task, status, except) => write('the statuses of earlier deployments', DEPLOYMENTS, (octokit) => deactivateDeployments(octokit, { ...place, environment, task }, status, except)),
        async setCommitStatus(commit, { state, context: name, description, targetUrl }) {
            const status = { state, context: name, description, target_url: targetUrl };
            await write(`the status of commit ${(0,short_commit/* shortCommit */.A)(commit)}`, STATUSES, async ({ rest }) => (0,answers/* read */.LF)(answers/* commitStatusAnswer */.SM, await rest.repos.createCommitStatus({ ...place, sha: commit, ...status })));
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/notify/select.js
var notify_select = __webpack_require__(58519);
// EXTERNAL MODULE: ./core/report/printable.js
var printable = __webpack_require__(9807);
// EXTERNAL MODULE: ./core/report/truncate.js
var truncate = __webpack_require__(29060);
// EXTERNAL MODULE: ./core/report/wording.js
var wording = __webpack_require__(10448);
;// CONCATENATED MODULE: ./core/notify/slack.js




/** Most services that a message lists. */
const MAX_SERVICES = 20;
/** Longest reason in a message, in characters. */
const MAX_REASON = 500;
/**
 * Renders a message for an incoming webhook of Slack, in its mrkdwn
 * (https://docs.slack.dev/messaging/formatting-message-text): `&`, `<` and `>` are the only signs that it wants escaped.
 */
function slackMessage(message) {
    const { app, stage, state, commit, reason, url, run, services, repository } = message;
    const { icon, words } = (0,wording/* wordingOf */.O)(state);
    const at = commit === undefined ? '' : ` at ${(0,short_commit/* shortCommit */.A)(commit)}`;
    const links = [...(url === undefined ? [] : [slackLink(url, 'open')]), slackLink(run, 'log')].join(' · ');
    const changed = services.filter(({ status }) => status !== 'unchanged');
    const rows = changed.slice(0, MAX_SERVICES).map(({ service, status, error }) => {
        return `• ${escaped(service)}: ${status}${error === undefined ? '' : ` (${error})`}`;
    });
    const more = changed.length > MAX_SERVICES ? [`• ${changed.length - MAX_SERVICES} more`] : [];
    const why = reason === undefined ? [] : [escaped((0,truncate/* truncateText */.E)(reason, MAX_REASON))];
    const head = `${icon} *${escaped(app)}* in stage *${escaped(stage)}* ${words}${at} (${escaped(repository)}) ${links}`;
    return { text: [head, ...why, ...rows, ...more].join('\n') };
}
function slackLink(url, text) {
    return (0,printable.isWebAddress)(url) ? `<${escaped(url)}|${text}>` : escaped(url);
}
function escaped(text) {
    return (0,printable.printable)(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(40610);
// EXTERNAL MODULE: ../node_modules/ipaddr.js/lib/ipaddr.js
var ipaddr = __webpack_require__(78571);
;// CONCATENATED MODULE: ./io/notify/address.js


/** Why an address that a secret holds is not posted to: nothing of the secret is in it. */
class RefusedAddress extends Error {
    name = 'RefusedAddress';
}
/**
 * Checks the address that a notification is posted to: `https:`, no user in it, and not one of the network that the runner
 * is in, unless its host is allowed by name. A host name is checked again when it is looked up. Throws RefusedAddress.
 */
function checkAddress(text, allowedHosts) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined) {
        throw new RefusedAddress('it is not an address');
    }
    if (url.username !== '' || url.password !== '') {
        throw new RefusedAddress('it has a user or a password in it');
    }
    if (isAllowed(url, allowedHosts)) {
        return url;
    }
    if (url.protocol !== 'https:') {
        throw new RefusedAddress('it does not begin with https:');
    }
    const host = bareHost(url);
    if (ipaddr.isValid(host) && !isPublic(host)) {
        throw new RefusedAddress('it is an address of a private network');
    }
    return url;
}
/** A lookup that gives only public addresses, so that no name leads into the runner's network when it is connected to. */
function publicLookup(url, allowedHosts) {
    return (host, options, answer) => {
        (0,external_node_dns_.lookup)(host, { ...options, all: true }, (error, found) => {
            const addresses = (found ?? []);
            const usable = isAllowed(url, allowedHosts) ? addresses : addresses.filter(({ address }) => isPublic(address));
            const [first] = usable;
            if (error !== null || first === undefined) {
                answer(error ?? new RefusedAddress('its name leads into a private network'), '', 0);
            }
            else if (options.all === true) {
                answer(null, usable);
            }
            else {
                answer(null, first.address, first.family);
            }
        });
    };
}
function isAllowed(url, allowedHosts) {
    return /^https?:$/.test(url.protocol) && allowedHosts.some((host) => host.toLowerCase() === bareHost(url));
}
/** The host as the URL has it, an IPv6 address without its brackets. */
function bareHost({ hostname }) {
    return hostname.replace(/^\[(.*)\]$/, '$1');
}
/** Addresses of a cloud's own that look like any other: Azure's platform, which hosted runners reach. */
const PLATFORM = new Set(['168.63.129.16']);
/** Global addresses of IPv6; what is outside of it is special, in ways old and new. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
/** `unicast` is what no list of special addresses has; one of IPv4 within IPv6 counts as what it is. */
function isPublic(text) {
    const address = ipaddr.process(text);
    return (!PLATFORM.has(address.toString()) &&
        address.range() === 'unicast' &&
        (address.kind() === 'ipv4' || address.match(GLOBAL_IPV6)));
}

;// CONCATENATED MODULE: ./io/notify/post.js



/** Longest time that one delivery may take, in milliseconds. */
const DELIVERY_MS = 5000;
/** How often a delivery is tried. */
const TRIES = 2;
/**
 * Posts JSON to an address that a secret holds. A redirect is not followed. Throws RefusedAddress before anything is sent,
 * and an error that says how it failed, without the address.
 */
async function postJson(post) {
    const url = checkAddress(post.address, post.allowedHosts);
    const signal = AbortSignal.timeout(DELIVERY_MS);
    for (let left = TRIES - 1;; left -= 1) {
        const status = await send(url, post, signal).catch((error) => {
            throw new Error(signal.aborted ? `no answer within ${DELIVERY_MS / 1000} s` : describe(error));
        });
        if (status >= 200 && status < 300) {
            return;
        }
        if (status < 500 || left <= 0) {
            throw new Error(status >= 300 && status < 400 ? `a redirect (${status}), which is not followed` : `HTTP ${status}`);
        }
    }
}
/** The code alone: a message of Node's names the host. */
function describe(error) {
    return error instanceof RefusedAddress ? error.message : (error.code ?? 'no connection');
}
function send(url, { body, headers, allowedHosts }, signal) {
    const request = url.protocol === 'http:' ? external_node_http_.request : external_node_https_.request;
    const lookup = publicLookup(url, allowedHosts);
    const length = String(Buffer.byteLength(body));
    const sent = { 'content-type': 'application/json', 'content-length': length, ...headers };
    return new Promise((resolve, reject) => {
        const outgoing = request(url, { method: 'POST', headers: sent, signal, lookup, agent: false }, (incoming) => {
            resolve(incoming.statusCode ?? 0);
            // Its body says nothing to us, and may never end.
            incoming.destroy();
        });
        outgoing.once('error', reject);
        outgoing.end(body);
    });
}

;// CONCATENATED MODULE: ./io/notify/deliver.js




/** Tells Slack and webhooks of a stage. Never rejects: what could not be delivered is a warning that names the target. */
async function deliverNotifications(entries, message, targets, log) {
    await Promise.all((0,notify_select/* entriesFor */.a)(entries, message).map(async (entry) => {
        const name = entry.slack ?? entry.webhook;
        if (name === undefined) {
            // A topic is told by the job that has the role.
            return;
        }
        try {
            await deliver(entry, message, targets);
            log.info(`${name} was told of "${message.event}"`);
        }
        catch (error) {
            log.warning(`${name} could not be told of "${message.event}" of ${message.stage}: ${error.message}`);
        }
    }));
}
async function deliver({ slack, webhook }, message, { slack: channels, webhooks, webhookKey, allowedHosts }) {
    if (slack !== undefined) {
        const address = addressOf(slack, 'NOTIFY_SLACK', channels);
        return postJson({ address, body: JSON.stringify(slackMessage(message)), headers: {}, allowedHosts });
    }
    const address = addressOf(webhook ?? '', 'NOTIFY_WEBHOOK_URL', webhooks);
    if (webhookKey === undefined) {
        throw new Error('there is no key to sign with; give the workflow the secret NOTIFY_WEBHOOK_KEY');
    }
    // Nobody waits for the library who sends no webhook.
    const { signedHeaders } = await __webpack_require__.e(/* import() */ 5773).then(__webpack_require__.bind(__webpack_require__, 75773));
    const body = JSON.stringify(message);
    const delivery = { id: `msg_${(0,external_node_crypto_.randomUUID)()}`, time: Math.floor(Date.now() / 1000), body };
    return postJson({ address, body, headers: signedHeaders(delivery, webhookKey), allowedHosts });
}
function addressOf(name, secret, addresses) {
    const address = addresses.get(name);
    if (address === undefined) {
        const known = addresses.size === 0 ? 'it is not given' : `it has ${[...addresses.keys()].join(', ')}`;
        throw new Error(`the secret ${secret} has no line ${name}=ADDRESS (${known})`);
    }
    return address;
}

// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
;// CONCATENATED MODULE: ./core/notify/targets.js

/**
 * Reads the secret that holds the addresses of one kind of target, under the names that `notifications` calls them by: one
 * address is called as the secret is (`NOTIFY_SLACK`), several stand on lines `NAME=https://…`. Throws E_INPUT, which says
 * nothing of the value.
 */
function parseTargets(secret, text) {
    const lines = (text ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    if (lines.length === 1 && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(lines[0] ?? '')) {
        return new Map([[secret, lines[0] ?? '']]);
    }
    const targets = new Map();
    for (const [index, line] of lines.entries()) {
        const [, name, address] = /^([A-Za-z_][A-Za-z0-9_]*)=(.+)$/.exec(line) ?? [];
        if (name === undefined || address === undefined || targets.has(name)) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `line ${index + 1} of the secret ${secret} is not NAME=ADDRESS, or has a name that another line has`,
                fix: 'write one address, or one line NAME=ADDRESS for each',
            });
        }
        targets.set(name, address);
    }
    return targets;
}

// EXTERNAL MODULE: ./io/profile.js
var profile = __webpack_require__(79387);
;// CONCATENATED MODULE: ./io/notify/open-targets.js



/** Reads where notifications go, and masks each address by itself. A secret that cannot be read is a warning. */
function openTargets(inputs, log) {
    const addresses = (secret, text) => {
        try {
            const found = parseTargets(secret, text);
            for (const address of found.values()) {
                (0,profile/* mask */.dK)(address);
            }
            return found;
        }
        catch (error) {
            log.warning(`nobody is told by ${secret}: ${(0,described_error.describeError)(error).message}`);
            return new Map();
        }
    };
    return {
        slack: addresses('NOTIFY_SLACK', inputs['notify-slack']),
        webhooks: addresses('NOTIFY_WEBHOOK_URL', inputs['notify-webhook-url']),
        webhookKey: inputs['notify-webhook-key'],
        allowedHosts: inputs['notify-hosts'] ?? [],
    };
}

// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
;// CONCATENATED MODULE: ./actions/report-stage/contract.js
const contract = {
    name: 'report-stage',
    inputs: {
        phase: { kind: 'text', always: true },
        configuration: { kind: 'text', always: true },
        decision: { kind: 'text', always: true },
        result: { kind: 'text' },
        error: { kind: 'text' },
        checks: { kind: 'text' },
        'test-result': { kind: 'text' },
        'deploy-result': { kind: 'text' },
        'github-deployment': { kind: 'text' },
        'comment-author': { kind: 'text', always: true },
        'job-summary': { kind: 'flag', always: true },
        'notify-slack': { kind: 'secret' },
        'notify-webhook-url': { kind: 'secret' },
        'notify-webhook-key': { kind: 'secret' },
        'notify-hosts': { kind: 'list' },
        'github-token': { kind: 'secret', always: true },
    },
    outputs: ['github-deployment', 'comment'],
    onFailure: {},
};

// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
// EXTERNAL MODULE: ./core/report/removal.js
var report_removal = __webpack_require__(32332);
// EXTERNAL MODULE: ./core/report/summary.js + 1 modules
var summary = __webpack_require__(92693);
;// CONCATENATED MODULE: ./core/report/report-summary.js





/** Renders what became of stages as the Markdown of the job summary. */
function renderReports(reports) {
    return (0,truncate/* truncateSummary */.X)(reports.map(renderReport).join('\n'));
}
function renderReport(report) {
    if (report.deploy !== undefined) {
        return (0,summary/* renderSummary */.B)(report.deploy);
    }
    const { app, stage, state, reason, removal } = report;
    const { icon, words } = (0,wording/* wordingOf */.O)(state);
    const lines = [
        `## ${icon} ${(0,markdown/* plain */.pj)(app)}: ${(0,markdown/* plain */.pj)(stage.name)} ${words}`,
        '',
        ...(removal === undefined && reason !== undefined ? [(0,markdown/* plain */.pj)(reason), ''] : []),
        ...(removal === undefined ? [] : (0,report_removal/* removedStages */.Oc)([removal])),
    ];
    return `${lines.join('\n')}\n`;
}

// EXTERNAL MODULE: ./core/report/stage-report.js
var stage_report = __webpack_require__(14797);
// EXTERNAL MODULE: ./core/notify/message.js
var notify_message = __webpack_require__(47836);
// EXTERNAL MODULE: ./core/report/changes.js
var changes = __webpack_require__(80965);
// EXTERNAL MODULE: ./core/report/failure-lines.js
var failure_lines = __webpack_require__(44268);
// EXTERNAL MODULE: ./core/report/folded.js
var folded = __webpack_require__(58760);
// EXTERNAL MODULE: ./core/report/graph.js
var graph = __webpack_require__(40204);
// EXTERNAL MODULE: ./core/report/safeguards.js
var safeguards = __webpack_require__(45997);
// EXTERNAL MODULE: ./core/report/services-table.js
var services_table = __webpack_require__(70979);
// EXTERNAL MODULE: ./core/report/stage-checks.js
var stage_checks = __webpack_require__(9578);
;// CONCATENATED MODULE: ./core/report/comment.js













/** Longest comment, in characters; GitHub refuses more than 65,536. */
const MAX_COMMENT = 65_000;
/** Stands between what changes when a run starts and what the last run left behind. */
const DETAILS = '<!-- serverless-stages: details -->';
/** Longest text of one error in a comment, in characters. */
const MAX_ERROR = 2000;
/** Longest text of the checks for later stages, in characters. */
const MAX_CHECKS = 10_000;
/** Reads the mark of a comment; undefined where it is none of this product. Whoever wrote it is the caller's to check. */
function readMark(body) {
    const [, app, commit] = /^<!-- serverless-stages: app=([a-z0-9-]+)(?: commit=([0-9a-f]{40}))? -->/.exec(body) ?? [];
    return app === undefined ? undefined : { app, ...(0,only_defined/* onlyDefined */.M)({ commit }) };
}
/**
 * Renders what a pull request is told of its preview. Where there is nothing to show of the services (a deploy begins, or ended
 * before it touched any) the details of `before`, our comment as it stands, stay: a reviewer keeps the address that he has.
 */
function renderComment(report, before) {
    const { app, commit } = report;
    const mark = `<!-- serverless-stages: app=${app}${commit === undefined ? '' : ` commit=${commit}`} -->`;
    const head = [mark, headline(report), '', ...checksOf(report), DETAILS, '', ''].join('\n');
    const own = sections(report).filter(({ lines }) => lines.length > 0);
    const kept = own.length === 0 && report.state !== 'removed' && report.state !== 'absent' ? detailsOf(before ?? '') : '';
    return withSections(head, kept === '' ? own : [{ lines: [kept] }]);
}
/** What was found for later stages: always this run's, never what stood there before. */
function checksOf({ checks }) {
    return checks === undefined ? [] : (0,stage_checks/* checkLines */.W)(checks, MAX_CHECKS);
}
function headline(report) {
    const { app, stage, commit, state, reason, url, run } = report;
    const { icon, words } = (0,wording/* wordingOf */.O)(state);
    const at = commit === undefined ? '' : ` at ${(0,markdown/* commitLink */.wn)(commit)}`;
    const address = url === undefined || state === 'removed' ? '' : ` – ${(0,markdown/* link */.nf)(url)}`;
    const why = reason === undefined ? '' : `\n\n${(0,markdown/* plain */.pj)((0,truncate/* truncateText */.E)(reason, MAX_ERROR))}`;
    return `**${icon} ${(0,markdown/* plain */.pj)(app)}: the preview \`${stage.name}\` ${words}**${at}${address} · [log](${run.url})${why}`;
}
function sections({ deploy, removal }) {
    const removed = removal === undefined ? [] : [...(0,failure_lines/* failureLines */.w)('', removal.error, MAX_ERROR), ...(0,report_removal/* removedServices */.zs)(removal.services)];
    if (deploy === undefined) {
        return [{ lines: removed, divisible: true }];
    }
    return [
        {
            lines: [...removed, ...deploy.services.flatMap(({ key, error }) => (0,failure_lines/* failureLines */.w)(key, error, MAX_ERROR))],
            divisible: true,
        },
        { lines: (0,services_table/* servicesTable */.l)(deploy, ({ status }) => status !== 'left-out'), divisible: true },
        { lines: (0,safeguards/* safeguardLines */.e)(deploy), divisible: true },
        { lines: (0,folded/* folded */.T)(`What changes: ${(0,changes/* countChanges */.x)(deploy)}`, (0,changes/* changeLines */.O)(deploy)) },
        { lines: (0,folded/* folded */.T)('What reads what', (0,graph/* renderGraph */.D)(deploy)) },
        {
            lines: (0,folded/* folded */.T)('Not in this preview', (0,services_table/* servicesTable */.l)(deploy, ({ status }) => status === 'left-out')),
        },
    ];
}
/** The part of a comment that speaks of the last result; empty where it has none. */
function detailsOf(body) {
    const at = body.indexOf(DETAILS);
    return at === -1 ? '' : body.slice(at + DETAILS.length).trim();
}
const NOTE = '\nThe rest is too long for a comment; the summary of the run has it.\n';
/** Puts as much of the sections behind the head as a comment may have, and says where some is missing. */
function withSections(head, parts) {
    let text = head;
    let isWhole = true;
    const fits = (more) => text.length + more.length + NOTE.length <= MAX_COMMENT;
    for (const { lines, divisible } of parts) {
        const shown = divisible === true ? lines : [lines.join('\n')];
        for (const line of shown.map((each) => `${each}\n`)) {
            const isPart = fits(line);
            text += isPart ? line : '';
            isWhole &&= isPart;
            if (!isPart) {
                break;
            }
        }
    }
    return isWhole ? text : text + NOTE;
}
/**
 * Says why a run leaves the comment that stands alone; undefined where it may write. A stale run never overwrites what was
 * written for the pull request's head, and a stage that was left alone is nothing to tell of.
 */
function reasonToKeep({ commit, state }, mark, headSha) {
    const isToldAlready = state === 'absent' && mark?.commit === undefined;
    if (state === 'kept' || isToldAlready) {
        return 'nothing was done';
    }
    const isStale = commit !== undefined && commit !== headSha && mark?.commit === headSha;
    return isStale ? `it speaks of ${(0,short_commit/* shortCommit */.A)(headSha)} by now` : undefined;
}

// EXTERNAL MODULE: ./core/report/github-texts.js
var github_texts = __webpack_require__(57308);
// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(66113);
;// CONCATENATED MODULE: ./actions/report-stage/announce.js







/** Tells of one stage on all ways at once; what fails on one is a warning, and stops no other. */
async function announce(report, reading, deps) {
    const attempt = async (what, work) => {
        try {
            return await work();
        }
        catch (error) {
            const code = error instanceof errors/* UserError */.yo ? `${error.code}: ` : '';
            deps.log.warning(`${what}: ${code}${error.message}`);
            return undefined;
        }
    };
    const message = (0,notify_message/* notificationOf */.t)(report, deps.repository);
    const [comment, deployment] = await Promise.all([
        attempt('the pull request was not told', () => tellPullRequest(report, reading.author, deps)),
        tellDeployment(report, reading, deps, attempt),
        attempt('no commit status', () => tellCommit(report, deps)),
        message === undefined ? undefined : deps.deliver(message),
    ]);
    return { comment, deployment };
}
/** Writes the comment on the pull request of a preview. */
async function tellPullRequest(report, author, { github, log }) {
    const number = report.stage.kind === 'preview' ? await pullRequestOf(report, github) : undefined;
    if (number === undefined) {
        return undefined;
    }
    const headSha = await github.headOf(number);
    return github.comment(number, {
        author,
        isOurs: (body) => readMark(body)?.app === report.app,
        render(before) {
            const mark = before === undefined ? undefined : readMark(before);
            const reason = reasonToKeep(report, mark, headSha);
            if (reason !== undefined) {
                log.info(`the comment on #${number} is left alone: ${reason}`);
            }
            return reason === undefined ? renderComment(report, before) : undefined;
        },
    });
}
/** A deploy is told to an open pull request alone; a removal also to the one that was closed. */
async function pullRequestOf({ stage, commit }, github) {
    const { pullRequest, ref } = stage;
    const number = pullRequest ?? (0,stage_ref/* pullRequestOfRef */.Fj)(ref);
    const state = commit === undefined ? 'all' : 'open';
    return number ?? ((0,stage_ref/* isBranchRef */._7)(ref) ? github.newestPullRequest((0,stage_ref/* branchOfRef */.V4)(ref), state) : undefined);
}
/** Makes the GitHub deployment of a deploy that starts, and says of it and of earlier ones how they stand when it ends. */
async function tellDeployment(report, { author, githubDeployment }, { github }, attempt) {
    const { commit, environment, stage, state, url, run } = report;
    const task = (0,github_texts/* deploymentTask */.RD)(report);
    const description = (0,github_texts/* describeShortly */.BK)(report);
    const isTransient = stage.kind === 'preview';
    const about = { environment, task, description, transient: isTransient, run: `${run.id}.${run.attempt}`, author };
    const id = state === 'deploying' && commit !== undefined
        ? await attempt('no GitHub deployment', () => github.createDeployment({ ...about, commit }))
        : githubDeployment;
    // GitHub takes no other addresses (a WebSocket's, say), and people trust where its button leads.
    const address = url !== undefined && (0,printable.isWebAddress)(url) ? { url } : {};
    const status = { state: (0,wording/* wordingOf */.O)(state).deployment, description, ...address, logUrl: run.url };
    if (id !== undefined) {
        await attempt('no status of the GitHub deployment', () => github.setDeployment(id, status));
    }
    const isReplaced = status.state === 'success';
    if (isReplaced || state === 'removed' || state === 'absent') {
        const last = isReplaced ? 'a newer deploy has taken its place' : description;
        await attempt('earlier GitHub deployments', () => github.deactivate(environment, task, { description: last, logUrl: run.url }, isReplaced ? id : undefined));
    }
    return id;
}
async function tellCommit(report, { github }) {
    const { commit, state, run } = report;
    if (commit !== undefined) {
        await github.setCommitStatus(commit, {
            state: (0,wording/* wordingOf */.O)(state).commit,
            context: (0,github_texts/* statusContext */.s)(report),
            description: (0,github_texts/* describeShortly */.BK)(report),
            targetUrl: run.url,
        });
    }
}

// EXTERNAL MODULE: ./core/check/result.js
var result = __webpack_require__(6265);
// EXTERNAL MODULE: ./core/foreign-record.js
var foreign_record = __webpack_require__(18323);
;// CONCATENATED MODULE: ./core/report/result-schema.js


/** None of these holds any markup: what renders them rests on it. */
const key = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z0-9_-]*$/));
const region = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z0-9-]+$/));
const account = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9]{12}$/));
const stackStatus = dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Z_]+$/)));
const commit = dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{40}$/)));
const error = dist/* optional */.lqM(dist/* looseObject */._H3({ code: dist/* string */.YjP(), message: dist/* string */.YjP() }));
const kind = dist/* picklist */.KIO(['configured', 'preview', 'personal']);
const removedService = dist/* looseObject */._H3({
    key,
    region,
    stack: dist/* string */.YjP(),
    status: dist/* picklist */.KIO(['removed', 'absent', 'planned', 'kept', 'failed', 'orphaned', 'not-started']),
    emptied: dist/* array */.YOg(dist/* looseObject */._H3({ bucket: dist/* string */.YjP() })),
    alsoRemoved: dist/* array */.YOg(dist/* string */.YjP()),
    retained: dist/* array */.YOg(dist/* looseObject */._H3({ type: dist/* string */.YjP(), physicalId: dist/* string */.YjP() })),
    error,
});
const removedStage = dist/* looseObject */._H3({
    stage: dist/* string */.YjP(),
    kind,
    of: dist/* string */.YjP(),
    status: dist/* picklist */.KIO(['removed', 'planned', 'wanted', 'failed']),
    reason: dist/* string */.YjP(),
    services: dist/* array */.YOg(removedService),
    error,
});
const removalResult = dist/* looseObject */._H3({
    schemaVersion: dist/* literal */.euz(1),
    app: dist/* string */.YjP(),
    status: dist/* picklist */.KIO(['removed', 'nothing', 'planned', 'superseded', 'failed']),
    dryRun: dist/* boolean */.zMY(),
    stages: dist/* array */.YOg(removedStage),
});
const safeguard = dist/* looseObject */._H3({
    id: dist/* string */.YjP(),
    title: dist/* string */.YjP(),
    status: dist/* picklist */.KIO(['passed', 'warned', 'failed', 'waived', 'skipped']),
    reason: dist/* optional */.lqM(dist/* string */.YjP()),
    findings: dist/* array */.YOg(dist/* looseObject */._H3({
        what: dist/* string */.YjP(),
        fix: dist/* string */.YjP(),
        level: dist/* picklist */.KIO(['error', 'warning']),
        place: dist/* optional */.lqM(dist/* looseObject */._H3({ file: dist/* string */.YjP(), line: dist/* optional */.lqM(dist/* number */.aig()) })),
        waiver: dist/* optional */.lqM(dist/* looseObject */._H3({ owner: dist/* string */.YjP(), reason: dist/* string */.YjP(), until: dist/* string */.YjP(), hasExpired: dist/* boolean */.zMY() })),
    })),
});
const change = dist/* looseObject */._H3({
    action: dist/* picklist */.KIO(['add', 'modify', 'replace', 'remove']),
    logicalId: dist/* string */.YjP(),
    type: dist/* string */.YjP(),
    stack: dist/* optional */.lqM(dist/* string */.YjP()),
    keeps: dist/* boolean */.zMY(),
    isCertain: dist/* boolean */.zMY(),
});
const service = dist/* looseObject */._H3({
    key,
    region,
    status: dist/* picklist */.KIO(['deployed', 'planned', 'rolled-back', 'unchanged', 'failed', 'not-started', 'left-out']),
    reason: dist/* string */.YjP(),
    reads: dist/* array */.YOg(dist/* looseObject */._H3({ service: dist/* string */.YjP(), stage: dist/* string */.YjP() })),
    stackStatus,
    outputs: (0,foreign_record/* foreignRecord */.c)(dist/* string */.YjP()),
    sameCode: dist/* optional */.lqM(dist/* boolean */.zMY()),
    seconds: dist/* number */.aig(),
    safeguards: dist/* optional */.lqM(dist/* array */.YOg(safeguard)),
    changes: dist/* optional */.lqM(dist/* array */.YOg(change)),
    rollback: dist/* optional */.lqM(dist/* looseObject */._H3({ status: dist/* picklist */.KIO(['done', 'failed', 'skipped']), reason: dist/* optional */.lqM(dist/* string */.YjP()) })),
    error,
});
const deployResult = dist/* looseObject */._H3({
    schemaVersion: dist/* literal */.euz(1),
    app: dist/* string */.YjP(),
    stage: dist/* string */.YjP(),
    kind,
    ref: dist/* string */.YjP(),
    commit,
    account,
    regions: dist/* array */.YOg(region),
    status: dist/* picklist */.KIO(['deployed', 'planned', 'unchanged', 'failed', 'superseded', 'removed']),
    removed: dist/* optional */.lqM(removedStage),
    services: dist/* array */.YOg(service),
    dependsOn: dist/* optional */.lqM((0,foreign_record/* foreignRecord */.c)(dist/* array */.YOg(key))),
    codeOf: dist/* optional */.lqM(dist/* string */.YjP()),
    leftOver: dist/* array */.YOg(dist/* string */.YjP()),
});
/** Reads what deploy-service or destroy-stage gave, as far as reports show it; undefined where it is neither. */
function parseResult(value) {
    const schema = dist/* union */.KCZ([deployResult, removalResult]);
    return dist/* safeParse */.xLC(schema, value).success ? value : undefined;
}

// EXTERNAL MODULE: ./core/transport.js
var core_transport = __webpack_require__(59964);
;// CONCATENATED MODULE: ./actions/report-stage/inputs.js




/** Reads the inputs; throws E_INPUT. */
function readInputs(inputs) {
    return {
        end: oneOf('phase', inputs.phase, ['start', 'end']) === 'start' ? undefined : endOf(inputs),
        githubDeployment: githubDeploymentOf(inputs),
        author: inputs['comment-author'],
    };
}
function endOf(inputs) {
    const jobResult = (name) => inputs[name] === undefined ? '' : oneOf(name, inputs[name], ['success', 'failure', 'cancelled', 'skipped']);
    return {
        decision: oneOf('decision', inputs.decision, ['deploy', 'destroy', 'sweep']),
        result: handedOver('result', inputs.result, parseResult, 'deploy-service or destroy-stage'),
        error: inputs.error,
        checks: handedOver('checks', inputs.checks, result/* parseCheckResult */.tg, 'check-stages'),
        testResult: jobResult('test-result'),
        deployResult: jobResult('deploy-result'),
    };
}
function oneOf(name, text, words) {
    const word = words.find((each) => each === text);
    if (word === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', { what: `the input "${name}" is "${text}"`, fix: `write ${words.join(' or ')}` });
    }
    return word;
}
/** Reads what an action handed over in an output; `from` says which. Throws E_INPUT. */
function handedOver(name, text, parse, from) {
    if (text === undefined) {
        return undefined;
    }
    const fix = `pass the output "result" of ${from} on as it is`;
    try {
        const value = parse((0,core_transport/* decodeJson */.xO)(text));
        if (value !== undefined) {
            return value;
        }
    }
    catch (cause) {
        throw new errors/* UserError */.yo('E_INPUT', { what: `the input "${name}" is not JSON`, fix, cause });
    }
    throw new errors/* UserError */.yo('E_INPUT', { what: `the input "${name}" is no result that this version knows`, fix });
}
function githubDeploymentOf({ 'github-deployment': id }) {
    if (id === undefined) {
        return undefined;
    }
    if (!/^[1-9][0-9]{0,14}$/.test(id)) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `the input "github-deployment" is "${id}"`,
            fix: 'pass the output "github-deployment" of report-stage at the start on as it is',
        });
    }
    return Number(id);
}

;// CONCATENATED MODULE: ./actions/report-stage/run.js





/** Tells people how a stage, or each stage of a sweep, stands. What cannot be told is a warning. */
async function run(inputs, deps) {
    const reading = readInputs(inputs);
    const { configuration, run: own } = deps;
    const { end } = reading;
    const reports = end === undefined ? [(0,stage_report/* reportOfStart */.Aq)(configuration, own)] : (0,stage_report/* reportsOfEnd */.mD)(configuration, end, own);
    const outputs = {};
    for (const report of reports) {
        const { deployment, comment } = await announce(report, reading, deps);
        Object.assign(outputs, {
            ...(deployment === undefined ? {} : { 'github-deployment': deployment.toString() }),
            ...(0,only_defined/* onlyDefined */.M)({ comment }),
        });
    }
    return end === undefined ? { outputs } : { outputs, summary: renderReports(reports) };
}

;// CONCATENATED MODULE: ./actions/report-stage/main.js









const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const configuration = (0,transport/* decodeConfiguration */.d)(inputs.configuration);
    const targets = openTargets(inputs, log/* runnerLog */.t);
    const entries = configuration.notifications ?? [];
    return run(inputs, {
        configuration,
        run: { id: context.runId, attempt: context.runAttempt, url: (0,runner_context/* runUrl */.Vp)(context) },
        repository: `${context.owner}/${context.repository}`,
        github: createGitHubReporter(inputs['github-token'], context),
        deliver: (message) => deliverNotifications(entries, message, targets, log/* runnerLog */.t),
        log: log/* runnerLog */.t,
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

/***/ 64349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ NOT_A_SECRET_NAME),
/* harmony export */   Ew: () => (/* binding */ notification),
/* harmony export */   O$: () => (/* binding */ DEFAULT_EVENTS)
/* harmony export */ });
/* unused harmony export NOTIFIED_EVENTS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56906);


/** What the entries of `notifications` may be told of. */
const NOTIFIED_EVENTS = ['started', 'deployed', 'unchanged', 'superseded', 'failed', 'removed'];
/** What is told of where an entry does not say. */
const DEFAULT_EVENTS = ['deployed', 'failed', 'removed'];
/** What the check says of a target that is no name of a secret; it may be an address, which is shown nowhere. */
const NOT_A_SECRET_NAME = 'is not the name of a secret; write the name alone, an address does not belong into the file';
const secretName = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[A-Za-z_][A-Za-z0-9_]*$/, NOT_A_SECRET_NAME), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
const filters = {
    events: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(NOTIFIED_EVENTS, `is none of ${NOTIFIED_EVENTS.join(', ')}`)), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'names nothing; leave the key out'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('What is told of (default: deployed, failed, removed).'))),
    stages: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .someNames */ .Xq)('Of which stages: names, patterns, or "previews" for all previews (default: all).')),
    services: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .someNames */ .Xq)('Only where one of these services was deployed, failed or was removed (default: all).')),
};
/** One entry of `notifications`: a target, and what it is told of. */
const notification = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    slack: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(secretName('Name of the secret with the address of an incoming webhook of Slack.')),
    webhook: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(secretName('Name of the secret with the address that gets a signed POST.')),
    sns: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$/, 'is not the ARN of an SNS topic'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_("ARN of an SNS topic that the stage's role may publish to."))),
    ...filters,
}), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(({ slack, webhook, sns }) => [slack, webhook, sns].filter((target) => target !== undefined).length === 1, 'names no target, or several; write one of slack, webhook, sns'));


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

/***/ 83801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeError: () => (/* binding */ describeError),
/* harmony export */   joinErrors: () => (/* binding */ joinErrors),
/* harmony export */   stackTrace: () => (/* binding */ stackTrace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Describes an error for a result: what is no `UserError` is a fault of ours, E_INTERNAL. */
function describeError(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
        ? { code: error.code, message: error.message }
        : {
            code: 'E_INTERNAL',
            message: `${error instanceof Error ? error.message : String(error)} – this is a fault of Serverless Stages – run again with debug logging on (on a laptop: --verbose) and report what it says`,
        };
}
/** Says where an error comes from, for the debug log. */
function stackTrace(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/** Makes one error of several that a result holds; the first one's code stands for them. Undefined for none. */
function joinErrors(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return undefined;
    }
    const others = rest.map((error) => `${error.code}: ${error.message}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first.code, { what: [first.message, ...others].join('\n'), fix: '' });
}


/***/ }),

/***/ 18323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ foreignRecord)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);

/**
 * Schema of an object whose names are somebody else's (resources, outputs, services): valibot's `record` leaves out
 * `constructor`, `prototype` and `__proto__` without a word, this one keeps them.
 */
function foreignRecord(value) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'no object'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((input) => Object.entries(input)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), value])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((entries) => Object.fromEntries(entries)));
}


/***/ }),

/***/ 62049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ parseInput),
/* harmony export */   fV: () => (/* binding */ missingInput),
/* harmony export */   x3: () => (/* binding */ NONE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Reads one input's text by its kind; empty text is undefined. Throws E_INPUT where the kind does not take the text. */
function parseInput(name, kind, text) {
    if (text === '') {
        return undefined;
    }
    switch (kind) {
        case 'text':
        case 'secret':
            return text;
        case 'flag':
            return parseFlag(name, text);
        case 'integer':
            return parseInteger(name, text);
        case 'list':
            return parseList(name, text);
    }
}
function parseList(name, text) {
    const items = text
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
    if (items.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `the input "${name}" names nothing`,
            fix: 'write names separated by commas',
        });
    }
    return items;
}
function parseFlag(name, text) {
    if (text === 'true' || text === 'false') {
        return text === 'true';
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: `the input "${name}" is ${JSON.stringify(text)}`,
        fix: 'write true or false',
    });
}
function parseInteger(name, text) {
    if (/^[1-9][0-9]{0,5}$/.test(text)) {
        return Number(text);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: `the input "${name}" is ${JSON.stringify(text)}`,
        fix: 'write a whole number from 1',
    });
}
/** Describes the error of an input that is needed and was not given. */
function missingInput(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: `the input "${name}" is missing`,
        fix: `add "${name}:" under the step's with:`,
    });
}
/** Stands for no service or stage in an output: no name, and no empty text, which an output that got lost would be. */
const NONE = '-';


/***/ }),

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

/***/ 57249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ removalStatus),
/* harmony export */   _g: () => (/* binding */ describePlaces),
/* harmony export */   yc: () => (/* binding */ billedStacks)
/* harmony export */ });
/** Spells places for people. */
function describePlaces(looked) {
    return looked.map(({ account, region }) => `account ${account}, region ${region}`).join('; ');
}
/** Sums stages up: one failure fails all. */
function removalStatus(stages) {
    const has = (status) => stages.some((stage) => stage.status === status);
    if (has('failed')) {
        return 'failed';
    }
    if (has('removed')) {
        return 'removed';
    }
    return has('planned') ? 'planned' : has('wanted') ? 'superseded' : 'nothing';
}
/** How many services, and how many of those that serverless 4 deployed lived longer than the ten days that it bills. */
function billedStacks(stages) {
    const paid = stages.flatMap(({ services }) => services).filter(({ cli }) => /^serverless 4\./.test(cli ?? ''));
    return { of: paid.length, pastTenDays: paid.filter(({ days = 0 }) => days > 10).length };
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

/***/ 44268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29060);


/**
 * Renders an error as a paragraph, behind the key of the service that it is of (empty: of the whole stage), at most so many
 * characters of its message; empty where there is none.
 */
function failureLines(key, error, max = Number.POSITIVE_INFINITY) {
    if (error === undefined) {
        return [];
    }
    const of = key === '' ? '' : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(key)}**: `;
    return [`${of}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(error.code)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_1__/* .truncateText */ .E)(error.message, max))}`, ''];
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

/***/ 32332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ removedStages),
/* harmony export */   dp: () => (/* binding */ renderRemoval),
/* harmony export */   zs: () => (/* binding */ removedServices)
/* harmony export */ });
/* harmony import */ var _removal_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57249);
/* harmony import */ var _failure_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44268);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29060);




const HEADLINES = {
    removed: '🗑️ removed',
    absent: '🗑️ gone already',
    nothing: '✅ nothing to remove',
    planned: '📝 would be removed',
    superseded: '⏭️ superseded',
    wanted: '⏭️ left alone',
    kept: '🔒 not touched',
    failed: '❌ not removed',
    orphaned: '❌ removed but for what is left behind',
    'not-started': '⏸️ not started',
};
/** Renders what a removal came to as the Markdown of the job summary: the receipt of a sweep. */
function renderRemoval(result) {
    const { app, status, stages, more, wanted, looked } = result;
    const billed = (0,_removal_result_js__WEBPACK_IMPORTED_MODULE_2__/* .billedStacks */ .yc)(stages);
    const lines = [
        `## ${HEADLINES[status]}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(app)}${result.dryRun ? ' (dry run, nothing was changed)' : ''}`,
        '',
        `Looked in ${(0,_removal_result_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlaces */ ._g)(looked)}.`,
        '',
        ...removedStages(stages),
        ...(more === 0 ? [] : [`⚠️ ${more} more stages would go too; the next run goes on with them.`, '']),
        ...result.unrecorded.map(({ stack, region }) => `⚠️ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stack)} (${region}) looks like a preview's, and no record of this application claims it: not touched.\n`),
        ...(wanted === 0
            ? []
            : [`${wanted === 1 ? '1 stage is wanted, and stays' : `${wanted} stages are wanted, and stay`}.`, '']),
        ...(billed.of === 0
            ? []
            : [
                `Removed stacks: ${billed.of} deployed by serverless 4, ${billed.pastTenDays} of them lived longer than ten days.`,
                '',
            ]),
    ];
    return (0,_truncate_js__WEBPACK_IMPORTED_MODULE_3__/* .truncateSummary */ .X)(`${lines.join('\n')}\n`);
}
/** Renders stages with a table of their services. */
function removedStages(stages) {
    return stages.flatMap((stage) => [
        `### ${HEADLINES[stage.status]}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.stage)}`,
        '',
        `${stage.kind} stage${stage.of === '' ? '' : ` of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.of)}`}${stage.reason === '' ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.reason)}`}`,
        '',
        ...(stage.error === undefined ? [] : [`**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.error.code)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.error.message)}`, '']),
        ...removedServices(stage.services),
    ]);
}
/** Renders the services of a removed stage as a table, with what failed below it; empty where there were none. */
function removedServices(services) {
    if (services.length === 0) {
        return [];
    }
    const head = ['| service | status | stack | lived | also removed | left behind |', '|---|---|---|---|---|---|'];
    const errors = services.flatMap(({ key, error }) => (0,_failure_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .failureLines */ .w)(key, error));
    return [...head, ...services.map(row), '', ...errors];
}
function row(service) {
    const emptied = service.emptied.map(({ bucket, versions }) => versions === undefined ? `contents of ${bucket}` : `${versions} versions in ${bucket}`);
    const gone = [...emptied, ...service.alsoRemoved].map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj).join('<br>');
    const retained = service.retained.map(({ type, physicalId }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(`${type} ${physicalId}`)).join('<br>');
    const why = service.reason === undefined ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(service.reason)}`;
    const days = service.days === undefined ? '–' : `${service.days} days`;
    const stack = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(service.stack)} (${service.region})`;
    return `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(service.key)} | ${HEADLINES[service.status]}${why} | ${stack} | ${days} | ${gone || '–'} | ${retained || '–'} |`;
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

/***/ 62702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ crash),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   _3: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49443);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69878);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41224);
/* harmony import */ var _waiver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46381);




/**
 * Evaluates all safeguards for a package, each by itself. One that throws fails, whatever its level: what cannot be checked is
 * not let through.
 */
function evaluate(evaluation) {
    return evaluation.safeguards.map((safeguard, index) => {
        const { id, title, description, stages } = safeguard;
        const about = { id, title, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_3__/* .onlyDefined */ .M)({ description }) };
        const { stage } = evaluation.subject;
        if (!(0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .appliesTo */ .G)(safeguard, stage)) {
            const reason = `it is for ${(stages ?? []).join(', ')}`;
            return { ...about, status: 'skipped', reason, findings: [] };
        }
        const findings = findingsOf(safeguard, index, evaluation).map((finding) => shown(finding, safeguard, evaluation));
        return { ...about, status: statusOf(findings), findings };
    });
}
/** Whether a finding keeps a service from being deployed. */
function isBlocking({ level, waiver }) {
    return level === 'error' && (waiver === undefined || waiver.hasExpired);
}
function findingsOf(safeguard, index, { subject, foreign }) {
    const { id, config } = safeguard;
    if (id === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .JAVASCRIPT */ .i5) {
        return foreign.get(index) ?? [crash('nothing came of it')];
    }
    try {
        const { check } = _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICIES */ .PQ[id];
        return check(subject, config);
    }
    catch (error) {
        // Its text may hold a value of the template.
        return [crash(error instanceof Error ? error.name : 'something was thrown')];
    }
}
/** What is found where a safeguard could not be evaluated. */
function crash(why) {
    return {
        what: `the safeguard could not be evaluated (${why}), so nothing is let through`,
        fix: 'mend the policy, or remove it from the list',
        isCrash: true,
    };
}
function shown(found, safeguard, { subject, service, waivers }) {
    const { level: own, isCrash = false, ...finding } = found;
    const question = { safeguard: safeguard.id, service, stage: subject.stage, finding };
    const isWaivable = !isCrash && safeguard.id !== 'no-unresolved-variables';
    const waiver = isWaivable ? (0,_waiver_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverOf */ .Ci)(waivers, question) : undefined;
    const isOver = waiver !== undefined && (0,_waiver_js__WEBPACK_IMPORTED_MODULE_2__/* .hasExpired */ .oN)(waiver, subject.now);
    const level = isCrash || isOver ? 'error' : (own ?? safeguard.level);
    return {
        ...finding,
        level,
        ...(isWaivable ? {} : { isFinal: true }),
        ...(waiver === undefined
            ? {}
            : {
                waiver: { owner: waiver.owner, reason: waiver.reason, until: waiver.until, hasExpired: isOver },
            }),
    };
}
function statusOf(findings) {
    if (findings.some(isBlocking)) {
        return 'failed';
    }
    if (findings.some(({ waiver }) => waiver === undefined)) {
        return 'warned';
    }
    return findings.length > 0 ? 'waived' : 'passed';
}


/***/ }),

/***/ 46381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ waiverOf),
/* harmony export */   IM: () => (/* binding */ waiverSchema),
/* harmony export */   oN: () => (/* binding */ hasExpired)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _stage_among_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93052);


const text = (description) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nonEmpty */ .hq('is empty'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description));
/** An entry of `waivers`, as written. */
const waiverSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    safeguard: text('Id of the safeguard that is waived.'),
    service: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text('Key of the service that it is waived for (default: all).')),
    resource: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(text('Logical id of the resource, or key of the function, that it is waived for (default: all).')),
    stages: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text('One name.')), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'names nothing; leave the key out'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Stages that it is waived in, by name or pattern (default: all).'))),
    owner: text('Who answers for it.'),
    reason: text('Why it may be so.'),
    until: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^\d{4}-\d\d-\d\d$/, 'is not a day; write it as 2026-12-31'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y((day) => isDay(day), 'is not a day of the calendar'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Last day on which it holds (UTC).')),
});
/** Returns the waiver of a finding that holds longest; undefined for none. */
function waiverOf(waivers, { safeguard, service, stage, finding }) {
    return waivers
        .filter((waiver) => waiver.safeguard === safeguard)
        .filter((waiver) => waiver.service === undefined || waiver.service === service)
        .filter((waiver) => waiver.stages === undefined || (0,_stage_among_js__WEBPACK_IMPORTED_MODULE_0__/* .isStageAmong */ .d)(stage, waiver.stages))
        .filter(({ resource }) => resource === undefined || resource === finding.resource || resource === finding.function)
        .sort((a, b) => (a.until < b.until ? 1 : -1))[0];
}
/** Whether a waiver's last day is over, at a time in milliseconds since 1970. */
function hasExpired({ until }, now) {
    return now >= Date.parse(`${until}T00:00:00Z`) + 24 * 60 * 60_000;
}
function isDay(text) {
    const time = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
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

/***/ 29463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ onCancel),
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   jl: () => (/* binding */ beforeCancelledExit),
/* harmony export */   mm: () => (/* binding */ isCancelled)
/* harmony export */ });
const cleanups = new Set();
const farewells = { first: new Set(), last: new Set() };
let listening = false;
let cancelled = false;
/** How long farewells may take together, in milliseconds: the runner sends SIGTERM 7.5 s after SIGINT, and kills 2.5 s later. */
const FAREWELL_MS = 4000;
/**
 * Has a cancelled step (SIGINT, SIGTERM) do something at once before it exits with 128 and the signal's number; returns
 * the way to take it back. What is given has to be quick and synchronous.
 */
function onCancel(cleanup) {
    listen();
    cleanups.add(cleanup);
    return () => cleanups.delete(cleanup);
}
/**
 * Has a cancelled step say something to others (AWS) when all that `onCancel` was given is done, all of a round at the same
 * time, and for a few seconds at the most; returns the way to take it back. What others wait for (a lock) comes last.
 */
function beforeCancelledExit(farewell, round = 'first') {
    listen();
    farewells[round].add(farewell);
    return () => farewells[round].delete(farewell);
}
/** Whether the step is being cancelled: it only says farewell any more. */
function isCancelled() {
    return cancelled;
}
/** Resolves at once; never where the step is being cancelled: nothing that changes something is begun then. */
function unlessCancelled() {
    return cancelled ? new Promise(() => undefined) : Promise.resolve();
}
/** The cancellation of this process. */
const cancellation = { onCancel, beforeCancelledExit, unlessCancelled };
function listen() {
    if (!listening) {
        listening = true;
        process.once('SIGINT', () => cancel(2));
        process.once('SIGTERM', () => cancel(15));
    }
}
function cancel(signal) {
    if (cancelled) {
        process.exit(128 + signal);
    }
    cancelled = true;
    for (const cleanup of [...cleanups].reverse()) {
        try {
            cleanup();
        }
        catch {
            // The others have to be done too.
        }
    }
    const exit = () => process.exit(128 + signal);
    setTimeout(exit, FAREWELL_MS);
    const say = (round) => Promise.allSettled([...farewells[round]].map((farewell) => farewell()));
    say('first')
        .then(() => say('last'))
        .then(exit);
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


/***/ })

};
