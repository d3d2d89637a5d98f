import { describe, expect, it } from 'vitest';
import { renderComment } from '../../../core/report/comment.ts';
import { deployedService, deployResult, endedReport, startedReport } from './sample-report.ts';

const url = 'https://a1b2c3.execute-api.us-east-1.amazonaws.com';
const restapi = deployedService({ url, reads: [{ service: 'database', stage: 'dev' }] });
const leftOut = deployedService({
  key: 'database',
  name: '',
  status: 'left-out',
  reason: 'nothing of it differs from master',
  seconds: 0,
});
const written = (...[end]: Parameters<typeof endedReport>) => renderComment(endedReport(end));

describe('the comment of a preview', () => {
  it('says that it is being deployed', () => {
    expect(renderComment(startedReport())).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop commit=0123456789abcdef0123456789abcdef01234567 -->
      **🚀 workshop: the preview \`pr-1-0pv3fa9c\` is being deployed** at 0123456 · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      <!-- serverless-stages: details -->

      "
    `);
  });

  it('says what was deployed where, and what was left out', () => {
    const tasks = deployedService({ key: 'tasks', name: 'workshop-tasks', seconds: 12.2 });
    const services = [leftOut, restapi, tasks];
    const result = deployResult(services, { url, dependsOn: { restapi: ['database'], tasks: ['restapi'] } });
    expect(written({ result })).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop commit=0123456789abcdef0123456789abcdef01234567 -->
      **✅ workshop: the preview \`pr-1-0pv3fa9c\` is deployed** at 0123456 – <https://a1b2c3.execute-api.us-east-1.amazonaws.com> · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      <!-- serverless-stages: details -->

      | service | status | time | URL | why |
      |---|---|---|---|---|
      | restapi | ✅ deployed | 42 s | <https://a1b2c3.execute-api.us-east-1.amazonaws.com> | it is not deployed yet; reads database from dev |
      | tasks | ✅ deployed | 12 s | – | it is not deployed yet |

      <details><summary>What reads what</summary>

      \`\`\`mermaid
      flowchart LR
        s0["➖ database"]
        s1["✅ restapi"]
        s2["✅ tasks"]
        s0 --> s1
        s1 --> s2
      \`\`\`

      </details>

      <details><summary>Not in this preview</summary>

      | service | status | time | URL | why |
      |---|---|---|---|---|
      | database | ➖ not in this stage | – | – | nothing of it differs from master |

      </details>

      "
    `);
  });

  it('says that nothing changed', () => {
    const same = deployedService({ status: 'unchanged', reason: 'nothing differs since 89abcde', seconds: 0 });
    expect(written({ result: deployResult([same]) })).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop commit=0123456789abcdef0123456789abcdef01234567 -->
      **✅ workshop: the preview \`pr-1-0pv3fa9c\` is up to date** at 0123456 · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      <!-- serverless-stages: details -->

      | service | status | time | URL | why |
      |---|---|---|---|---|
      | restapi | ✅ unchanged | – | – | nothing differs since 89abcd​e |

      "
    `);
  });

  it('says what failed and what was not started for it', () => {
    const message = 'the stack workshop-database-pr-1-0pv3fa9c is ROLLBACK_COMPLETE – Table: limit exceeded – raise it';
    const services = [
      deployedService({ key: 'database', status: 'failed', error: { code: 'E_DEPLOY_FAILED', message } }),
      deployedService({ status: 'not-started', reason: 'it needs database, which failed', seconds: 0 }),
    ];
    const result = deployResult(services, { dependsOn: { restapi: ['database'] } });
    expect(written({ result })).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop commit=0123456789abcdef0123456789abcdef01234567 -->
      **❌ workshop: the preview \`pr-1-0pv3fa9c\` failed** at 0123456 · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      <!-- serverless-stages: details -->

      **database**: E&#95;DEPLOY&#95;FAILED: the stack workshop-database-pr-1-0pv3fa9c is ROLLBACK&#95;COMPLETE – Table&#58; limit exceeded – raise it

      | service | status | time | URL | why |
      |---|---|---|---|---|
      | database | ❌ failed | 42 s | – | it is not deployed yet |
      | restapi | ⏸️ not started | – | – | it needs database, which failed |

      <details><summary>What reads what</summary>

      \`\`\`mermaid
      flowchart LR
        s0["❌ database"]
        s1["⏸️ restapi"]
        s0 --> s1
      \`\`\`

      </details>

      "
    `);
  });
});
